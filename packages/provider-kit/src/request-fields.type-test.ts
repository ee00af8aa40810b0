import type { Field } from './field.ts';
import { code, fen, text, time } from './field-kinds.ts';
import { conditional, filled, optional, provided, relied } from './field-use.ts';
import { object } from './object-field.ts';
import type { InputOf, RequestFields } from './request-fields.ts';

const title = { en: '', zh: '' };

const plain = {
  fields: {
    merchant: provided(text(title)),
    nonce: filled(text(title), ({ nonce }) => nonce()),
    order: text(title),
    amount: fen(title),
    at: optional(time(title)),
    memo: conditional(text(title)),
    kind: code(title, { A: title, B: title }),
  },
} as const satisfies RequestFields;
type Plain = InputOf<typeof plain>;

const least = { order: '1', amount: 1, kind: 'A' } as const;
least satisfies Plain;
({ ...least, nonce: 'x', at: new Date(), memo: '' }) satisfies Plain;
({ ...least, at: '20260101000000' }) satisfies Plain;
// @ts-expect-error A required field is missing.
({ order: '1', kind: 'A' }) satisfies Plain;
// @ts-expect-error An amount is a number of fen.
({ ...least, amount: '1' }) satisfies Plain;
// @ts-expect-error Codes are a closed set on the way out.
({ ...least, kind: 'C' }) satisfies Plain;
// @ts-expect-error Only the client provides it.
({ ...least, merchant: 'M1' }) satisfies Plain;
// @ts-expect-error No such field.
({ ...least, ordr: '1' }) satisfies Plain;
// @ts-expect-error Left out, not undefined.
({ ...least, memo: undefined }) satisfies Plain;

const cases = {
  fields: { kind: code(title, { A: title, B: title }) },
  cases: { on: 'kind', of: { A: { a: text(title) }, B: { b: optional(fen(title)) } } },
} as const satisfies RequestFields;
type Cases = InputOf<typeof cases>;
({ kind: 'A', a: '1' }) satisfies Cases;
({ kind: 'B' }) satisfies Cases;
({ kind: 'B', b: 1 }) satisfies Cases;
// @ts-expect-error This case needs its field.
({ kind: 'A' }) satisfies Cases;
// @ts-expect-error A field of the other case.
({ kind: 'B', a: '1' }) satisfies Cases;

const either = {
  fields: { one: optional(text(title)), two: optional(fen(title)), three: optional(text(title)) },
  atLeastOne: ['one', 'two'],
} as const satisfies RequestFields;
type Either = InputOf<typeof either>;
({ one: '1' }) satisfies Either;
({ two: 2 }) satisfies Either;
({ one: '1', two: 2, three: '3' }) satisfies Either;
// @ts-expect-error Neither of the two.
({ three: '3' }) satisfies Either;

const eitherInCase = {
  fields: { kind: code(title, { A: title, B: title }) },
  cases: {
    on: 'kind',
    of: { A: { a: text(title) }, B: { one: optional(text(title)), two: optional(fen(title)) } },
    atLeastOne: { B: ['one', 'two'] },
  },
} as const satisfies RequestFields;
type EitherInCase = InputOf<typeof eitherInCase>;
({ kind: 'A', a: '1' }) satisfies EitherInCase;
({ kind: 'B', one: '1' }) satisfies EitherInCase;
({ kind: 'B', one: '1', two: 2 }) satisfies EitherInCase;
// @ts-expect-error Neither of the two.
({ kind: 'B' }) satisfies EitherInCase;
// @ts-expect-error The other case has no such field.
({ kind: 'A', a: '1', one: '1' }) satisfies EitherInCase;

const nested = object(title, { from: text(title), to: optional(text(title)) }, { write: JSON.stringify });
nested satisfies Field<{ readonly from: string }, string, 'required'>;
type Nested = InputOf<{ readonly fields: { readonly ride: typeof nested } }>;
({ ride: { from: 'a', to: 'b' } }) satisfies Nested;
// @ts-expect-error Objects are checked to the bottom.
({ ride: { to: 'b' } }) satisfies Nested;

// @ts-expect-error What a reply relies on is nothing that a caller gives.
relied(text(title)) satisfies Field<string, string, 'required'>;
