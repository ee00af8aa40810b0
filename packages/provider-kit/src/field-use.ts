import type { Field, FillContext } from './field.ts';

/** The caller may leave it out. */
export function optional<Input, Data>(field: Field<Input, Data>): Field<Input, Data, 'optional'> {
  return { ...field, use: 'optional', presence: 'optional' };
}

/** The caller may leave it out; whether the platform takes that depends on the other fields. */
export function conditional<Input, Data>(field: Field<Input, Data>): Field<Input, Data, 'optional'> {
  return { ...field, use: 'optional', presence: 'conditional' };
}

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
