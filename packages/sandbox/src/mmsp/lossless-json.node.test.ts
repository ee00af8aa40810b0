import { readFileSync } from 'node:fs';
import { canonicalizeJson } from '@yinjian/protocol-codec';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sign } from './envelope/message.ts';
import { canonicalBody, type Lossless, parseLossless, textMembers } from './lossless-json.ts';

interface Vector {
  readonly name: string;
  readonly byteExact: boolean;
  readonly body: string;
  readonly key: string;
  readonly canonical: string;
  readonly sign: string;
}

const file = new URL('../../../../conformance/vectors/mmsp-signature.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };
/** The others are printed with signatures that cannot be right. */
const exact = vectors.filter(({ byteExact }) => byteExact);

const parseBody = (text: string) => parseLossless(text) as ReadonlyMap<string, Lossless>;

describe('canonicalBody', () => {
  it.each(exact)('is what PHP prints: $name', (vector) => {
    const body = parseBody(vector.body);
    expect(canonicalBody(body)).toBe(vector.canonical);
    expect(sign(body, vector.key)).toBe(vector.sign);
  });

  it("agrees with the library's own on any object", () => {
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'binary' }),
        fc.integer(),
        fc.constantFrom(null, true, false, 'n1', 's', '"', '\\', '/', '\u2028', '\u007f'),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    const object = fc.dictionary(fc.string({ unit: 'binary' }), value);
    fc.assert(
      fc.property(object, fc.constantFrom(0, 2), (body, indent) => {
        const text = JSON.stringify(body, undefined, indent);
        expect(canonicalBody(parseBody(text))).toBe(canonicalizeJson(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe('parseLossless', () => {
  it.each([200, 2000, 20_000])('refuses %i arrays in each other', (depth) => {
    expect(() => parseLossless(`{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`)).toThrow(
      'Nested too deeply',
    );
  });

  it('keeps numbers as written and tells them from text', () => {
    const { fields, others } = textMembers(
      parseBody(
        '{"a":20171225100000041240,"b":1.10,"c":-0e+1,"d":"1.10","e":"n5","f":null,"g":[1],"h":true}',
      ),
    );
    expect(fields).toEqual({ a: '20171225100000041240', b: '1.10', c: '-0e+1', d: '1.10', e: 'n5' });
    expect(others).toEqual(['g', 'h']);
  });

  it('takes every name for a name', () => {
    const { fields } = textMembers(parseBody('{"__proto__":"a","constructor":1,"2":"c","1":"d"}'));
    expect(new Map(Object.entries(fields))).toEqual(
      new Map([
        ['__proto__', 'a'],
        ['constructor', '1'],
        ['2', 'c'],
        ['1', 'd'],
      ]),
    );
  });

  it.each([
    '',
    '{',
    '{"a":01}',
    '{"a":1.}',
    "{'a':1}",
    '{"a":"\\ud800"}',
    '{"\\udc00":1}',
    '{"a":"\n"}',
    '{} {}',
  ])('refuses %s', (text) => {
    expect(() => parseLossless(text)).toThrow(SyntaxError);
  });
});
