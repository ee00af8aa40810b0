import type { Place } from '../types/place.ts';

/** A piece of a text: where it starts, and which part of which other text it stands for. */
interface Piece {
  readonly start: number;
  readonly source: SourceText;
  readonly from: number;
  readonly to: number;
  /** Copied as it was, so that each character has its own place. */
  readonly isCopy: boolean;
}

/** A text taken out of the message, which knows where in the message each of its characters stands. */
export class SourceText {
  readonly text: string;
  /** None: the message itself. */
  readonly #pieces: readonly Piece[];

  private constructor(text: string, pieces: readonly Piece[]) {
    this.text = text;
    this.#pieces = pieces;
  }

  /** The message itself. */
  static whole(message: string): SourceText {
    return new SourceText(message, []);
  }

  /** What a {@link SourceTextBuilder} puts together. */
  static of(text: string, pieces: readonly Piece[]): SourceText {
    return new SourceText(text, pieces);
  }

  /** A part of it. */
  slice(start: number, end: number = this.text.length): SourceText {
    const piece = { start: 0, source: this, from: start, to: end, isCopy: true };
    return new SourceText(this.text.slice(start, end), [piece]);
  }

  /** Without white space around it; a byte-order mark, which `String.trim` takes off too, stays. */
  trim(): SourceText {
    let start = 0;
    let end = this.text.length;
    while (start < end && BLANKS.includes(this.text.charAt(start))) start++;
    while (end > start && BLANKS.includes(this.text.charAt(end - 1))) end--;
    return start === 0 && end === this.text.length ? this : this.slice(start, end);
  }

  /** Where in the message that was given a part of this text stands. */
  placeOf(start: number, end: number = start): Place {
    const first = this.#pieceAt(start);
    if (first === undefined) return { start, end: Math.max(start, end) };
    const begin = this.#begin(first, start);
    const last = end > start ? this.#pieceAt(end - 1) : undefined;
    if (last === undefined) return { start: begin, end: begin };
    const to = last.isCopy ? last.from + end - last.start : last.to;
    return { start: begin, end: last.source.placeOf(last.from, to).end };
  }

  #begin({ source, isCopy, from, to, start }: Piece, offset: number): number {
    if (isCopy) return source.placeOf(from + offset - start).start;
    // The end of the text is the end of what its last piece stands for.
    return offset < this.text.length ? source.placeOf(from).start : source.placeOf(from, to).end;
  }

  #pieceAt(offset: number): Piece | undefined {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#pieces[low];
  }
}

const BLANKS = ' \t\r\n\f\v\u00a0\u3000\u200b';

/** Puts a text together from pieces of another. */
export class SourceTextBuilder {
  readonly #source: SourceText;
  readonly #pieces: Piece[] = [];
  #text = '';

  constructor(source: SourceText) {
    this.#source = source;
  }

  /** The part from `from` to `to` as it is. */
  copy(from: number, to: number): void {
    if (to > from) this.#push(this.#source.text.slice(from, to), { from, to, isCopy: true });
  }

  /** What the part from `from` to `to` stands for. */
  replace(text: string, from: number, to: number): void {
    if (text !== '') this.#push(text, { from, to, isCopy: false });
  }

  /** The whole of another text. */
  append(source: SourceText): void {
    this.#push(source.text, { source, from: 0, to: source.text.length, isCopy: true });
  }

  build(): SourceText {
    // Without a piece it would be taken for the message itself.
    if (this.#pieces.length === 0) this.#push('', { from: 0, to: 0, isCopy: true });
    return SourceText.of(this.#text, this.#pieces);
  }

  #push(text: string, piece: Omit<Piece, 'start' | 'source'> & Partial<Piece>): void {
    this.#pieces.push({ source: this.#source, ...piece, start: this.#text.length });
    this.#text += text;
  }
}

/** Replaces what a global expression finds by what it stands for; `undefined` leaves it as it is. */
export function decodeMatches(
  source: SourceText,
  pattern: RegExp,
  decode: (match: RegExpExecArray) => string | undefined,
): SourceText {
  const built = new SourceTextBuilder(source);
  let copied = 0;
  for (const match of source.text.matchAll(pattern)) {
    const text = decode(match);
    if (text === undefined) continue;
    built.copy(copied, match.index);
    copied = match.index + match[0].length;
    built.replace(text, match.index, copied);
  }
  built.copy(copied, source.text.length);
  return built.build();
}
