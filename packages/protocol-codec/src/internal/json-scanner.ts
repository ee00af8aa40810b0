import { CodecError, type CodecErrorCode } from '../codec-error.ts';
import { escapeJsonString, plainEnd } from './escape-json-string.ts';
import { checkText, type ResolvedLimits } from './resolve-limits.ts';

/** Makes values of a JSON text. */
export interface JsonBuilder<Value> {
  /** @param value escapes resolved; without lone surrogates */
  string(value: string): Value;
  /** A number, `true`, `false` or `null`, as it stands in the text. */
  scalar(lexeme: string): Value;
  array(items: Value[]): Value;
  /** Names and values in the order of the text. */
  object(names: string[], values: Value[]): Value;
}

/** Called for each member of the top level, in the order of the text, with where its value starts and ends. */
type MemberVisitor = (name: string, valueAt: number, end: number) => void;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const LOWER_U = 0x75;
const OPEN_BRACE = 0x7b;

const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

const HEX_UNIT = /^u[\dA-Fa-f]{4}$/;

/** With the `u` flag a surrogate matches only when it is not half of a pair. */
const LONE_SURROGATE = /[\ud800-\udfff]/u;

const ESCAPE_LETTERS = '"\\/bfnrt';
const ESCAPED = '"\\/\b\f\n\r\t';

/** Up to here looking through the names is faster than keeping a set of them. */
const FEW_NAMES = 16;

/**
 * Reads one JSON text (RFC 8259, nothing else) in one pass, without going through JavaScript numbers or objects.
 * Refuses what two readers could understand differently: duplicate names, lone surrogates.
 *
 * Every method that reads takes the offset to start at and returns the one it got to.
 */
export class JsonScanner<Value = undefined> {
  readonly #text: string;
  readonly #limits: ResolvedLimits;
  readonly #builder: JsonBuilder<Value> | undefined;
  #depth = 0;
  /** The value that was read last. */
  #made: Value | undefined;
  /** What the string means that was read last. */
  #meaning = '';
  /** The canonical spelling of what stands between the start of a member of the top level and `#copied`. */
  #canonical = '';
  #copied = 0;

  /** Without a builder the text is checked, and no values are made. */
  constructor(text: string, limits: ResolvedLimits, builder?: JsonBuilder<Value>) {
    checkText(text, limits);
    this.#text = text;
    this.#limits = limits;
    this.#builder = builder;
  }

  /** The whole text as one value. */
  document(): Value {
    this.#end(this.#value(this.#space(0)));
    return this.#made as Value;
  }

  /** The whole text as one object. */
  members(visit: MemberVisitor): void {
    const start = this.#space(0);
    if (this.#text.charCodeAt(start) !== OPEN_BRACE) fail('json_not_object', start);
    this.#end(this.#list(start, OPEN_BRACE, visit));
  }

  /** For a visitor: a comma and the canonical spelling of the member that ends here, its name included. */
  canonical(end: number): string {
    return this.#canonical + this.#text.slice(this.#copied, end);
  }

  #value(start: number): number {
    const unit = this.#text.charCodeAt(start);
    if (unit === QUOTE) {
      const end = this.#string(start);
      this.#made = this.#builder?.string(this.#meaning);
      return end;
    }
    return unit === OPEN_BRACE || unit === OPEN_BRACKET ? this.#list(start, unit) : this.#scalar(start);
  }

