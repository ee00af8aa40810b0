import { type SourceText, SourceTextBuilder } from '../../internal/source-text.ts';

/** One word of a command line. */
export interface ShellWord {
  /** As the shell hands it on, quotes taken away. */
  readonly value: SourceText;
  /** As it is written. */
  readonly raw: SourceText;
  /** Whether a quote in it is never closed. */
  readonly isOpen: boolean;
}

/** White space, and ends of lines that are escaped as `sh`, `cmd` and PowerShell do. */
const BETWEEN = /(?:[ \t]|[\\^`]\r?\n)+/y;

/** Splits a command line into its words, up to the end of the command (POSIX shell, 2.2 Quoting; `$'…'` of bash). */
export function shellWords(source: SourceText): ShellWord[] {
  const { text } = source;
  const words: ShellWord[] = [];
  let at = 0;
  for (;;) {
    BETWEEN.lastIndex = at;
    if (BETWEEN.test(text)) at = BETWEEN.lastIndex;
    if (at >= text.length || /[\r\n;|&<>]/.test(text[at] ?? '')) return words;
    const word = new WordReader(source, at);
    at = word.read();
    words.push({ value: word.value(), raw: source.slice(word.start, at), isOpen: word.isOpen });
  }
}

const ANSI_C =
  /\\(?:([abefnrtv])|x([\dA-Fa-f]{1,2})|u([\dA-Fa-f]{1,4})|U([\dA-Fa-f]{1,8})|([0-7]{1,3})|([^]))/y;

const CONTROLS: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

class WordReader {
  readonly start: number;
  isOpen = false;
  readonly #text: string;
  readonly #built: SourceTextBuilder;
  #at: number;

  constructor(source: SourceText, start: number) {
    this.#text = source.text;
    this.#built = new SourceTextBuilder(source);
    this.start = start;
    this.#at = start;
  }

  value(): SourceText {
    return this.#built.build();
  }

  /** @returns where the word ends */
  read(): number {
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? '';
      if (/[ \t\r\n;|&<>]/.test(character)) break;
      if (character === "'") this.#quoted();
      else if (character === '"') this.#doubleQuoted();
      else if (character === '$' && this.#text[this.#at + 1] === "'") this.#ansiQuoted();
      else if (character === '\\') this.#escaped();
      else this.#built.copy(this.#at, ++this.#at);
    }
    return this.#at;
  }

  #escaped(): void {
    const next = this.#text.slice(this.#at + 1).match(/^(?:\r?\n|[^])/u)?.[0] ?? '';
    if (!next.endsWith('\n')) this.#built.copy(this.#at + 1, this.#at + 1 + next.length);
    this.#at += 1 + next.length;
  }

  #quoted(): void {
    const end = this.#text.indexOf("'", this.#at + 1);
    this.isOpen ||= end < 0;
    const to = end < 0 ? this.#text.length : end;
    this.#built.copy(this.#at + 1, to);
    this.#at = to + 1;
  }

  #doubleQuoted(): void {
    let copied = ++this.#at;
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text[this.#at];
      if (character === '"') break;
      if (character !== '\\' || !/["\\$`\n]/.test(this.#text[this.#at + 1] ?? '')) continue;
      this.#built.copy(copied, this.#at);
      copied = this.#at + (this.#text[this.#at + 1] === '\n' ? 2 : 1);
      this.#at++;
    }
    this.isOpen ||= this.#at >= this.#text.length;
    this.#built.copy(copied, Math.min(this.#at, this.#text.length));
    this.#at++;
  }

  #ansiQuoted(): void {
    let copied = this.#at + 2;
    this.#at = copied;
    while (this.#at < this.#text.length && this.#text[this.#at] !== "'") {
      ANSI_C.lastIndex = this.#at;
      const match = this.#text[this.#at] === '\\' ? ANSI_C.exec(this.#text) : null;
      if (match === null) {
        this.#at++;
        continue;
      }
      this.#built.copy(copied, this.#at);
      copied = ANSI_C.lastIndex;
      this.#built.replace(ansiCharacter(match), this.#at, copied);
      this.#at = copied;
    }
    this.isOpen ||= this.#at >= this.#text.length;
    this.#built.copy(copied, this.#at);
    this.#at++;
  }
}

function ansiCharacter([, control, x, u, longU, octal, other]: RegExpExecArray): string {
  if (control !== undefined) return CONTROLS[control] ?? '';
  if (other !== undefined) return other;
  const codePoint =
    octal === undefined ? Number.parseInt(x ?? u ?? longU ?? '', 16) : Number.parseInt(octal, 8);
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '\ufffd';
}
