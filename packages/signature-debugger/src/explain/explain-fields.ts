import type { JsonMemberTree, JsonTree } from '@yinjian/protocol-codec';
import type { FieldDescription, Title } from '@yinjian/provider-kit';
import type { SourceText } from '../internal/source-text.ts';
import { findField } from '../recognise/operations/candidate.ts';
import type { Reading } from '../types/reading.ts';
import type { ExplainedField } from '../types/step.ts';

/** What is said of a field besides what its table says. */
type Own = Pick<ExplainedField, 'name' | 'value' | 'type' | 'signed' | 'why' | 'at'>;

/** What the documents say of the fields of a message. */
export type Table = Pick<Reading, 'fields' | 'states'>;

/** A field with what its table says of it. */
export function explainField(own: Own, { fields, states }: Table): ExplainedField {
  const row = findField(fields, own.name);
  const valueTitle = titleOf(own.value, row?.values) ?? stateTitle(own, states);
  return {
    ...own,
    ...(row === undefined ? {} : { title: row.title }),
    ...(valueTitle === undefined ? {} : { valueTitle }),
    sensitive: row?.sensitive ?? false,
    // Without a table nothing is known to be unknown.
    unknown: row === undefined && fields.length > 0,
  };
}

function stateTitle({ name, value }: Own, states: Table['states']): Title | undefined {
  if (states === undefined || states.field !== name || !Object.hasOwn(states.values, value)) return undefined;
  return states.values[value]?.title;
}

function titleOf(value: string, values: FieldDescription['values']): Title | undefined {
  return values !== undefined && Object.hasOwn(values, value) ? values[value] : undefined;
}

/** A member of a JSON object, with its place where the text is part of the message. */
export function ownOfMember(
  { name, value, start }: JsonMemberTree,
  signed: boolean,
  why: Title,
  { text, source }: { readonly text: string; readonly source?: SourceText },
): Own {
  const shown = value.kind === 'string' ? value.value : text.slice(value.start, value.end);
  return {
    name,
    value: shown,
    type: typeOf(value),
    signed,
    why,
    ...(source === undefined ? {} : { at: source.placeOf(start, value.end) }),
  };
}

function typeOf(value: JsonTree): ExplainedField['type'] {
  if (value.kind !== 'scalar') return value.kind;
  if (value.lexeme === 'null') return 'null';
  return value.lexeme === 'true' || value.lexeme === 'false' ? 'boolean' : 'number';
}
