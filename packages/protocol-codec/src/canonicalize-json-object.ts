import { CodecError } from './codec-error.ts';
import type { CodecLimits } from './codec-limits.ts';
import { JsonWriter } from './internal/json-writer.ts';
import { isPlainObject } from './internal/plain-object.ts';
import { resolveLimits } from './internal/resolve-limits.ts';
import { writeFlatJson } from './internal/write-flat-json.ts';
import type { JsonObject } from './json-value.ts';

/**
 * `canonicalizeJson` for those who only sign: of a body as a JavaScript object.
 *
 * Numbers must be safe integers (bigint for longer ones); undefined and class instances are refused, never left out.
 * `maxLength` caps the text written.
 *
 * @example
 * canonicalizeJsonObject({ PUSH_COUNT: 8, AMT: '100', URL: 'https://例.cn' })
 * // {"AMT":"100","PUSH_COUNT":8,"URL":"https:\/\/例.cn"}
 *
 * @throws {CodecError} for lone surrogates, values without a JSON form, or a value over the limits
 */
export function canonicalizeJsonObject(object: JsonObject, limits?: CodecLimits): string {
  if (!isPlainObject(object)) throw new CodecError('json_not_object');
  const resolved = resolveLimits(limits);
  return writeFlatJson(object, resolved) ?? new JsonWriter(resolved).write(object);
}
