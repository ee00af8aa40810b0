import type { Title } from '@yinjian/provider-kit';
import type { Span } from '../types/step.ts';

/** Writes a text and remembers what each piece of it is. */
export class SpanWriter {
  readonly spans: Span[] = [];
  /** The top-level field that is being written. */
  field: string | undefined;
  #text = '';

  get text(): string {
    return this.#text;
  }

  write(text: string, role: Span['role'], note?: Title): void {
    if (text === '') return;
    const start = this.#text.length;
    this.#text += text;
    const end = this.#text.length;
    const last = this.spans.at(-1);
    const continues =
      last !== undefined && last.role === role && last.field === this.field && last.note === note;
    // Each escape is a span of its own.
    if (continues && role !== 'escape') {
      this.spans[this.spans.length - 1] = { ...last, end };
      return;
    }
    const { field } = this;
    this.spans.push({
      start,
      end,
      role,
      ...(field === undefined ? {} : { field }),
      ...(note === undefined ? {} : { note }),
    });
  }
}
