import type { Title } from '@yinjian/provider-kit';
import type { Span } from '../types/step.ts';

/** Why pieces of a canonical text are written as they are. */
export interface CanonicalNote {
  readonly note: Title;
  /** Escapes, as they are written, each once; only the first of many. */
  readonly pieces: readonly string[];
  /** Where they stand, each once. */
  readonly fields: readonly string[];
}

/** Enough to know what is meant. */
const MAX_PIECES = 8;

/** The notes of a canonical text, each once, in the order of the text. */
export function notesOf(text: string, spans: readonly Span[]): CanonicalNote[] {
  const notes = new Map<string, { note: Title; pieces: Set<string>; fields: Set<string> }>();
  for (const { start, end, note, field, role } of spans) {
    if (note === undefined) continue;
    const known = notes.get(note.en) ?? { note, pieces: new Set(), fields: new Set() };
    notes.set(note.en, known);
    if (role === 'escape' && known.pieces.size < MAX_PIECES) known.pieces.add(text.slice(start, end));
    if (field !== undefined) known.fields.add(field);
  }
  return Array.from(notes.values(), ({ note, pieces, fields }) => ({
    note,
    pieces: [...pieces],
    fields: [...fields],
  }));
}

/** The field that comes after another in a canonical text, or before it; from none, the first or the last. */
export function nextField(spans: readonly Span[], from: string | undefined, by: 1 | -1): string | undefined {
  const names = [...new Set(spans.flatMap(({ field }) => (field === undefined ? [] : [field])))];
  const at = from === undefined ? -1 : names.indexOf(from);
  if (at < 0) return names.at(by === 1 ? 0 : -1);
  return names[Math.min(Math.max(at + by, 0), names.length - 1)];
}
