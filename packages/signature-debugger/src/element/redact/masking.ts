import type { FieldDescription } from '@yinjian/provider-kit';
import { findField } from '../../recognise/operations/candidate.ts';
import { MASK, maskText } from './mask-text.ts';
import { isPersonal, letsIn } from './secret-names.ts';
import { spellings } from './spellings.ts';

/** What is known of a field before its value is looked at. */
export interface Row {
  readonly sensitive: boolean;
  /** Of what is nested in it. */
  readonly table: Table;
}

/** The row of a field, where there is one. */
export type Table = (name: string) => Row | undefined;

export const NO_TABLE: Table = () => undefined;

export function tableOf(fields: readonly FieldDescription[]): Table {
  return (name) => {
    const field = findField(fields, name);
    return field && { sensitive: field.sensitive, table: tableOf(field.fields ?? []) };
  };
}

/** Shorter ones occur by chance; longer than any key or field, and nothing else in the message holds them. */
const MIN_SEARCHED_LENGTH = 6;
const MAX_SEARCHED_LENGTH = 4096;

/** Tells what of a message may not be passed on. */
export class Masking {
  /** What was hidden because of where it stands. */
  readonly hidden: string[] = [];
  readonly #searched: readonly RegExp[];

  /** @param secrets What may not occur anywhere. */
  constructor(secrets: readonly string[]) {
    this.#searched = [...new Set(secrets)]
      .filter(({ length }) => length >= MIN_SEARCHED_LENGTH && length <= MAX_SEARCHED_LENGTH)
      // A longer one may hold a shorter one.
      .toSorted((one, other) => other.length - one.length)
      .map(spellings);
  }

  /** Whether the value of a field is hidden whatever it is. */
  hides(name: string, row: Row | undefined, value: string): boolean {
    if (value === '' || value === MASK) return false;
    const hides = letsIn(name) || (row?.sensitive ?? isPersonal(name));
    if (hides) this.hidden.push(value);
    return hides;
  }

  /** The text without what may not occur in any. */
  text(text: string): string {
    return maskText(this.#searched.reduce((rest, secret) => rest.replace(secret, MASK), text));
  }
}
