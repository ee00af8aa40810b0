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
        yield { set: { change: field.to(value) }, field: field.path, ...rest, ...hidden } satisfies Variant;
      }
    }
  };
}

export interface Altered extends Pick<Variant, 'detail' | 'extra'> {
  readonly value: Value;
}

/** The same for values that are text. All but the first `usual` of each field are less likely. */
export function otherTexts(
  alter: (written: string, field: OneField, message: SearchMessage) => Iterable<string | undefined>,
  usual = Number.POSITIVE_INFINITY,
): Mistake['variants'] {
  return otherValues(function* (value, field, message) {
    if (value.kind !== 'string') return;
    const seen = new Set([value.value]);
    for (const altered of alter(value.value, field, message)) {
      if (altered === undefined || seen.has(altered)) continue;
      seen.add(altered);
      yield { value: text(altered), extra: seen.size - 1 <= usual ? 0 : 2 };
    }
  });
}

export function fieldsOf(message: SearchMessage): OneField[] {
  const rows = new Map(message.table.map((row) => [row.name, row]));
  const fields: OneField[] = [];
  for (const member of everySigned(message)) {
    const { name } = member;
    const to = (value: Value): Edit => {
      const changed: Member = { name, value };
      return (members) => members.map((one) => (one.name === name ? changed : one));
    };
    fields.push({ path: name, value: member.value, row: rows.get(name), to });
    fields.push(...inside(name, member.value, to, rows.get(name)));
  }
  return fields.slice(0, MOST_FIELDS);
}

function inside(
  path: string,
  value: Value,
  to: (value: Value) => Edit,
  row: FieldDescription | undefined,
): OneField[] {
  if (value.kind !== 'object') return [];
  return value.members.flatMap((member) => {
    const innerTo = (inner: Value): Edit =>
      to(mapMembers(value, (one) => (one === member ? withValue(one, inner) : one)));
    const innerPath = `${path}.${member.name}`;
    const innerRow = row?.fields?.find(({ name }) => name === member.name);
    return [
      { path: innerPath, value: member.value, row: innerRow, to: innerTo },
      ...inside(innerPath, member.value, innerTo, innerRow),
    ];
  });
}
