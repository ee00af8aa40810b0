import { type SourceText, SourceTextBuilder } from '../../internal/source-text.ts';
import { hereDocument } from './here-document.ts';

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

/** A command, and what it is given to read. */
export interface ShellCommand {
  readonly words: readonly ShellWord[];
  /** What `<<EOF` or `<<<` gives it. */
  readonly input?: SourceText;
}

/**
 * How a quote stands in double quotes: `\\"` in `sh`, `""` in `cmd`, `` `" `` in PowerShell, and `` \\`" `` where PowerShell
 * takes one of the two away and the program the other (before version 7.3).
 */
type Quoting = 'sh' | 'cmd' | 'powershell' | 'powershell-twice';

function quotingOf(text: string): Quoting {
  const backtick = /[{[,:>]\s*(\\?)`"/.exec(text);
  if (backtick !== null) return backtick[1] === '' ? 'powershell' : 'powershell-twice';
  return /\^\r?\n/.test(text) ? 'cmd' : 'sh';
}

/** Reads the words of a command up to its end (POSIX shell, 2.2 Quoting; `$'…'` of bash). */
export function readCommand(source: SourceText): ShellCommand {
  const quoting = quotingOf(source.text);
  const { words, end } = wordsFrom(source, 0, quoting);
  if (source.text.startsWith('<<<', end)) {
    const [word, ...further] = wordsFrom(source, end + 3, quoting).words;
    return { words: [...words, ...further], ...(word === undefined ? {} : { input: word.value }) };
  }
  const here = source.text.startsWith('<<', end) ? hereDocument(source, end) : undefined;
  if (here === undefined) return { words };
  return { words: [...words, ...wordsFrom(here.rest, 0, quoting).words], input: here.document };
}

function wordsFrom(source: SourceText, start: number, quoting: Quoting): { words: ShellWord[]; end: number } {
  const { text } = source;
  const words: ShellWord[] = [];
  let at = start;
  for (;;) {
    BETWEEN.lastIndex = at;
    if (BETWEEN.test(text)) at = BETWEEN.lastIndex;
    if (at >= text.length || /[\r\n;|&<>]/.test(text[at] ?? '')) return { words, end: at };
    const word = new WordReader(source, at, quoting);
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
  readonly #quoting: Quoting;
  #at: number;

  constructor(source: SourceText, start: number, quoting: Quoting) {
    this.#quoting = quoting;
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
    while (this.#at < this.#text.length) {
      const escape = this.#escapeAt(this.#at);
      if (escape === undefined) {
        if (this.#text[this.#at] === '"') break;
        this.#at++;
        continue;
      }
      this.#built.copy(copied, this.#at);
      copied = this.#at + escape.length;
      this.#built.replace(escape.text, this.#at, copied);
      this.#at = copied;
    }
    this.isOpen ||= this.#at >= this.#text.length;
    this.#built.copy(copied, Math.min(this.#at, this.#text.length));
    this.#at++;
  }

  /** What is escaped in double quotes. */
  #escapeAt(at: number): { readonly text: string; readonly length: number } | undefined {
    const [one, two] = [this.#text[at], this.#text[at + 1]];
    switch (this.#quoting) {
      case 'powershell-twice':
        if (this.#text.startsWith('\\`"', at)) return { text: '"', length: 3 };
        return one === '\\' && two === '\\' ? { text: two, length: 2 } : undefined;
      case 'powershell':
        return one === '`' && two !== undefined && /["`$]/.test(two) ? { text: two, length: 2 } : undefined;
      case 'cmd':
        if (one === '"' && two === '"') return { text: two, length: 2 };
        return one === '\\' && /["\\]/.test(two ?? '') ? { text: two ?? '', length: 2 } : undefined;
      case 'sh':
        if (one !== '\\' || !/["\\$`\n]/.test(two ?? '')) return undefined;
        return { text: two === '\n' ? '' : (two ?? ''), length: 2 };
    }
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
