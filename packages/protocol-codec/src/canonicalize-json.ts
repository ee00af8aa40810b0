import { canonicalizeJsonObject } from './canonicalize-json-object.ts';
import { canonicalizeJsonText } from './canonicalize-json-text.ts';
import type { CodecLimits } from './codec-limits.ts';
import type { JsonObject } from './json-value.ts';

/**
 * The text MMSP signs for a message body, without `&key=` and the key: byte for byte what PHP's
 * `ksort($body, SORT_STRING); json_encode((object) $body, JSON_UNESCAPED_UNICODE)` prints [M 3.3.2.1].
 *
 * Names of the top level are sorted by code point, whatever they look like; everything inside keeps its order.
 * No white space; `/` is written `\/`; U+2028 and U+2029 are escaped, other non-ASCII is not.
 *
 * To verify, pass the raw JSON text of the received body: numbers are signed as they were written, and `1.10` or a
 * twenty-digit order number does not survive `JSON.parse`. To sign, either form will do. In an object, numbers
 * must be safe integers (bigint for longer ones); undefined and class instances are refused, never left out.
 *
 * `maxLength` caps the text read, or, from an object, the text written.
 *
 * @example
 * canonicalizeJson('{"PUSH_COUNT":8, "AMT":"100", "URL":"https:\/\/\u4f8b.cn"}')
 * // {"AMT":"100","PUSH_COUNT":8,"URL":"https:\/\/例.cn"}
 *
 * @throws {CodecError} for anything two readers could understand differently or PHP could not print: duplicate
 * names, lone surrogates, values without a JSON form, text that is not RFC 8259 JSON, or input over the limits
 */
export function canonicalizeJson(source: string | JsonObject, limits?: CodecLimits): string {
  return typeof source === 'string'
    ? canonicalizeJsonText(source, limits)
    : canonicalizeJsonObject(source, limits);
}
