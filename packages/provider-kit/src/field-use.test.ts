import { describe, expect, it } from 'vitest';
import { text } from './field-kinds.ts';
import { conditional, filled, optional, provided, relied, settled } from './field-use.ts';

describe('the use of a field', () => {
  const field = text({ en: 'x', zh: '某' }, { maxLength: 3, sensitive: true });
  const fill = () => 'abc';

  it.each([
    [optional(field), { use: 'optional', presence: 'optional' }],
    [conditional(field), { use: 'optional', presence: 'conditional' }],
    [filled(field, fill), { use: 'filled', presence: 'required', fill }],
    [provided(field), { use: 'provided', presence: 'required' }],
    [relied(field), { use: 'relied', presence: 'required' }],
    [settled(field), { use: 'settled', presence: 'required' }],
    [relied(optional(field)), { use: 'relied', presence: 'optional' }],
  ])('changes nothing else: %#', (changed, expected) => {
    expect(changed).toEqual({ ...field, ...expected });
    expect(field).toMatchObject({ use: 'required', presence: 'required' });
  });
});
