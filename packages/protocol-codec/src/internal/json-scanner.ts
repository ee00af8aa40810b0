import { CodecError, type CodecErrorCode } from '../codec-error.ts';
import { isPlainUnit } from './escape-json-string.ts';
import { checkText, type ResolvedLimits } from './resolve-limits.ts';

/**
 * What is made of a JSON text. A lexeme is a piece of the text as it stands there; `exact` says that the canonical
 * form spells it the same way.
 */
export interface JsonBuilder<Value, Member> {
  /**
   * @param value escapes resolved; without lone surrogates
   * @param lexeme with its quotes
   */
  string(value: string, lexeme: string, exact: boolean): Value;
  /** A number, `true`, `false` or `null`. */
  scalar(lexeme: string): Value;
  array(items: Value[]): Value;
  /**
   * @param lexeme name, colon and value
   * @param valueAt where in the lexeme the value starts
   */
  member(name: string, value: Value, lexeme: string, valueAt: number, exact: boolean): Member;
  /** @param members in the order of the text */
  object(members: Member[]): Value;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

const HEX_UNIT = /^[\dA-Fa-f]{4}$/;

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Up to here looking through the names is faster than keeping a set of them. */
const FEW_NAMES = 16;

/**
 * Reads one JSON text (RFC 8259, nothing else) in one pass, without going through JavaScript numbers or objects.
 * Refuses what two readers could understand differently: duplicate names, lone surrogates.
 */
export class JsonScanner<Value, Member> {
  readonly #text: string;
  readonly #limits: ResolvedLimits;
  readonly #builder: JsonBuilder<Value, Member>;
  #at = 0;
  #depth = 0;
  /** How often the text so far is not spelled as the canonical form spells it. */
  #deviations = 0;

  constructor(text: string, limits: ResolvedLimits, builder: JsonBuilder<Value, Member>) {
    checkText(text, limits);
    this.#text = text;
    this.#limits = limits;
    this.#builder = builder;
    this.#skipSpace();
  }

  /** The whole text as one value. */
  document(): Value {
    const value = this.#value();
    this.#end();
    return value;
  }

  /** The whole text as one object. */
  members(): Member[] {
    if (this.#peek() !== OPEN_BRACE) this.#fail('json_not_object');
    const members = this.#object();
    this.#end();
    return members;
  }

  #value(): Value {
    const start = this.#at;
    const before = this.#deviations;
    switch (this.#peek()) {
      case QUOTE: {
        const value = this.#string();
        return this.#builder.string(value, this.#text.slice(start, this.#at), this.#deviations === before);
      }
      case OPEN_BRACE:
        return this.#builder.object(this.#object());
      case OPEN_BRACKET:
        return this.#builder.array(this.#array());
      default:
        return this.#builder.scalar(this.#scalar());
    }
  }

