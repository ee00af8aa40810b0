/** A number as it was written: `8`, `1.10`, `20171225100000041240`. */
export class NumberLexeme {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A JSON value that has lost nothing: numbers as written, members in the order of the text. */
export type Lossless =
  | string
  | boolean
  | null
  | NumberLexeme
  | readonly Lossless[]
  | ReadonlyMap<string, Lossless>;

/** Strings (an unfinished one to the end, so that each character is looked at once) and numbers. */
const TOKEN = /"(?:[^"\\]|\\.)*(?:"|$)|-?\d[\d.eE+-]*/gs;

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Reads JSON with the engine's own parser: every number is made a string first, and every string is marked, so that
 * the two can be told apart. Independent of the library's scanner, which it is a second opinion on.
 *
 * @throws SyntaxError
 */
export function parseLossless(text: string): Lossless {
  JSON.parse(text); // The grammar is checked on the text itself.
  const marked = text.replace(TOKEN, (token) =>
    token.startsWith('"') ? `"s${token.slice(1)}` : `"n${token}"`,
  );
  return unmark(JSON.parse(marked));
}

/** Far deeper than any message; the stack has to hold it. */
const MAX_DEPTH = 100;

function unmark(value: unknown, depth = 0): Lossless {
  if (depth > MAX_DEPTH) throw new SyntaxError('Nested too deeply');
  if (typeof value === 'string') {
    const content = value.slice(1);
    if (LONE_SURROGATE.test(content)) throw new SyntaxError('A lone surrogate has no UTF-8 form');
    return value.startsWith('n') ? new NumberLexeme(content) : content;
  }
  if (Array.isArray(value)) return value.map((item) => unmark(item, depth + 1));
  if (typeof value !== 'object' || value === null) return value as boolean | null;
  return new Map(
    Object.entries(value).map(([name, member]) => [unmark(name) as string, unmark(member, depth + 1)]),
  );
}

/** What is signed [M] 快捷 3.3.2.1: the top level sorted, no white space, `/` escaped, text otherwise raw. */
export function canonicalBody(body: ReadonlyMap<string, Lossless>): string {
  const names = [...body.keys()].toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return write(new Map(names.map((name) => [name, body.get(name) ?? null])));
}

function write(value: Lossless): string {
  if (typeof value === 'string') return quote(value);
  if (value instanceof NumberLexeme) return value.text;
  if (value instanceof Map) {
    return `{${[...value].map(([name, member]) => `${quote(name)}:${write(member)}`).join(',')}}`;
  }
  if (value === null || typeof value === 'boolean') return String(value);
  return `[${[...value].map((item) => write(item)).join(',')}]`;
}

function quote(text: string): string {
  return JSON.stringify(text)
    .replaceAll('/', '\\/')
    .replace(/[\u2028\u2029]/g, (separator) => `\\u${separator.charCodeAt(0).toString(16)}`);
}

/** The members of an object that hold text or a number; a member of any other type is named instead. */
export function textMembers(object: ReadonlyMap<string, Lossless>): {
  readonly fields: Readonly<Record<string, string>>;
  readonly others: readonly string[];
} {
  const fields: Record<string, string> = Object.create(null);
  const others: string[] = [];
  for (const [name, value] of object) {
    if (typeof value === 'string') fields[name] = value;
    else if (value instanceof NumberLexeme) fields[name] = value.text;
    else if (value !== null) others.push(name);
  }
  return { fields, others };
}
