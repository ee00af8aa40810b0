import type { CodecLimits } from './codec-limits.ts';
import { JsonScanner } from './internal/json-scanner.ts';
import { resolveLimits } from './internal/resolve-limits.ts';

/**
 * The raw text of each top-level member of a JSON object: takes `Body` out of a received envelope exactly as it
 * came, which is what its signature is checked on. The whole text is checked, nested values included; none is
 * built.
 *
 * @returns name (escapes resolved) to value (as it stands in the text, without the white space around it), in the
 * order of the text
 *
 * @example
 * readJsonMembers('{"Sign": "0A1B", "Body": {"AMT": 1.10}}').get('Body') // '{"AMT": 1.10}'
 *
 * @throws {CodecError} for text that is not one RFC 8259 object, duplicate names at any level, lone surrogates, or
 * text over the limits
 */
export function readJsonMembers(text: string, limits?: CodecLimits): Map<string, string> {
  const members = new Map<string, string>();
  new JsonScanner(text, resolveLimits(limits)).members((name, valueAt, end) => {
    members.set(name, text.slice(valueAt, end));
  });
  return members;
}
