import type { FieldDescription } from '@yinjian/provider-kit';
import type { SearchMessage } from '../../search/message.ts';
import type { Edit } from '../../search/plan.ts';
import { type Member, mapMembers, text, type Value, withValue } from '../../search/value.ts';
import { everySigned } from '../fields/signed.ts';
import type { Mistake, Variant } from '../mistake.ts';

/** More fields than a message has; of a list, more would only cost time. */
const MOST_FIELDS = 80;

const HIDDEN = { en: '…', zh: '…' };

/** A field, at the top or inside an object, with what another value of it makes of the message. */
export interface OneField {
  /** `BIZ_CONTENT.goods_id`. */
  readonly path: string;
  readonly value: Value;
  /** Its row in the documents. */
  readonly row: FieldDescription | undefined;
  readonly to: (value: Value) => Edit;
}

/** One variant for each other value that some field may have been signed with. */
export function otherValues(
  alter: (value: Value, field: OneField, message: SearchMessage) => Iterable<Value | Altered>,
): Mistake['variants'] {
  return function* variants(message) {
    for (const field of fieldsOf(message)) {
      for (const altered of alter(field.value, field, message)) {
        const { value, ...rest } = 'kind' in altered ? { value: altered } : altered;
        // What a title says may be kept where the message is not.
        const hidden = field.row?.sensitive === true && 'detail' in rest ? { detail: HIDDEN } : {};
        yield {
          set: { change: field.to(value) },
          fields: [field.path],
          ...rest,
          ...hidden,
        } satisfies Variant;
      }
    }
  };
}

export interface Altered extends Pick<Variant, 'detail' | 'extra'> {
  readonly value: Value;
}

/**
 * The same for values that are text.
 *
 * @param extraOf what the variants of a field cost beyond the mistake, in their order
 */
export function otherTexts(
  alter: (written: string, field: OneField, message: SearchMessage) => Iterable<string | undefined>,
  extraOf: (written: string, index: number) => number = () => 0,
): Mistake['variants'] {
  return otherValues(function* (value, field, message) {
    if (value.kind !== 'string') return;
    const seen = new Set([value.value]);
    for (const altered of alter(value.value, field, message)) {
      if (altered === undefined || seen.has(altered)) continue;
      seen.add(altered);
      yield { value: text(altered), extra: extraOf(value.value, seen.size - 2) };
    }
  });
}

/** Marks all but the first so many variants of a field as less likely. */
export function rareAfter(usual: number): (written: string, index: number) => number {
  return (_written, index) => (index < usual ? 0 : 2);
}

export function fieldsOf(message: SearchMessage): OneField[] {
  const rows = new Map(message.table.map((row) => [row.name, row]));
  const fields: OneField[] = [];
  for (const member of everySigned(message)) {
    const { name } = member;
    fields.push({
      path: name,
      value: member.value,
      row: rows.get(name),
      to: (value) => changing(name, () => value),
    });
    fields.push(...inside(name, member.value, (change) => changing(name, change), rows.get(name)));
  }
  return fields.slice(0, MOST_FIELDS);
}

/** Changes the field of that name. What it makes of a field it makes once, so that its text stays known. */
function changing(name: string, change: (value: Value) => Value): Edit {
  let before: Member | undefined;
  let after: Member | undefined;
  return (members) =>
    members.map((one) => {
      if (one.name !== name) return one;
      if (one !== before || after === undefined) {
        before = one;
        after = withValue(one, change(one.value));
      }
      return after;
    });
}

function inside(
  path: string,
  value: Value,
  changeOuter: (change: (value: Value) => Value) => Edit,
  row: FieldDescription | undefined,
): OneField[] {
  if (value.kind !== 'object') return [];
  return value.members.flatMap(({ name, value: inner }) => {
    // Another mistake may have changed what stands beside it.
    const changeInner = (change: (value: Value) => Value) =>
      changeOuter((outer) =>
        outer.kind === 'object'
          ? mapMembers(outer, (one) => (one.name === name ? withValue(one, change(one.value)) : one))
          : outer,
      );
    const innerPath = `${path}.${name}`;
    const innerRow = row?.fields?.find((one) => one.name === name);
    return [
      { path: innerPath, value: inner, row: innerRow, to: (other: Value) => changeInner(() => other) },
      ...inside(innerPath, inner, changeInner, innerRow),
    ];
  });
}
