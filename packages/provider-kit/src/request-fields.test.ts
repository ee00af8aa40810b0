import { CodecError } from '@yinjian/protocol-codec';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { RequestError } from './errors.ts';
import type { Field } from './field.ts';
import { code, text } from './field-kinds.ts';
import { filled, optional } from './field-use.ts';
import { everythingVisible } from './internal/fixtures/everything-visible.ts';
import { issuesOf, rejection } from './internal/fixtures/rejection.ts';
import { ask, place } from './internal/fixtures/sample-operations.ts';
import { object } from './object-field.ts';
import { encodeRequestFields, notSent, type RequestFields } from './request-fields.ts';

const title = { en: 'x', zh: '某' };
const context = { now: () => new Date(0), nonce: () => 'NONCE', provided: { merchant: 'M1' } };
const encode = (input: unknown, request: RequestFields = place.request) =>
  encodeRequestFields('sample.place', request, input, context);
const refused = async (input: unknown, request?: RequestFields) =>
  issuesOf(await rejection(() => encode(input, request)));

const shop = { order: 'A1', amount: 888, card: '6222020200112233445', kind: 'SHOP', detail: 'tea' } as const;

describe('encodeRequestFields', () => {
  it('gives text in the order of the table, with what the client adds', () => {
    const input = {
      detail: 'tea',
      kind: 'SHOP',
      card: shop.card,
      owner: undefined,
      amount: 888,
      order: 'A1',
    };
    expect(Object.entries(encode(input))).toEqual([
      ['merchant', 'M1'],
      ['nonce', 'NONCE'],
      ['order', 'A1'],
      ['amount', '888'],
      ['card', '6222020200112233445'],
      ['kind', 'SHOP'],
      ['detail', 'tea'],
    ]);
  });

  it('prefers the value that the caller gives for a filled field', () => {
    expect(encode({ ...shop, nonce: 'MINE' })).toMatchObject({ nonce: 'MINE' });
  });

  it('applies the table of the case', async () => {
    const detail = { from: '西单', at: '20170826104339' };
    expect(encode({ ...shop, kind: 'RIDE', detail })).toMatchObject({ detail: JSON.stringify(detail) });
    expect(await refused({ ...shop, kind: 'RIDE' })).toEqual(['detail wrong_type']);
    expect(await refused({ ...shop, detail })).toEqual(['detail wrong_type']);
    expect(await refused({ ...shop, kind: 'RIDE', detail, till: '7' })).toEqual(['till conflict']);
    expect(encode({ ...shop, till: '7' })).toMatchObject({ till: '7' });
  });

  it('says which case a field belongs to', async () => {
    const ride = { from: '西单', at: '20170826104339' };
    const message = async (input: unknown, request?: RequestFields) => {
      const { issues } = await rejection(() => encode(input, request));
      return issues.map((issue) => `${issue.path} ${issue.message}`);
    };
    expect(await message({ ...shop, kind: 'RIDE', detail: ride, till: '7' })).toEqual([
      'till is only for kind SHOP',
    ]);
    const nested = object(title, { from: text(title) }, { write: JSON.stringify });
    const wider = object(title, { from: text(title), to: text(title) }, { write: JSON.stringify });
    const request = {
      fields: { kind: code(title, { A: title, B: title, C: title }) },
      cases: { on: 'kind', of: { A: { ride: nested }, B: { ride: wider }, C: { ride: wider } } },
    };
    expect(await message({ kind: 'A', ride: { from: 'x', to: 'y', wheels: 4 } }, request)).toEqual([
      'ride.to is only for kind B or C',
      'ride.wheels is not a field here',
    ]);
  });

  it('tells of each value once, whatever number of rules it breaks', async () => {
    const { issues } = await rejection(() =>
      encode({ ...shop, card: '', order: 'A'.repeat(33), amount: 0.5 }),
    );
    expect(issues).toEqual([
      { path: 'order', code: 'invalid_value', message: 'is longer than 32 characters' },
      { path: 'amount', code: 'invalid_value', message: expect.stringContaining('whole number of fen') },
      { path: 'card', code: 'invalid_value', message: 'must not be empty' },
    ]);
    const request = { fields: { name: text(title, { maxLength: 2, pattern: [/^\d+$/, 'must be digits'] }) } };
    const both = await rejection(() => encode({ name: 'x\u0000y' }, request));
    expect(both.issues).toEqual([
      {
        path: 'name',
        code: 'invalid_value',
        message: 'holds a character that cannot be sent, and is longer than 2 characters, and must be digits',
      },
    ]);
  });

  it('names every mistake at once', async () => {
    const input = {
      merchant: 'M2',
      order: 'A'.repeat(33),
      amount: 8.88,
      card: '6222-0202',
      kind: 'BOAT',
      detail: { from: 5 },
      memo: 'x',
    };
    expect(await refused(input)).toEqual([
      'merchant unknown_field',
      'memo unknown_field',
      'order invalid_value',
      'amount invalid_value',
      'card invalid_value',
      'kind invalid_value',
    ]);
  });

  it('asks for what every case needs although the case is not decided', async () => {
    expect(await refused({})).toEqual([
      'order missing',
      'amount missing',
      'card missing',
      'kind missing',
      'detail missing',
    ]);
    expect(await refused({ ...shop, kind: 'constructor', till: '7' })).toEqual(['kind invalid_value']);
  });

  it('sends nothing made up for a documented value that has no case', async () => {
    const request = {
      fields: { kind: code(title, { RIDE: title, NONE: title }) },
      cases: { on: 'kind', of: { RIDE: { detail: text(title) } } },
    };
    expect({ ...encode({ kind: 'NONE' }, request) }).toEqual({ kind: 'NONE' });
    expect(await refused({ kind: 'NONE', detail: 'x' }, request)).toEqual(['detail conflict']);
  });

  it('needs at least one of alternatives', async () => {
    expect(await refused({}, ask.request)).toEqual(['receipt missing']);
    expect(await refused({ receipt: undefined }, ask.request)).toEqual(['receipt missing']);
    expect({ ...encode({ order: '1' }, ask.request) }).toEqual({ order: '1' });
    expect({ ...encode({ order: '1', receipt: '2' }, ask.request) }).toEqual({ order: '1', receipt: '2' });
  });

  it.each([null, undefined, 'order=1', 7, [shop]])('refuses %j instead of an object', async (input) => {
    const error = await rejection(() => encode(input));
    expect(error).toBeInstanceOf(RequestError);
    expect(error).toMatchObject({ operation: 'sample.place', code: 'invalid_request' });
    expect(issuesOf(error)).toEqual([' wrong_type']);
  });

  it('needs at least one of alternatives in the case that says so', async () => {
    const request: RequestFields = {
      fields: { kind: code(title, { A: title, B: title }) },
      cases: {
        on: 'kind',
        of: { A: {}, B: { one: optional(text(title)), two: optional(text(title)) } },
        atLeastOne: { B: ['one', 'two'] },
      },
    };
    expect(encode({ kind: 'A' }, request)).toEqual({ kind: 'A' });
    expect(encode({ kind: 'B', two: '2' }, request)).toEqual({ kind: 'B', two: '2' });
    const error = await rejection(() => encode({ kind: 'B' }, request));
    expect(error.message).toContain('give one or two');
    expect(await refused({ kind: 'B' }, request)).toEqual(['one missing']);
    expect(await refused({ kind: 'constructor' }, request)).toEqual(['kind invalid_value']);
  });

  it('takes names of the prototype for names like any other', async () => {
    const input: unknown = JSON.parse(
      `{"__proto__":{"order":"A1"},"constructor":"x","amount":1,"card":"1","kind":"SHOP","detail":"x"}`,
    );
    expect(await refused(input)).toEqual([
      '__proto__ unknown_field',
      'constructor unknown_field',
      'order missing',
    ]);
    expect(await refused(Object.create(shop))).toContain('order missing');
    expect(Object.getPrototypeOf(encode(shop))).toBeNull();
  });

  it('reads each value once', () => {
    let reads = 0;
    const input = {
      ...shop,
      get order() {
        return `A${++reads}`;
      },
    };
    expect(encode(input)['order']).toBe('A1');
  });

  it('checks what the client makes up like what a caller gives', async () => {
    const nonce = (value: unknown) =>
      rejection(() =>
        encodeRequestFields('sample.place', place.request, shop, {
          ...context,
          nonce: () => value as string,
        }),
      );
    for (const value of ['', 'n'.repeat(33), 7, undefined]) {
      expect((await nonce(value)).issues).toMatchObject([{ path: 'nonce' }]);
    }
    const request = { fields: { nonce: filled(text(title), () => 'x') } };
    expect({ ...encode({}, request) }).toEqual({ nonce: 'x' });
  });

  it('shows a name only where it looks like the name of a field', async () => {
    const named = (name: string) => rejection(() => encode({ ...shop, [name]: 'x' }));
    expect(issuesOf(await named('out_trade_on'))).toEqual(['out_trade_on unknown_field']);
    expect(issuesOf(await named(''))).toEqual(['[?] unknown_field']);
    for (const content of ['6222020200112233445', '张三', 'x'.repeat(65), 'a=1&b=2']) {
      const error = await named(content);
      expect(issuesOf(error)).toEqual(['[?] unknown_field']);
      expect(everythingVisible(error)).not.toContain(content);
    }
  });
});

