import { compareCodePoints } from '@yinjian/protocol-codec';
import type { FieldDescription } from '@yinjian/provider-kit';
import type { Edit, Rewrite } from '../search/plan.ts';
import { type Member, type Members, mapItems, type Value, withValue } from '../search/value.ts';

export type Compare = (a: string, b: string) => number;

export function sortBy(members: Members, compare: (a: Member, b: Member) => number): Members {
  return members.toSorted(compare);
}

/** By names as platforms do. */
export const byName: Edit = (members) => sortBy(members, (a, b) => compareCodePoints(a.name, b.name));

/** Letters without regard to case first, then lower before upper; marks before digits before letters, or ignored. */
export function compareAsWords(marksCount: boolean): Compare {
  const bare = (name: string) => (marksCount ? name : name.replace(/[^\p{L}\p{N}]/gu, '')).toLowerCase();
  const rank = (text: string) => text.replaceAll('_', '\u0001').replaceAll('-', '\u0002');
  const swapCase = (name: string) => name.replace(/[a-z]/gi, (letter) => flipCase(letter));
  return (a, b) =>
    compareCodePoints(rank(bare(a)), rank(bare(b))) || compareCodePoints(swapCase(a), swapCase(b));
}

function flipCase(letter: string): string {
  return letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
}

export function compareNaturally(a: string, b: string): number {
  const padded = (name: string) => name.replace(/\d+/g, (digits) => digits.padStart(12, '0'));
  return compareCodePoints(padded(a), padded(b));
}

export const sortInside: Rewrite = (member) => withValue(member, sortDeeply(member.value));

export function sortDeeply(value: Value): Value {
  if (value.kind === 'array') return mapItems(value, sortDeeply);
  if (value.kind !== 'object') return value;
  const members = byName(value.members.map((member) => withValue(member, sortDeeply(member.value))));
  return members.every((member, at) => member === value.members[at]) ? value : { kind: 'object', members };
}

/** By the hash of the name, in as many buckets as a map has that grew with its entries. */
export const inHashMap: Edit = (members) => {
  let buckets = 16;
  while (members.length > buckets * 0.75) buckets *= 2;
  const bucketOf = ({ name }: Member) => {
    let hash = 0;
    for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0;
    return (hash ^ (hash >>> 16)) & (buckets - 1);
  };
  return sortBy(members, (a, b) => bucketOf(a) - bucketOf(b));
};

export function inOrderOf(table: readonly FieldDescription[], members: Members): Members {
  const places = new Map(table.map(({ name }, at) => [name, at]));
  const placeOf = ({ name }: Member) => places.get(name) ?? table.length;
  return sortBy(members, (a, b) => placeOf(a) - placeOf(b));
}

export function textOf({ value }: Member): string {
  return value.kind === 'string' ? value.value : value.kind === 'scalar' ? value.lexeme : '';
}
