import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as mmsp from '@yinjian/mmsp';
import * as transit from '@yinjian/wechat-transit';
import { describe, expect, it } from 'vitest';
import { referencePages } from '../../scripts/reference-pages.ts';

const docs = join(import.meta.dirname, '../../docs');
const pages = referencePages({ mmsp, transit });
const paths = [...pages.keys()];

describe('the reference', () => {
  it.each(paths)('is what `npm run reference` makes of the definitions: %s', (path) => {
    const file = join(docs, path);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(pages.get(path));
  });

  it('has no other pages', () => {
    const found = ['reference', 'zh/reference'].flatMap((folder) =>
      readdirSync(join(docs, folder)).map((name) => `${folder}/${name}`),
    );
    expect(new Set(found)).toEqual(new Set(paths));
  });

  it.each(['reference', 'zh/reference'])(
    'tells of every operation, field, state and code in %s',
    (folder) => {
      const text = paths
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => pages.get(path))
        .join('\n');
      const operations = [...mmsp.operations, ...transit.operations];
      const missing = operations.flatMap(({ name, section, requestFields, replyFields, states, errors }) =>
        [
          `## ${name}\n`,
          section,
          ...[...requestFields, ...replyFields].map((field) => `| \`${field.name}\` |`),
          ...Object.keys(states.values).map((value) => `| \`${value}\` |`),
          ...Object.keys(errors).map((code) => `| \`${code}\` |`),
        ].filter((part) => !text.includes(part)),
      );
      expect(operations.length).toBeGreaterThan(40);
      expect(missing).toEqual([]);
    },
  );

  it.each(paths)('links to pages and headings that exist: %s', (path) => {
    const text = pages.get(path) ?? '';
    const folder = path.slice(0, path.lastIndexOf('/'));
    const broken = [...text.matchAll(/\]\(([^)#]*)(?:#([^)]*))?\)/g)].filter(([, file = '', anchor]) => {
      const target = file === '' ? path : join(folder, file);
      if (!pages.has(target) && !target.includes('reference/')) return !existsSync(join(docs, target));
      const page = pages.get(target);
      if (page === undefined || anchor === undefined) return page === undefined;
      return !page.includes(`<a id="${anchor}"></a>`);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });
});
