import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalizeJson } from './canonicalize-json.ts';
import { refusal } from './internal/refusal.fixture.ts';
import { readJsonMembers } from './read-json-members.ts';

describe('readJsonMembers', () => {
  it('keeps every value exactly as it stands in the text', () => {
    const text =
      ' { "Sign" : "0A\\u0031B" ,\n"Body":{ "AMT" : 1.10, "URL":"\\/\\u4f8b" } , "List":[ 1 , 2 ]\t,"N":-0 }\n';
    expect([...readJsonMembers(text)]).toEqual([
      ['Sign', '"0A\\u0031B"'],
      ['Body', '{ "AMT" : 1.10, "URL":"\\/\\u4f8b" }'],
      ['List', '[ 1 , 2 ]'],
      ['N', '-0'],
    ]);
  });

  it('unescapes names and keeps their order', () => {
    expect([...readJsonMembers('{"\\u0042ody":1,"9":2,"10":3,"":null,"__proto__":true}')]).toEqual([
      ['Body', '1'],
      ['9', '2'],
      ['10', '3'],
      ['', 'null'],
      ['__proto__', 'true'],
    ]);
  });

  it('reads the empty object', () => {
    expect(readJsonMembers(' {\n} ').size).toBe(0);
  });

  it('gives a body that can be signed', () => {
    const text =
      '{"Header":{"CommandID":"35104"},"Body":{"PUSH_COUNT":8,"ORDERDESC":"\\u62db\\u5546"},"Sign":""}';
    expect(canonicalizeJson(readJsonMembers(text).get('Body') ?? '')).toBe(
      '{"ORDERDESC":"招商","PUSH_COUNT":8}',
    );
  });

  it('checks what is inside the values', () => {
    expect(refusal(() => readJsonMembers('{"Body":{"a":1,"a":2}}'))).toMatchObject({
      code: 'json_duplicate_key',
      offset: 15,
    });
    expect(refusal(() => readJsonMembers('{"Body":{"a":"\\ud800"}}')).code).toBe('lone_surrogate');
    expect(refusal(() => readJsonMembers('{"Body":{"a":01}}')).code).toBe('json_syntax');
  });

  it('refuses a top level that is not an object', () => {
    expect(refusal(() => readJsonMembers(' []'))).toMatchObject({ code: 'json_not_object', offset: 1 });
    expect(refusal(() => readJsonMembers('')).code).toBe('json_not_object');
  });

  it('cuts a text into the pieces it was put together from', () => {
    const space = fc.constantFrom('', ' ', '\n\t', '\r\n');
    const raw = fc.tuple(fc.jsonValue(), space).map(([value, indent]) => JSON.stringify(value, null, indent));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.string(), raw), { selector: ([name]) => name }),
        space,
        (members, gap) => {
          const pieces = members.map(
            ([name, value]) => `${gap}${JSON.stringify(name)}${gap}:${gap}${value}${gap}`,
          );
          expect([...readJsonMembers(`${gap}{${pieces.join(',')}${gap}}${gap}`)]).toEqual(members);
        },
      ),
      { numRuns: 300 },
    );
  });
});
