/** What programs take for URL-encoding. */
export interface Encoding {
  readonly id: string;
  readonly encode: (text: string) => string;
}

function percent(text: string, also: RegExp): string {
  return encodeURIComponent(text).replace(
    also,
    (unit) => `%${unit.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const phpRaw = (text: string) => percent(text, /[!'()*]/g);
const php = (text: string) => percent(text, /[!'()*~]/g).replaceAll('%20', '+');
const java = (text: string) => percent(text, /[!'()~]/g).replaceAll('%20', '+');
const lower = (text: string) => text.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());

/** The commonest first. */
export const URL_ENCODINGS: readonly Encoding[] = [
  { id: 'urlencode', encode: php },
  { id: 'rawurlencode', encode: phpRaw },
  // Python’s quote leaves slashes.
  { id: 'quote', encode: (text) => phpRaw(text).replaceAll('%2F', '/') },
  { id: 'encodeURIComponent', encode: encodeURIComponent },
  { id: 'URLEncoder', encode: java },
  {
    id: 'UrlEncode',
    encode: (text) => lower(java(text).replaceAll('%21', '!').replaceAll('%28', '(').replaceAll('%29', ')')),
  },
  { id: 'urlencode, lower', encode: (text) => lower(php(text)) },
  { id: 'encodeURI', encode: encodeURI },
];

/** What `encode` was applied to; `undefined` where it was not. */
export function urlDecoded(text: string, isForm: boolean): string | undefined {
  try {
    return decodeURIComponent(isForm ? text.replaceAll('+', ' ') : text);
  } catch {
    return undefined;
  }
}

/** What programs take for HTML-escaping. */
export const HTML_ESCAPINGS: readonly Encoding[] = [
  { id: 'htmlspecialchars', encode: (text) => escapeHtml(text, { '"': '&quot;', "'": '&#039;' }) },
  { id: 'text', encode: (text) => escapeHtml(text, {}) },
  { id: 'html.escape', encode: (text) => escapeHtml(text, { '"': '&quot;', "'": '&#x27;' }) },
  { id: 'ENT_COMPAT', encode: (text) => escapeHtml(text, { '"': '&quot;' }) },
  { id: 'escapeXml', encode: (text) => escapeHtml(text, { '"': '&quot;', "'": '&apos;' }) },
  { id: 'HtmlEncode', encode: (text) => escapeHtml(text, { '"': '&quot;', "'": '&#39;' }) },
];

function escapeHtml(text: string, quotes: Readonly<Record<string, string>>): string {
  const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', ...quotes };
  return text.replace(/[&<>"']/g, (character) => references[character] ?? character);
}

export function htmlUnescaped(text: string): string {
  return text.replace(
    /&(?:amp|lt|gt|quot|apos|#0?39|#x27|#34);/g,
    (reference) => REFERENCES[reference.slice(1, -1)] ?? reference,
  );
}

const REFERENCES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#039': "'",
  '#x27': "'",
  '#34': '"',
};
