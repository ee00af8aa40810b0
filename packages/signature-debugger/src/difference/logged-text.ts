/** Longer ones are no words that a program writes before a text. */
const LONGEST_PREFIX = 200;
const CLOSINGS: Readonly<Record<string, string>> = {
  '[': ']',
  '(': ')',
  '（': '）',
  '【': '】',
  '「': '」',
  '<': '>',
};

/**
 * The text that was signed, out of a log: without the words before it (`signing: [` … `]`) and the quotes and escapes of
 * a string literal. A text that is neither stays as it is, white space at its ends included: that may be the mistake.
 */
export function loggedText(text: string): string {
  const bare = withoutQuotes(text.trim());
  if (bare !== undefined) return loggedText(bare);
  const prefix = prefixOf(text);
  if (prefix === undefined) return text;
  const rest = text.slice(prefix.length);
  const closing = CLOSINGS[prefix.trimEnd().slice(-1)];
  if (closing === undefined) return withoutQuotes(rest.trim()) ?? rest;
  const trimmed = rest.trimEnd();
  return loggedText(trimmed.endsWith(closing) ? trimmed.slice(0, -1) : rest);
}

/** What a string literal of JSON, or one in single quotes, stands for, where it is a text that can be signed. */
function withoutQuotes(text: string): string | undefined {
  const literal = text.startsWith('"') ? parsed(text) : /^'([^]*)'$/.exec(text)?.[1];
  return literal !== undefined && START.test(literal) ? literal : undefined;
}

function parsed(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** As a text starts that is signed: an object, or `name=value`. */
const START = /^\s*["'[]?(?:\{|[A-Za-z_][\w$.-]*=)/;

/** Words that end with a colon or a bracket, directly before an object, a literal or the first of several pairs. */
function prefixOf(text: string): string | undefined {
  const words = /^[^{}"'=&]*[:：[(（【「<]\s*(?=\{|["']|[A-Za-z_][\w$.-]*=)/.exec(
    text.slice(0, LONGEST_PREFIX * 2),
  )?.[0];
  return words === undefined || words.length > LONGEST_PREFIX ? undefined : words;
}
