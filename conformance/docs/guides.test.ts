import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { snippetsOf, writePrograms } from './snippets.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const bin = (name: string) => join(root, 'node_modules/.bin', name);

/** The pages of the site that are written by hand. The certificates' programs have a test of their own. */
const guides = globSync('docs/**/*.md', {
  cwd: root,
  exclude: (name) => ['node_modules', 'api', 'reference', 'zh', 'certificates.md'].includes(name),
});

/** What a program says that it prints, line by line: the comments after `console.log(…)`, up to a colon. */
const announced = (code: string) =>
  [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(
    ([, comment = '']) => comment.split(/: (?![^"]*")/)[0] ?? '',
  );

const chinese = (file: string) => file.replace(/^docs\//, 'docs/zh/');

const programs = guides
  .toSorted()
  .flatMap((file) => snippetsOf(file, 'ts').map((snippet) => ({ ...snippet, file })));
const { folder, files } = writePrograms('guides', programs);

describe('the programs of the guides', () => {
  it('are correct TypeScript', async () => {
    await expect(run(bin('tsc'), ['--noEmit', '-p', folder])).resolves.toMatchObject({ stdout: '' });
  });

  it.each(
    programs.map(({ file, heading, code }, index) => [file, heading, code, files[index] ?? ''] as const),
  )('print what they say: %s, "%s"', async (_file, _heading, code, program) => {
    const { stdout, stderr } = await run(bin('node'), [program]);
    expect(stderr).toBe('');
    let lines = stdout.split('\n');
    for (const line of announced(code)) {
      expect(lines).toContain(line);
      lines = lines.slice(lines.indexOf(line) + 1);
    }
  });
});

describe.each(guides.toSorted())('%s', (file) => {
  it.each(['ts', 'js', 'sh', 'php', 'java'])('has the same %s in Chinese', (language) => {
    const [english, translated] = [file, chinese(file)].map((page) =>
      snippetsOf(page, language).map(({ code }) => code.replace(/\s*(?:\/\/|#) .*$/gm, '')),
    );
    expect(translated).toEqual(english);
  });
});
