import type { CodecLimits } from './codec-limits.ts';
import { compareCodePoints } from './compare-code-points.ts';
import { JsonScanner } from './internal/json-scanner.ts';
import { type ResolvedLimits, resolveLimits } from './internal/resolve-limits.ts';
import { sortFlatJson } from './internal/sort-flat-json.ts';

/**
 * `canonicalizeJson` for those who only verify: of the raw JSON text of a received body.
 *
 * `maxLength` caps the text read.
 *
 * @example
 * canonicalizeJsonText('{"PUSH_COUNT":8, "AMT":"100", "URL":"https:\/\/\u4f8b.cn"}')
 * // {"AMT":"100","PUSH_COUNT":8,"URL":"https:\/\/例.cn"}
 *
 * @throws {CodecError} for anything two readers could understand differently or PHP could not print: duplicate
 * names, lone surrogates, text that is not one RFC 8259 object, or text over the limits
 */
export function canonicalizeJsonText(text: string, limits?: CodecLimits): string {
  const resolved = resolveLimits(limits);
  return sortFlatJson(text, resolved) ?? canonicalizeAny(text, resolved);
}

function canonicalizeAny(text: string, limits: ResolvedLimits): string {
  const scanner = new JsonScanner(text, limits);
  const members: CanonicalMember[] = [];
  scanner.members((name, _valueAt, end) => members.push({ name, text: scanner.canonical(end) }));
  members.sort((a, b) => compareCodePoints(a.name, b.name));
  let canonical = '';
  for (const member of members) canonical += canonical === '' ? member.text.slice(1) : member.text;
  return `{${canonical}}`;
}

interface CanonicalMember {
  readonly name: string;
  /** A comma, the name, a colon and the value. */
  readonly text: string;
}