  #object(): Member[] {
    const members: Member[] = [];
    const names: string[] = [];
    let seen: Set<string> | undefined;
    for (let more = this.#open(CLOSE_BRACE); more; more = this.#more(CLOSE_BRACE)) {
      const start = this.#at;
      const before = this.#deviations;
      if (this.#peek() !== QUOTE) this.#fail('json_syntax');
      const name = this.#string();
      if (names.length === FEW_NAMES) seen = new Set(names);
      if (seen?.has(name) ?? names.includes(name)) this.#fail('json_duplicate_key', start);
      if (names.length === this.#limits.maxFields) this.#fail('too_many_fields', start);
      names.push(name);
      seen?.add(name);
      this.#skipSpace();
      if (this.#peek() !== COLON) this.#fail('json_syntax');
      this.#at++;
      this.#skipSpace();
      const valueAt = this.#at - start;
      const value = this.#value();
      const lexeme = this.#text.slice(start, this.#at);
      members.push(this.#builder.member(name, value, lexeme, valueAt, this.#deviations === before));
    }
    return members;
  }

  #array(): Value[] {
    const items: Value[] = [];
    for (let more = this.#open(CLOSE_BRACKET); more; more = this.#more(CLOSE_BRACKET))
      items.push(this.#value());
    return items;
  }

  /** Enters an object or array. @returns whether there is anything in it */
  #open(closing: number): boolean {
    if (++this.#depth > this.#limits.maxDepth) this.#fail('too_deep');
    this.#at++;
    this.#skipSpace();
    return !this.#close(closing);
  }

  /** Moves past the comma after an element, or leaves the object or array. @returns whether there is more in it */
  #more(closing: number): boolean {
    this.#skipSpace();
    if (this.#close(closing)) return false;
    if (this.#peek() !== COMMA) this.#fail('json_syntax');
    this.#at++;
    this.#skipSpace();
    return true;
  }

  #close(closing: number): boolean {
    if (this.#peek() !== closing) return false;
    this.#at++;
    this.#depth--;
    return true;
  }

  #scalar(): string {
    const start = this.#at;
    SCALAR.lastIndex = start;
    if (!SCALAR.test(this.#text)) this.#fail('json_syntax');
    this.#at = SCALAR.lastIndex;
    const lexeme = this.#text.slice(start, this.#at);
    if (lexeme.length > this.#limits.maxNumberDigits && lexeme < 'a') this.#fail('number_too_long', start);
    return lexeme;
  }

  #string(): string {
    const text = this.#text;
    let value = '';
    let copied = this.#at + 1;
    let at = copied;
    for (;;) {
      const unit = text.charCodeAt(at);
      if (isPlainUnit(unit)) {
        at++;
      } else if (unit === QUOTE) {
        break;
      } else if (unit === BACKSLASH) {
        value += text.slice(copied, at) + this.#escape(at);
        at = this.#at;
        copied = at;
      } else if (unit < 0x20) {
        this.#fail('json_control_character', at);
      } else if (unit < 0xd800) {
        this.#deviations++;
        at++;
      } else if ((text.codePointAt(at) ?? 0) > 0xffff) {
        at += 2;
      } else {
        this.#fail(at < text.length ? 'lone_surrogate' : 'json_syntax', at);
      }
    }
    this.#at = at + 1;
    return value + text.slice(copied, at);
  }

  /**
   * Resolves the escape at `at` and moves past it. Not left to JSON.parse, which in several releases of V8 has read
   * escapes wrong: https://github.com/nodejs/node/issues/63785 and https://github.com/nodejs/node/issues/41828
   */
  #escape(at: number): string {
    this.#deviations++;
    const letter = this.#text.charAt(at + 1);
    if (letter !== 'u') {
      const character = ESCAPES[letter];
      if (character === undefined) this.#fail('json_syntax', at);
      this.#at = at + 2;
      return character;
    }
    const unit = this.#hexUnit(at);
    this.#at = at + 6;
    if (unit < 0xd800 || unit > 0xdfff) return String.fromCharCode(unit);
    // An escaped half pairs only with an escaped half: alone, neither could have come from UTF-8.
    const pair = String.fromCharCode(unit, this.#text.startsWith('\\u', at + 6) ? this.#hexUnit(at + 6) : 0);
    if ((pair.codePointAt(0) ?? 0) <= 0xffff) this.#fail('lone_surrogate', at);
    this.#at = at + 12;
    return pair;
  }

  #hexUnit(at: number): number {
    const digits = this.#text.slice(at + 2, at + 6);
    if (!HEX_UNIT.test(digits)) this.#fail('json_syntax', at);
    return Number.parseInt(digits, 16);
  }

  #peek(): number {
    return this.#text.charCodeAt(this.#at);
  }

  #skipSpace(): void {
    for (;;) {
      const unit = this.#peek();
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
      this.#at++;
      this.#deviations++;
    }
  }

  #end(): void {
    this.#skipSpace();
    if (this.#at < this.#text.length) this.#fail('json_syntax');
  }

  #fail(code: CodecErrorCode, at: number = this.#at): never {
    throw new CodecError(code, at);
  }
}
