import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Snippet {
  /** The heading it stands under. */
  readonly heading: string;
  readonly code: string;
}

/** The fenced blocks of one language in a Markdown file, in their order. */
export function snippetsOf(file: string, language: string): Snippet[] {
  const snippets: Snippet[] = [];
  let heading = '';
  let block: string[] | undefined;
  for (const line of readFileSync(join(root, file), 'utf8').split('\n')) {
    if (block !== undefined) {
      if (line !== '```') block.push(line);
      else {
        snippets.push({ heading, code: `${block.join('\n')}\n` });
        block = undefined;
      }
    } else if (line === `\`\`\`${language}`) block = [];
    else if (line.startsWith('#')) heading = line.replace(/^#+ /, '');
  }
  return snippets;
}

/**
 * Writes snippets where the packages resolve as they do for a user: to what was built. Each becomes a program of its
 * own; the folder has a tsconfig.json, so that they can be checked as TypeScript too.
 */
export function writePrograms(
  name: string,
  snippets: readonly Snippet[],
): { folder: string; files: string[] } {
  const folder = join(root, 'conformance/.cache', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = snippets.map(({ code }, index) => {
    const file = join(folder, `${index + 1}.ts`);
    writeFileSync(file, code);
    return file;
  });
  const options = { paths: {}, types: ['node'], noUnusedLocals: false };
  const config = { extends: '../../../tsconfig.base.json', compilerOptions: options, include: ['*.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  return { folder, files };
}
