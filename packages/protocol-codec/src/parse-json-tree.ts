import type { CodecLimits } from './codec-limits.ts';
import { parseJson } from './parse-json.ts';

/** A JSON value as it is written: order, spelling and place of everything in it. Places are in UTF-16 units. */
export type JsonTree = JsonStringTree | JsonScalarTree | JsonArrayTree | JsonObjectTree;

export interface JsonStringTree {
  readonly kind: 'string';
  /** Escapes resolved. */
  readonly value: string;
  /** As it stands in the text, with its quotes. */
  readonly lexeme: string;
  readonly start: number;
  readonly end: number;
}

/** A number, `true`, `false` or `null`. */
export interface JsonScalarTree {
  readonly kind: 'scalar';
  readonly lexeme: string;
  readonly start: number;
  readonly end: number;
}

export interface JsonArrayTree {
  readonly kind: 'array';
  readonly items: readonly JsonTree[];
  readonly start: number;
  readonly end: number;
}

export interface JsonObjectTree {
  readonly kind: 'object';
  /** In the order of the text. */
  readonly members: readonly JsonMemberTree[];
  readonly start: number;
  readonly end: number;
}

export interface JsonMemberTree {
  /** Escapes resolved. */
  readonly name: string;
  readonly value: JsonTree;
  /** Where its name starts; it ends where its value ends. */
  readonly start: number;
}

/**
 * Reads a JSON text and keeps how it is written: for tools that show, compare or rewrite a message. To take values
 * out of one, {@link parseJson} is simpler.
 *
 * @example
 * parseJsonTree('[1.10]') // { kind: 'array', items: [{ kind: 'scalar', lexeme: '1.10', start: 1, end: 5 }], start: 0, end: 6 }
 *
 * @throws {CodecError} for text that is not RFC 8259 JSON, duplicate names, lone surrogates, or text over the limits
 */
export function parseJsonTree(text: string, limits?: CodecLimits): JsonTree {
  parseJson(text, limits);
  return new TreeReader(text).value(0);
}

const SPACE = /[ \t\r\n]*/y;
const SCALAR = /[^ \t\r\n,\]}]*/y;

/** Reads a text that is known to be JSON. */
class TreeReader {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The value that starts at `from` or after the white space there. */
  value(from: number): JsonTree {
    const start = this.#space(from);
    switch (this.#text[start]) {
      case '"':
        return this.#string(start);
      case '[':
        return this.#array(start);
      case '{':
        return this.#object(start);
      default:
        return { kind: 'scalar', ...this.#lexeme(start, this.#skip(SCALAR, start)) };
    }
  }

  #string(start: number): JsonStringTree {
    let end = start + 1;
    while (this.#text[end] !== '"') end += this.#text[end] === '\\' ? 2 : 1;
    const place = this.#lexeme(start, end + 1);
    const inside = place.lexeme.slice(1, -1);
    return { kind: 'string', value: inside.includes('\\') ? unescaped(place.lexeme) : inside, ...place };
  }

  #array(start: number): JsonArrayTree {
    const items: JsonTree[] = [];
    const end = this.#list(start, (from) => {
      const item = this.value(from);
      items.push(item);
      return item.end;
    });
    return { kind: 'array', items, start, end };
  }

  #object(start: number): JsonObjectTree {
    const members: JsonMemberTree[] = [];
    const end = this.#list(start, (from) => {
      const name = this.#string(from);
      const value = this.value(this.#space(name.end) + 1);
      members.push({ name: name.value, value, start: from });
      return value.end;
    });
    return { kind: 'object', members, start, end };
  }

  /** @param read reads the element at an offset and returns where it ends */
  #list(start: number, read: (from: number) => number): number {
    let at = this.#space(start + 1);
    while (this.#text[at] !== ']' && this.#text[at] !== '}') {
      at = this.#space(read(at));
      if (this.#text[at] === ',') at = this.#space(at + 1);
    }
    return at + 1;
  }

  #lexeme(start: number, end: number) {
    return { lexeme: this.#text.slice(start, end), start, end };
  }

  #space(from: number): number {
    return this.#skip(SPACE, from);
  }

  #skip(pattern: RegExp, from: number): number {
    pattern.lastIndex = from;
    pattern.test(this.#text);
    return pattern.lastIndex;
  }
}

/** What a string of JSON means. */
function unescaped(lexeme: string): string {
  // Not capped: the whole text was.
  return parseJson(lexeme, { maxLength: Math.max(lexeme.length, 1) }) as string;
}
