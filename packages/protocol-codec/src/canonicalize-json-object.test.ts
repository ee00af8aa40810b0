import { describe, expect, it } from 'vitest';
import { canonicalizeJson } from './canonicalize-json.ts';
import { refusal } from './internal/refusal.fixture.ts';
import type { JsonObject } from './json-value.ts';

/** What a caller without types might pass. */
function canonicalizeAnything(value: unknown): string {
  return canonicalizeJson(value as JsonObject);
}

describe('canonicalizeJson of an object', () => {
  it('writes every kind of value', () => {
    expect(
      canonicalizeJson({
        s: '/例"',
        n: -12,
        z: 0,
        b: true,
        f: false,
        u: null,
        a: [1, 'x', [], {}],
        o: { y: 1, x: 2 },
      }),
    ).toBe('{"a":[1,"x",[],{}],"b":true,"f":false,"n":-12,"o":{"y":1,"x":2},"s":"\\/例\\"","u":null,"z":0}');
    expect(canonicalizeJson({})).toBe('{}');
  });

  it('writes whole numbers only, and -0 as 0', () => {
    expect(canonicalizeJson({ a: -0, b: Number.MAX_SAFE_INTEGER, c: Number.MIN_SAFE_INTEGER })).toBe(
      '{"a":0,"b":9007199254740991,"c":-9007199254740991}',
    );
    for (const number of [0.1, 1.5, Number.NaN, Infinity, -Infinity, 2 ** 53, 1e21, 1e-7]) {
      expect(refusal(() => canonicalizeJson({ AMT: number }))).toMatchObject({
        code: 'unsafe_number',
        path: 'AMT',
      });
    }
  });

  it('writes a bigint in full', () => {
    expect(canonicalizeJson({ a: 20171225100000041240n, b: -1n, c: 0n })).toBe(
      '{"a":20171225100000041240,"b":-1,"c":0}',
    );
    expect(canonicalizeJson({ a: 10n ** 63n })).toBe(`{"a":1${'0'.repeat(63)}}`);
    expect(refusal(() => canonicalizeJson({ a: 10n ** 64n }))).toMatchObject({
      code: 'number_too_long',
      path: 'a',
    });
  });

  it('takes objects without a prototype, frozen ones, and __proto__ for a name', () => {
    const bare = Object.assign(Object.create(null) as Record<string, string>, { b: '1', a: '2' });
    expect(canonicalizeJson(bare)).toBe('{"a":"2","b":"1"}');
    expect(canonicalizeJson(Object.freeze({ a: Object.freeze([1]) }))).toBe('{"a":[1]}');
    expect(canonicalizeAnything(JSON.parse('{"constructor":1,"__proto__":{"x":2},"toJSON":"3"}'))).toBe(
      '{"__proto__":{"x":2},"constructor":1,"toJSON":"3"}',
    );
  });

  it('sorts integer-like names as strings', () => {
    expect(canonicalizeJson({ 9: 0, 10: 0, b: 0, 1: 0 })).toBe('{"1":0,"10":0,"9":0,"b":0}');
  });

  it('leaves out properties that are not enumerable, as JSON.stringify does', () => {
    expect(canonicalizeAnything(Object.defineProperty({ a: 1 }, 'hidden', { value: 2 }))).toBe('{"a":1}');
  });

  class Amount {
    readonly value = 1;
  }

  class List extends Array<number> {}

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a Date', new Date(0)],
    ['a class instance', new Amount()],
    ['an array of a subclass', List.from([1])],
    ['a boxed string', Object('a')],
    ['a Map', new Map([['a', 1]])],
    ['bytes', new Uint8Array(1)],
    ['a RegExp', /a/],
    ['a promise', Promise.resolve(1)],
    ['an object with a toJSON method', { toJSON: () => 1 }],
    ['an object with a prototype of its own', Object.create({ inherited: 1 })],
    ['a symbol for a name', { [Symbol('a')]: 1 }],
  ])('refuses %s, wherever it stands', (_name, value) => {
    expect(refusal(() => canonicalizeAnything({ a: value })).code).toBe('unsupported_value');
    expect(refusal(() => canonicalizeAnything({ a: [0, value] })).code).toBe('unsupported_value');
    expect(refusal(() => canonicalizeAnything({ a: { b: value } })).code).toBe('unsupported_value');
  });

  it('refuses array holes', () => {
    const holed: unknown[] = [1];
    holed[2] = 3;
    expect(refusal(() => canonicalizeAnything({ a: holed }))).toMatchObject({
      code: 'unsupported_value',
      path: 'a[1]',
    });
    expect(
      refusal(() => canonicalizeAnything({ a: Object.assign([], { length: 4_000_000_000 }) })).code,
    ).toBe('unsupported_value');
  });

  it('signs what a getter gives at that moment, and nothing for one that gives nothing', () => {
    let calls = 0;
    const getter = {
      get AMT() {
        calls++;
        return String(calls);
      },
    };
    expect(canonicalizeJson(getter)).toBe('{"AMT":"1"}');
    expect(canonicalizeJson(getter)).toBe('{"AMT":"2"}');
    const setter = Object.defineProperty({}, 'AMT', { enumerable: true, set: (_value: number) => {} });
    expect(refusal(() => canonicalizeAnything(setter))).toMatchObject({
      code: 'unsupported_value',
      path: 'AMT',
    });
  });

  it('passes on what a getter throws', () => {
    const getter = {
      get AMT(): string {
        throw new RangeError('mine');
      },
    };
    expect(() => canonicalizeJson(getter)).toThrow(RangeError);
  });

  it.each([null, undefined, [], [1], 1, true, new Date(0), new Map(), () => 1])(
    'refuses %o as the whole',
    (value) => {
      expect(refusal(() => canonicalizeAnything(value)).code).toBe('json_not_object');
    },
  );

  it('refuses lone surrogates in names and values', () => {
    for (const text of [
      '\ud800',
      '\udbff',
      '\udfff',
      'a\udc00',
      '\udc00\ud800',
      '\ud83d\ud83d\ude00',
      '例\ud83d',
    ]) {
      expect(refusal(() => canonicalizeJson({ a: text }))).toMatchObject({
        code: 'lone_surrogate',
        path: 'a',
      });
      expect(refusal(() => canonicalizeJson({ a: ['/\n', text] }))).toMatchObject({ path: 'a[1]' });
      expect(refusal(() => canonicalizeJson({ [text]: 1 }))).toMatchObject({
        code: 'lone_surrogate',
        path: '[?]',
      });
    }
    expect(canonicalizeJson({ '\u{1f600}': '\u{1f600}/\u{1f601}' })).toBe(
      '{"\u{1f600}":"\u{1f600}\\/\u{1f601}"}',
    );
  });

  it('says where, without showing names that could be content', () => {
    expect(refusal(() => canonicalizeJson({ BIZ_CONTENT: { items: [0, 1, { price: 0.5 }] } }))).toMatchObject(
      {
        path: 'BIZ_CONTENT.items[2].price',
        offset: -1,
      },
    );
    expect(refusal(() => canonicalizeJson({ '6222020200012345678': { a: [0.5] } })).path).toBe('[?].a[0]');
    expect(refusal(() => canonicalizeJson({ a: { b: [1] }, c: 0.5 })).path).toBe('c');
  });

  it('ends a cycle', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    expect(refusal(() => canonicalizeAnything(cycle)).code).toBe('too_deep');
    const list: unknown[] = [];
    list.push(list);
    expect(refusal(() => canonicalizeAnything({ list })).code).toBe('too_deep');
  });

  it('takes the same object twice, which is no cycle', () => {
    const shared = { x: [1] };
    expect(canonicalizeJson({ a: shared, b: [shared, shared] })).toBe(
      '{"a":{"x":[1]},"b":[{"x":[1]},{"x":[1]}]}',
    );
  });

  it('stops a small value that holds itself many times over', () => {
    let doubled: JsonObject = { a: 1 };
    for (let level = 0; level < 30; level++) doubled = { a: doubled, b: doubled };
    expect(refusal(() => canonicalizeJson(doubled)).code).toBe('too_large');
    let lists: readonly unknown[] = [];
    for (let level = 0; level < 30; level++) lists = [lists, lists];
    expect(refusal(() => canonicalizeAnything({ lists })).code).toBe('too_large');
  });

  it('counts what it writes', () => {
    const object = { a: '//', b: [1, { c: null }] };
    const { length } = canonicalizeJson(object);
    expect(canonicalizeJson(object, { maxLength: length })).toHaveLength(length);
    expect(refusal(() => canonicalizeJson(object, { maxLength: length - 1 })).code).toBe('too_large');
    expect(canonicalizeJson({}, { maxLength: 2 })).toBe('{}');
    expect(refusal(() => canonicalizeJson({}, { maxLength: 1 })).code).toBe('too_large');
  });

  it('keeps to the other limits', () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });
    expect(() => canonicalizeAnything(nested(32))).not.toThrow();
    expect(refusal(() => canonicalizeAnything(nested(33)))).toMatchObject({ code: 'too_deep' });
    expect(refusal(() => canonicalizeJson({ a: [] }, { maxDepth: 1 }))).toMatchObject({
      code: 'too_deep',
      path: 'a',
    });
    expect(canonicalizeJson({ a: { b: 1, c: 1 }, d: 1 }, { maxFields: 2 })).toBe('{"a":{"b":1,"c":1},"d":1}');
    expect(refusal(() => canonicalizeJson({ a: { b: 1, c: 1, d: 1 } }, { maxFields: 2 }))).toMatchObject({
      code: 'too_many_fields',
      path: 'a',
    });
    expect(refusal(() => canonicalizeJson({ a: -12 }, { maxNumberDigits: 2 }))).toMatchObject({
      code: 'number_too_long',
      path: 'a',
    });
  });
});
