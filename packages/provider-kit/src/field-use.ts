import type { Field, FillContext } from './field.ts';
import type { Title } from './title.ts';

/** The caller may leave it out. */
export function optional<Input, Data>(field: Field<Input, Data>): Field<Input, Data, 'optional'> {
  return { ...field, use: 'optional', presence: 'optional' };
}

/**
 * The caller may leave it out; whether the platform takes that depends on the other fields.
 *
 * @param condition When it is wanted, in words: needed where no rule of the request tells (`cases`, `atLeastOne`).
 */
export function conditional<Input, Data>(
  field: Field<Input, Data>,
  condition?: Title,
): Field<Input, Data, 'optional'> {
  const told = condition === undefined ? {} : { condition };
  return { ...field, use: 'optional', presence: 'conditional', ...told };
}

/** The condition of a field that the documents call conditional and say no more about. */
export const UNSAID: Title = { zh: '文档未说明条件', en: 'the documents do not say when' };

/** The client makes one up where the caller gives none. What `fill` makes is checked like what a caller gives. */
export function filled<Input, Data>(
  field: Field<Input, Data>,
  fill: (context: FillContext) => NoInfer<Input>,
): Field<Input, Data, 'filled'> {
  return { ...field, use: 'filled', fill };
}

/** The client sets it from its configuration; a caller cannot. */
export function provided<Input, Data>(field: Field<Input, Data>): Field<Input, Data, 'provided'> {
  return { ...field, use: 'provided' };
}

/** A reply or notification without it concludes nothing. */
export function relied<Input, Data>(field: Field<Input, Data>): Field<Input, Data, 'relied'> {
  return { ...field, use: 'relied' };
}

/** A reply or notification that says that it happened must carry it; others may leave it out. */
export function settled<Input, Data>(field: Field<Input, Data>): Field<Input, Data, 'settled'> {
  return { ...field, use: 'settled' };
}