describe('an error', () => {
  // Of any field the schema of which says nothing in words of its own.
  const picky: Record<string, Field> = {
    a: { ...text(title), encode: v.pipe(v.string(), v.minLength(100)) },
    b: { ...text(title), encode: v.pipe(v.number(), v.transform(String)) },
    c: { ...text(title), encode: v.picklist(['x']) },
    d: { ...text(title), encode: v.pipe(v.string(), v.regex(/^x$/), v.email()) },
  };
  const input = { a: 'CANARY-1', b: 'CANARY-2', c: 'CANARY-3', d: 'CANARY-4' };

  it('never quotes a value', async () => {
    const error = await rejection(() => encode(input, { fields: picky }));
    expect(error.issues).toHaveLength(4);
    expect(everythingVisible(error)).not.toContain('CANARY');
  });

  it('never quotes a value where an application has given valibot messages of its own', async () => {
    const quoting = ({ received }: { received: string }) => `got ${received}`;
    v.setGlobalMessage(quoting);
    v.setSchemaMessage(quoting);
    v.setSpecificMessage(v.string, quoting);
    v.setSpecificMessage(v.regex, quoting);
    v.setGlobalConfig({ abortEarly: true });
    try {
      const error = await rejection(() => encode(input, { fields: picky }));
      expect(error.issues).toHaveLength(4);
      expect(everythingVisible(error)).not.toContain('CANARY');
    } finally {
      v.deleteGlobalMessage();
      v.deleteSchemaMessage();
      v.deleteSpecificMessage(v.string);
      v.deleteSpecificMessage(v.regex);
      v.deleteGlobalConfig();
    }
  });
});

describe('notSent', () => {
  it('turns a refusal of the codec into one of the request', async () => {
    const error = notSent('sample.place', new CodecError('xml_illegal_character', 'attach'));
    const requestError = await rejection(() => {
      throw error;
    });
    expect(requestError).toMatchObject({
      operation: 'sample.place',
      issues: [{ path: 'attach', code: 'invalid_value', message: 'cannot be sent: xml_illegal_character' }],
    });
  });

  it('leaves what a caller can be told as it is', () => {
    const error = new RequestError('sample.place', []);
    expect(notSent('sample.place', error)).toBe(error);
  });

  it('blames the configuration for everything else, without its words', () => {
    const error = notSent('sample.place', new TypeError('a key and its secret'));
    expect(error).toMatchObject({ name: 'ConfigurationError', code: 'invalid_configuration' });
    expect(everythingVisible(error)).not.toContain('secret');
  });
});
