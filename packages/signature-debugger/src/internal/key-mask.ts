import { canonicalizeJson } from '@yinjian/protocol-codec';
import type { Keys } from '../types/keys.ts';
import { MASKED_KEY } from './mask.ts';

/** Shorter ones are no keys of the platforms, and occur in any text. They are hidden where they are the whole of it. */
const SHORTEST = 8;

/** Hides keys in whatever is shown, in any case and as JSON or an address writes them. */
export class KeyMask {
  readonly #pattern: RegExp | undefined;
  readonly #short: ReadonlySet<string>;

  /** @param pastedKey That at the end of a signing text. */
  constructor(keys: Keys & { readonly otherKeys?: readonly string[] }, pastedKey?: string) {
    const shared = [keys.key, keys.agentKey, pastedKey, ...(keys.otherKeys ?? [])].flatMap(spellings);
    const pems = [keys.merchantPrivateKey, keys.platformPrivateKey].flatMap(pemSpellings);
    this.#short = new Set(shared.filter(({ length }) => length > 0 && length < SHORTEST));
    const long = [...new Set([...shared, ...pems])].filter(({ length }) => length >= SHORTEST);
    // The longest first: one may be the start of another.
    const alternatives = long.toSorted((one, other) => other.length - one.length).map(literally);
    this.#pattern = alternatives.length === 0 ? undefined : new RegExp(alternatives.join('|'), 'gi');
  }

  /** The text with a mask of fixed length for each key in it. */
  hide(text: string): string {
    if (this.#short.has(text.trim())) return MASKED_KEY;
    return this.#pattern === undefined ? text : text.replaceAll(this.#pattern, MASKED_KEY);
  }

  /** Where keys stand in a text. */
  placesIn(text: string): { readonly start: number; readonly end: number }[] {
    if (this.#short.has(text.trim())) return [{ start: 0, end: text.length }];
    if (this.#pattern === undefined) return [];
    return Array.from(text.matchAll(this.#pattern), ({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
    }));
  }
}

function spellings(key: string | undefined): string[] {
  const bare = key?.trim() ?? '';
  if (bare === '') return [];
  // Half a surrogate pair has no other spelling.
  if (/[\ud800-\udfff]/u.test(bare)) return [bare];
  const inJson = [
    canonicalizeJson({ '': bare }).slice('{"":"'.length, -'"}'.length),
    JSON.stringify(bare).slice(1, -1),
  ];
  return [bare, ...inJson, encodeURIComponent(bare)];
}

/** A PEM as it was given, and its base64 in one line. */
function pemSpellings(key: Keys['merchantPrivateKey']): string[] {
  if (typeof key !== 'string') return [];
  const pem = key.trim();
  return [pem, pem.replaceAll('\n', '\\n'), pem.replaceAll(/-----[^-]+-----|\s+/g, '')];
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
