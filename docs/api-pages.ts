import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Application, Converter } from 'typedoc';

/** Writes the pages that are made from the docstrings: they are English, and stand below both languages. */
const application = await Application.bootstrapWithPlugins();

// Modules are named as they are imported, without the folder of their sources.
application.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
  for (const module of project.children ?? []) module.name = module.name.replace('/src', '');
});

const project = await application.convert();
if (project === undefined) throw new Error('The sources cannot be read');
await application.generateOutputs(project);

// The plugin counts some headings twice, and links to a second one of that name, which is not there.
for (const page of globSync('api/**/*.md')) {
  const linked = readFileSync(page, 'utf8').replace(
    /\]\(([^)#\s]*)#([a-z]+)-1\)/g,
    (link, path: string, name: string) => {
      const target = path === '' ? page : join(dirname(page), path);
      const headings = readFileSync(target, 'utf8').match(new RegExp(`^#+ ${name}(?:\\(\\))?$`, 'gim'));
      return headings?.length === 1 ? `](${path}#${name})` : link;
    },
  );
  writeFileSync(page, linked);
}

rmSync('zh/api', { recursive: true, force: true });
cpSync('api', 'zh/api', { recursive: true });
