import type { FieldDescription, States, Title } from '@yinjian/provider-kit';
import type { Direction } from '../../types/recognised.ts';

/** One message of a platform, and what tells it from others. */
export interface Candidate {
  readonly operation: string;
  readonly title: Title;
  readonly direction: Direction;
  readonly fields: readonly FieldDescription[];
  /** Of what the platform sends: what its state field means. */
  readonly states?: States;
}

/**
 * The candidates that fit a set of field names best; none where no candidate has most of the names that tell.
 *
 * @param telling Those of the names that not every message has.
 */
export function bestFits<C extends Candidate>(
  candidates: readonly C[],
  names: readonly string[],
  telling: readonly string[] = names,
): readonly C[] {
  const given = new Set(names);
  let best: C[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const isKnown = (name: string) => hasField(candidate.fields, name);
    if (telling.filter(isKnown).length * 2 <= telling.length) continue;
    const unknown = names.filter((name) => !isKnown(name)).length;
    const isMissing = ({ name, presence }: FieldDescription) => presence === 'required' && !given.has(name);
    const missing = candidate.fields.filter(isMissing).length;
    // A field that the table does not have weighs more than one that is not there.
    const distance = unknown * 2 + missing;
    if (distance < least) best = [];
    if (distance <= least) best.push(candidate);
    least = Math.min(least, distance);
  }
  return best;
}

/** Whether a table has a field. */
export function hasField(fields: readonly FieldDescription[], name: string): boolean {
  return findField(fields, name) !== undefined;
}

/** The row of a field; `coupon_fee_$n` stands for each of `coupon_fee_0`, `coupon_fee_1`, … */
export function findField(fields: readonly FieldDescription[], name: string): FieldDescription | undefined {
  let rows = tables.get(fields);
  if (rows === undefined) {
    rows = new Map(fields.map((field) => [field.name, field]));
    tables.set(fields, rows);
  }
  return rows.get(name) ?? (/_\d+$/.test(name) ? rows.get(name.replace(/\d+$/, '$$n')) : undefined);
}

/** The rows of the tables by name: a message is compared with some sixty of them. */
const tables = new WeakMap<readonly FieldDescription[], ReadonlyMap<string, FieldDescription>>();

/** The rows of all candidates, one for each name. */
export function joinTables(candidates: readonly Candidate[]): readonly FieldDescription[] {
  const rows = new Map<string, FieldDescription>();
  for (const { fields } of candidates) {
    for (const field of fields) if (!rows.has(field.name)) rows.set(field.name, field);
  }
  return [...rows.values()];
}

/** What all candidates agree on. */
export function agreed<C extends Candidate, Name extends keyof C>(
  candidates: readonly C[],
  name: Name,
): C[Name] | undefined {
  const [first] = candidates;
  return candidates.every((candidate) => candidate[name] === first?.[name]) ? first?.[name] : undefined;
}
