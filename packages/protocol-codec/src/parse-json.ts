import type { CodecLimits } from './codec-limits.ts';
import { type JsonBuilder, JsonScanner } from './internal/json-scanner.ts';
import { resolveLimits } from './internal/resolve-limits.ts';

/** A JSON value whose numbers are the strings they were written as. Objects have no prototype. */
export type ParsedJson = string | boolean | null | ParsedJson[] | { [name: string]: ParsedJson };

/**
 * Reads a JSON text without loss: a number comes back as a string holding what was written. `JSON.parse` turns the
 * order number 20171225100000041240 into 20171225100000043008 and the amount 1.10 into 1.1. The platforms write
 * the same field now with quotes, now without, so a reader of a message takes both as a string anyway.
 *
 * Objects have no prototype: `__proto__` and `constructor` are names like any other. As in every JavaScript
 * object, integer-like names come first; {@link readJsonMembers} keeps the order of the text.
 *
 * @example
 * parseJson('{"ORDERID":20171225100000041240,"AMT":1.10}') // { ORDERID: '20171225100000041240', AMT: '1.10' }
 *
 * @throws {CodecError} for text that is not RFC 8259 JSON, duplicate names, lone surrogates, or text over the limits
 */
export function parseJson(text: string, limits?: CodecLimits): ParsedJson {
  return new JsonScanner(text, resolveLimits(limits), losslessBuilder).document();
}

const losslessBuilder: JsonBuilder<ParsedJson> = {
  string: (value) => value,
  scalar(lexeme) {
    if (lexeme === 'null') return null;
    return lexeme === 'true' || (lexeme === 'false' ? false : lexeme);
  },
  array: (items) => items,
  object(names, values) {
    const object: { [name: string]: ParsedJson } = Object.create(null);
    for (let index = 0; index < names.length; index++)
      object[names[index] as string] = values[index] as ParsedJson;
    return object;
  },
};
