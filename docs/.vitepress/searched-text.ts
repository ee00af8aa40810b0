import type { MarkdownEnv } from 'vitepress';

interface Renderer {
  render(source: string, env: MarkdownEnv): string;
}

/** What of a page can be searched for: nothing of the API pages, whose thousand headings would bury the guides. */
export function searchedText(source: string, env: MarkdownEnv, markdown: Renderer): string {
  const html = markdown.render(source, env);
  return /^(?:zh\/)?api\//.test(env.relativePath) ? '' : html;
}
