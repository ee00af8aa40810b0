import { CodecError } from './codec-error.ts';
import type { CodecLimits } from './codec-limits.ts';
import type { FlatFields } from './flat-fields.ts';
import { fieldText, readFields } from './internal/flat-reader.ts';
import { findLoneSurrogate } from './internal/lone-surrogate.ts';
import { formatPath } from './internal/plain-object.ts';
import { rememberByNames } from './internal/remember-by-names.ts';
import { resolveLimits } from './internal/resolve-limits.ts';
import { sortedOrder } from './internal/sorted-order.ts';

/**
 * The text WeChat Pay v2 signs for a message, without `&key=` and the key: the fields sorted by name in code-point
 * order and joined as `name=value` with `&`, nothing URL-encoded. Leaves out `sign` and every field whose value is
 * the empty string. All others count, unknown ones and `sign_type` included.
 *
 * @example
 * canonicalizeQuery({ mch_id: '10000100', body: 'test', attach: '', sign: '9A0A86' }) // 'body=test&mch_id=10000100'
 *
 * @throws {CodecError} for values other than strings and safe integers, empty names, lone surrogates, or more than
 * `maxFields` fields or `maxLength` units of text
 */
export function canonicalizeQuery(fields: FlatFields, limits?: CodecLimits): string {
  const { maxFields, maxLength } = resolveLimits(limits);
  const { names, values } = readFields(fields);
  if (names.length > maxFields) throw new CodecError('too_many_fields');
  const { order, starts } = layoutOf(names);
  let query = '';
  for (let at = 0; at < order.length; at++) {
    const index = order[at] as number;
    const name = names[index] as string;
    const value = fieldText(values[index], name);
    if (value === '' || name === 'sign') continue;
    checkWellFormed(value, name);
    const start = starts[at] as string;
    query = query + (query === '' ? start.slice(1) : start) + value;
    if (query.length > maxLength) throw new CodecError('too_large');
  }
  return query;
}

/** Where each name stands among those given, in sorted order, and what stands in front of its value. */
const layoutOf = /* @__PURE__ */ rememberByNames((names) => {
  for (const name of names) checkWellFormed(name, name);
  const order = sortedOrder(names);
  // Joined, not concatenated: a flat text, which is cheaper to take in again and again.
  return { order, starts: order.map((index) => ['&', names[index], '='].join('')) };
});

function checkWellFormed(text: string, name: string): void {
  if (findLoneSurrogate(text) >= 0) throw new CodecError('lone_surrogate', formatPath([name]));
}
