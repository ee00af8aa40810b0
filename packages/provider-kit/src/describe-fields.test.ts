import { describe, expect, it } from 'vitest';
import { describeCases, describeReply, describeRequest } from './describe-fields.ts';
import { code, fen, ipv4, text, time } from './field-kinds.ts';
import { conditional, filled, optional, UNSAID } from './field-use.ts';
import { ask, place } from './internal/fixtures/sample-operations.ts';
import { object } from './object-field.ts';
import type { RequestFields } from './request-fields.ts';

const title = { en: 'x', zh: '某' };

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

  it('tells how a value is written, and between which bounds it lies', () => {
    const fields = {
      at: time(title),
      day: text(title, { pattern: [/^\d{8}$/, 'must be a day'], formats: ['yyyyMMdd'] }),
      digits: text(title, { pattern: [/^\d+$/, 'must be digits'] }),
      ip: ipv4(title),
      amount: fen(title, { max: 500 }),
      free: text(title),
    };
    const rows = describeRequest({ fields }).map(({ formats, pattern, minimum, maximum }) => [
      formats,
      pattern,
      minimum,
      maximum,
    ]);
    expect(rows).toEqual([
      [['yyyyMMddHHmmss'], undefined, undefined, undefined],
      [['yyyyMMdd'], '^\\d{8}$', undefined, undefined],
      [undefined, '^\\d+$', undefined, undefined],
      [['IPv4'], expect.any(String), undefined, undefined],
      [undefined, undefined, 1, 500],
      [undefined, undefined, undefined, undefined],
    ]);
  });

  it('tells what the client fills in: a value, as it goes on the wire, or what is made anew each time', () => {
    const fields = {
      currency: filled(code(title, { CNY: title }), () => 'CNY' as const),
      rows: filled(fen(title), () => 10),
      nonce: filled(text(title), ({ nonce }) => nonce().slice(0, 8)),
      at: filled(time(title), ({ now }) => now()),
      own: text(title),
    };
    const rows = describeRequest({ fields });
    expect(rows.map(({ default: value, generated }) => [value, generated])).toEqual([
      ['CNY', undefined],
      ['10', undefined],
      [undefined, 'nonce'],
      [undefined, 'time'],
      [undefined, undefined],
    ]);
  });

  it('describes no field that is filled with what it does not take', () => {
    const fields = { rows: filled(fen(title), () => 0.5) };
    expect(() => describeRequest({ fields })).toThrow('rows must be a whole number of fen');
  });

  it('tells when a field is wanted: what it says itself, and which of several are needed', () => {
    const fields = {
      note: conditional(text(title), { en: 'where it rains', zh: '下雨时' }),
      memo: conditional(text(title), UNSAID),
      one: conditional(text(title)),
      other: conditional(text(title)),
      always: { ...conditional(text(title), UNSAID), presence: 'required' as const },
    };
    const rows = describeRequest({ fields, atLeastOne: ['one', 'other'] });
    expect(rows.map(({ condition }) => condition?.en)).toEqual([
      'where it rains',
      'the documents do not say when',
      'this or other',
      'this or one',
      undefined,
    ]);
    expect(rows[2]?.condition?.zh).toBe('与 other 至少填一项');
  });

  it('tells in which cases a field is wanted, may be given or is refused', () => {
    const kind = code(title, { A: title, B: title, C: title });
    const own = { en: 'where it rains', zh: '下雨时' };
    const either = conditional(text(title));
    const cases = {
      on: 'kind',
      of: {
        A: { wanted: text(title), both: text(title), some: text(title), one: either, other: either },
        B: { both: text(title), some: optional(text(title)), rainy: conditional(text(title), own) },
        C: { both: text(title), may: optional(text(title)) },
      },
      atLeastOne: { A: ['one', 'other'] },
    };
    const request: RequestFields = { fields: { kind }, cases };
    const told = describeRequest(request).map(({ name, presence, condition }) => [
      name,
      presence,
      condition?.en,
      condition?.zh,
    ]);
    expect(told).toEqual([
      ['kind', 'required', undefined, undefined],
      ['wanted', 'conditional', 'where kind is A', 'kind 为 A 时'],
      ['both', 'required', undefined, undefined],
      [
        'some',
        'conditional',
        'where kind is A; may be given where kind is B',
        'kind 为 A 时必填；kind 为 B 时可填',
      ],
      ['one', 'conditional', 'where kind is A: this or other', 'kind 为 A 时：与 other 至少填一项'],
      ['other', 'conditional', 'where kind is A: this or one', 'kind 为 A 时：与 one 至少填一项'],
      ['rainy', 'conditional', 'where kind is B: where it rains', 'kind 为 B 时：下雨时'],
      ['may', 'conditional', 'may be given where kind is C', 'kind 为 C 时可填'],
    ]);
  });
});

describe('describeCases', () => {
  it('describes each table by itself, with what of it at least one must be given', () => {
    const either = conditional(text(title));
    const of = { A: { one: either, other: either }, B: {} };
    const described = describeCases({ on: 'kind', of, atLeastOne: { A: ['one', 'other'] } });
    expect(described).toMatchObject({ on: 'kind', atLeastOne: { A: ['one', 'other'] } });
    expect(described.of['A']?.map(({ condition }) => condition?.en)).toEqual([
      'this or other',
      'this or one',
    ]);
    expect(described.of['B']).toEqual([]);
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

  it('tells of no rule that only what is sent has to keep', () => {
    const digits = text(title, { pattern: [/^\d+$/, 'must be digits'] });
    const rows = describeReply({ amount: fen(title), at: time(title), digits });
    expect(rows.map((row) => [row.minimum, row.maximum, row.pattern, row.formats])).toEqual([
      [undefined, undefined, undefined, undefined],
      [undefined, undefined, undefined, ['yyyyMMddHHmmss']],
      [undefined, undefined, undefined, undefined],
    ]);
  });

  it('holds to that within an object, too', () => {
    const inner = object(title, { amount: fen(title) }, { write: JSON.stringify });
    expect(describeReply({ inner })[0]?.fields?.[0]?.maximum).toBeUndefined();
    expect(describeRequest({ fields: { inner } })[0]?.fields?.[0]?.maximum).toBe(1_000_000_000);
  });
});
