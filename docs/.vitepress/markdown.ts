import { dirname, relative, resolve } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';

type Core = Parameters<MarkdownRenderer['core']['ruler']['push']>[1];
type Token = Parameters<Core>[0]['tokens'][number];

/** Headings get the ids that they have where the repository is read. */
export function slugify(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/**
 * The pages are read in the repository too. There they link to files outside `docs`, which the site does not have: they
 * become text. And there each begins with a link to the other language, for which the site has a menu: it is left out.
 */
export function readLinksOfTheRepository(markdown: MarkdownRenderer, docs: string): void {
  markdown.core.ruler.push('links_of_the_repository', (state) => {
    const path: unknown = state.env.path;
    if (typeof path !== 'string') return;
    const isOutside = (href: string) =>
      !/^(?:\w+:|#|\/)/.test(href) && relative(docs, resolve(dirname(path), href)).startsWith('..');
    state.tokens = withoutLanguageLink(state.tokens);
    for (const { children } of state.tokens) if (children !== null) unlink(children, isOutside);
  });
}

function withoutLanguageLink(tokens: Token[]): Token[] {
  const at = tokens.findIndex(
    ({ type, content }) => type === 'inline' && /^\[(?:English|中文)\]\([^)]*\)$/.test(content),
  );
  return at === -1 ? tokens : tokens.toSpliced(at - 1, 3);
}

function unlink(tokens: Token[], isOutside: (href: string) => boolean): void {
  let isUnlinked = false;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.type === 'link_open') isUnlinked = isOutside(decodeURI(token.attrGet('href') ?? ''));
    if (isUnlinked && (token?.type === 'link_open' || token?.type === 'link_close')) {
      if (token.type === 'link_close') isUnlinked = false;
      tokens.splice(index, 1);
      index -= 1;
    }
  }
}
