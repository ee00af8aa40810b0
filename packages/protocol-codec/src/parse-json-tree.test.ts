import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusal } from './internal/refusal.fixture.ts';
import { parseJson } from './parse-json.ts';
import { type JsonTree, parseJsonTree } from './parse-json-tree.ts';

describe('parseJsonTree', () => {
  it('keeps order, spelling and place of everything', () => {
    const text = ' {"b":\t1.10, "9" : ["\\/", null],"\\u0061":{} } ';
    const tree = parseJsonTree(text);
    expect(tree).toEqual({
      kind: 'object',
      start: 1,
      end: text.length - 1,
      members: [
        { name: 'b', start: 2, value: { kind: 'scalar', lexeme: '1.10', start: 7, end: 11 } },
        {
          name: '9',
          start: 13,
          value: {
            kind: 'array',
            start: 19,
            end: 31,
            items: [
              { kind: 'string', value: '/', lexeme: '"\\/"', start: 20, end: 24 },
              { kind: 'scalar', lexeme: 'null', start: 26, end: 30 },
            ],
          },
        },
        { name: 'a', start: 32, value: { kind: 'object', members: [], start: 41, end: 43 } },
      ],
    });
  });

  it('reads a text that is one scalar or string', () => {
    expect(parseJsonTree(' -0')).toEqual({ kind: 'scalar', lexeme: '-0', start: 1, end: 3 });
    expect(parseJsonTree('"é"')).toEqual({ kind: 'string', value: 'é', lexeme: '"é"', start: 0, end: 3 });
  });

  it('refuses what parseJson refuses', () => {
    expect(refusal(() => parseJsonTree('{"a":1,"a":2}'))).toMatchObject({
      code: 'json_duplicate_key',
      offset: 7,
    });
    expect(refusal(() => parseJsonTree('[[]]', { maxDepth: 1 })).code).toBe('too_deep');
    expect(refusal(() => parseJsonTree("{'a':1}"))).toMatchObject({ code: 'json_syntax', offset: 1 });
  });

  it('says of every value where it stands', () => {
    const check = (text: string, tree: JsonTree): void => {
      const lexeme = text.slice(tree.start, tree.end);
      expect(parseJson(lexeme)).toEqual(plain(tree));
      expect('lexeme' in tree ? tree.lexeme : lexeme).toBe(lexeme);
      if (tree.kind === 'array') for (const item of tree.items) check(text, item);
      if (tree.kind !== 'object') return;
      for (const { name, value, start } of tree.members) {
        expect(parseJson(`{${text.slice(start, value.end)}}`)).toEqual(
          Object.assign(Object.create(null), { [name]: plain(value) }),
        );
        check(text, value);
      }
    };
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        fc.constantFrom('', ' ', '\n\t'),
        fc.constantFrom('', ' ', '\r\n'),
        (value, indent, around) => {
          const text = around + JSON.stringify(value, null, indent) + around;
          check(text, parseJsonTree(text));
        },
      ),
    );
  });
});

/** What {@link parseJson} makes of the same. */
function plain(tree: JsonTree): unknown {
  switch (tree.kind) {
    case 'string':
      return tree.value;
    case 'scalar':
      return parseJson(tree.lexeme);
    case 'array':
      return tree.items.map(plain);
    case 'object': {
      const object: Record<string, unknown> = Object.create(null);
      for (const { name, value } of tree.members) object[name] = plain(value);
      return object;
    }
  }
}