  #scalar(start: number): number {
    SCALAR.lastIndex = start;
    if (!SCALAR.test(this.#text)) fail('json_syntax', start);
    const lexeme = this.#text.slice(start, SCALAR.lastIndex);
    if (lexeme.length > this.#limits.maxNumberDigits && lexeme < 'a') fail('number_too_long', start);
    this.#made = this.#builder?.scalar(lexeme);
    return start + lexeme.length;
  }

  /** An object or an array; what closes it is two after what opens it. */
  #list(start: number, opening: number, visit?: MemberVisitor): number {
    const text = this.#text;
    const names: string[] = [];
    const values: Value[] = [];
    let seen: Set<string> | undefined;
    if (++this.#depth > this.#limits.maxDepth) fail('too_deep', start);
    let at = this.#space(start + 1);
    if (text.charCodeAt(at) !== opening + 2) {
      for (;;) {
        let name = '';
        if (opening === OPEN_BRACE) {
          const nameStart = at;
          if (visit !== undefined) {
            // The comma in front comes along: it is in the text nearly always.
            this.#canonical = text.charCodeAt(at - 1) === COMMA ? '' : ',';
            this.#copied = at - 1 + this.#canonical.length;
          }
          if (text.charCodeAt(at) !== QUOTE) fail('json_syntax', at);
          at = this.#string(at);
          name = this.#meaning;
          if (names.length === FEW_NAMES) seen = new Set(names);
          if (seen?.has(name) ?? names.includes(name)) fail('json_duplicate_key', nameStart);
          if (names.length === this.#limits.maxFields) fail('too_many_fields', nameStart);
          names.push(name);
          seen?.add(name);
          at = this.#past(COLON, at);
        }
        const valueAt = at;
        at = this.#value(at);
        if (this.#builder !== undefined) values.push(this.#made as Value);
        visit?.(name, valueAt, at);
        if (text.charCodeAt(at) !== COMMA) at = this.#space(at);
        if (text.charCodeAt(at) === opening + 2) break;
        at = this.#past(COMMA, at);
      }
    }
    this.#depth--;
    const builder = this.#builder;
    this.#made = opening === OPEN_BRACE ? builder?.object(names, values) : builder?.array(values);
    return at + 1;
  }

  #string(start: number): number {
    const text = this.#text;
    let meaning = '';
    let copied = start + 1;
    let at = plainEnd(text, copied);
    for (; text.charCodeAt(at) !== QUOTE; at = plainEnd(text, copied)) {
      const unit = text.charCodeAt(at);
      if (unit < 0x20) fail('json_control_character', at);
      let character = String.fromCodePoint(text.codePointAt(at) ?? fail('json_syntax', at));
      let length = character.length;
      if (unit === BACKSLASH) {
        character = this.#escape(at);
        length = text.charCodeAt(at + 1) === LOWER_U ? 6 * character.length : 2;
      }
      if (LONE_SURROGATE.test(character)) fail('lone_surrogate', at);
      meaning += text.slice(copied, at) + character;
      copied = at + length;
      this.#respell(at, copied, escapeJsonString(character));
    }
    this.#meaning = meaning + text.slice(copied, at);
    return at + 1;
  }

  /**
   * What the escape at `at` stands for. Not left to JSON.parse, which in several releases of V8 has read escapes wrong:
   * https://github.com/nodejs/node/issues/63785 and https://github.com/nodejs/node/issues/41828
   */
  #escape(at: number): string {
    const letter = this.#text.charAt(at + 1);
    const index = letter === '' ? -1 : ESCAPE_LETTERS.indexOf(letter);
    if (index >= 0) return ESCAPED.charAt(index);
    const unit = this.#hexUnit(at);
    // An escaped half pairs only with an escaped half: alone, neither could have come from UTF-8.
    const isHalf = LONE_SURROGATE.test(unit) && this.#text.startsWith('\\u', at + 6);
    return isHalf ? unit + this.#hexUnit(at + 6) : unit;
  }

  #hexUnit(at: number): string {
    const digits = this.#text.slice(at + 1, at + 6);
    if (!HEX_UNIT.test(digits)) fail('json_syntax', at);
    return String.fromCharCode(Number.parseInt(digits.slice(1), 16));
  }

  /** What stands between the offsets has this canonical spelling. */
  #respell(start: number, end: number, spelling: string): void {
    this.#canonical += this.#text.slice(this.#copied, start) + spelling;
    this.#copied = end;
  }

  /** Past the unit that must come next, and up to what follows. */
  #past(expected: number, start: number): number {
    let at = start;
    if (this.#text.charCodeAt(at) !== expected) at = this.#space(at);
    if (this.#text.charCodeAt(at) !== expected) fail('json_syntax', at);
    return this.#space(at + 1);
  }

  /** Up to what follows the white space. */
  #space(start: number): number {
    let at = start;
    if (this.#text.charCodeAt(at) > 0x20) return at;
    while (isSpace(this.#text.charCodeAt(at))) at++;
    if (at > start) this.#respell(start, at, '');
    return at;
  }

  #end(start: number): void {
    const at = this.#space(start);
    if (at < this.#text.length) fail('json_syntax', at);
  }
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

function fail(code: CodecErrorCode, at: number): never {
  throw new CodecError(code, at);
}
