import { describe, expect, it } from 'vitest';
import { ask, place } from './internal/fixtures/sample-operations.ts';
import { describeReply, describeRequest } from './operation.ts';

describe('describeRequest', () => {
  it('lists every field once, those of the cases after the others', () => {
    const rows = describeRequest(place.request);
    expect(rows.map(({ name, presence, type }) => `${name} ${presence} ${type}`)).toEqual([
      'merchant required string',
      'nonce required string',
      'order required string',
      'amount required fen',
      'card required string',
      'owner optional string',
      'address optional string',
      'kind required code',
      'detail required object',
      'till conditional string',
    ]);
    expect(rows.slice(0, 3).map(({ client }) => client)).toEqual(['sets', 'fills', undefined]);
    expect(rows[2]).toMatchObject({ maxLength: 32, sensitive: false });
    expect(rows[4]).toMatchObject({ sensitive: true });
    expect(rows[6]).toMatchObject({ documentedLength: 8 });
    expect(Object.keys(rows[7]?.values ?? {})).toEqual(['RIDE', 'SHOP']);
    expect(rows[8]?.fields?.map(({ name, presence }) => `${name} ${presence}`)).toEqual([
      'from required',
      'at required',
      'seat optional',
    ]);
  });
});

describe('describeReply', () => {
  it('lists the fields as the table has them', () => {
    expect(describeReply(ask.reply)[4]).toEqual({
      name: 'note',
      presence: 'optional',
      type: 'string',
      title: { en: 'x', zh: '某' },
      sensitive: false,
    });
  });
});
