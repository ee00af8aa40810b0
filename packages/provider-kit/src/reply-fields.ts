import type { Field, Fields, WireValue } from './field.ts';
import { fieldNamed } from './internal/field-named.ts';

type KeysOf<F extends Fields, Use> = { [K in keyof F]: F[K]['use'] extends Use ? K : never }[keyof F];
type DataValue<F> = F extends Field<unknown, infer Data> ? Data : never;
type Numbered<Name> = Name extends `${infer Start}_$n` ? `${Start}_${number}` : Name;

/**
 * What a reply or notification says, under wire names. Only what the outcome rests on is certain to be there: the
 * platforms leave out fields that their tables call required. Fields that no table lists are kept in the object. A row
 * `coupon_fee_$n` stands for `coupon_fee_0`, `coupon_fee_1` and so on.
 */
export type DataOf<F extends Fields> = { readonly [K in KeysOf<F, 'relied'>]: DataValue<F[K]> } & {
  readonly [K in Exclude<keyof F, KeysOf<F, 'relied'>> as Numbered<K>]?: DataValue<F[K]>;
};

/** What a reply or notification says that reports success. */
export type SucceededDataOf<F extends Fields> = DataOf<F> & {
  readonly [K in KeysOf<F, 'settled'>]: DataValue<F[K]>;
};

/** What was read; `missing` are the relied fields that are not there or cannot be read. */
export type DecodedReply<F extends Fields> =
  | { readonly ok: true; readonly data: DataOf<F> }
  | { readonly ok: false; readonly missing: readonly string[]; readonly data: Partial<DataOf<F>> };

/**
 * Reads the fields of a message that has been verified: strictly what is relied on, leniently everything else.
 * `null` and the empty string count as absent.
 */
export function decodeReplyFields<F extends Fields>(
  fields: F,
  message: Readonly<Record<string, WireValue>>,
): DecodedReply<F> {
  const data: Record<string, unknown> = Object.create(null);
  const missing: string[] = [];
  const read = new Set<string>();
  for (const [name, field] of Object.entries(fields)) {
    const spelling = [name, ...field.aliases].find((alias) => isPresent(message[alias]));
    if (spelling !== undefined) {
      read.add(spelling);
      const decoded = field.decode(message[spelling]);
      if (decoded !== undefined) data[name] = decoded;
    }
    if (field.use === 'relied' && data[name] === undefined) missing.push(name);
  }
  for (const [name, value] of Object.entries(message)) {
    if (read.has(name) || Object.hasOwn(fields, name)) continue;
    const numbered = fieldNamed(fields, name);
    if (numbered === undefined) {
      data[name] = value;
      continue;
    }
    const decoded = numbered.decode(value);
    if (decoded !== undefined) data[name] = decoded;
  }
  return missing.length === 0
    ? { ok: true, data: data as DataOf<F> }
    : { ok: false, missing, data: data as Partial<DataOf<F>> };
}

function isPresent(value: WireValue | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}
