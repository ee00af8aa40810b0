import { diffArrays } from 'diff';
import { remarksOn } from './difference/remarks.ts';
import type { Difference, DifferencePart } from './types/difference.ts';
import type { Span } from './types/step.ts';

/** Beyond so many tokens that differ, what is the same says nothing any more. */
const MOST_DIFFERENT = 800;

/**
 * How a text that was signed differs from the one to sign. Escapes, words and numbers are compared as wholes, words and
 * numbers that took each other's place character by character.
 *
 * @param spans of `platform`, to name the fields
 */
export function differenceOf(theirs: string, platform: string, spans: readonly Span[] = []): Difference {
  const changes = diffArrays(tokensOf(theirs), tokensOf(platform), { maxEditLength: MOST_DIFFERENT });
  const tokens: DifferencePart[] =
    changes === undefined
      ? [part('theirs', theirs), part('platform', platform)]
      : changes.map(({ value, added, removed }) =>
          part(added ? 'platform' : removed ? 'theirs' : 'same', value.join('')),
        );
  const parts = refined(tokens.filter(({ text }) => text !== ''));
  return { parts, remarks: remarksOn(parts, spans) };
}

function part(kind: DifferencePart['kind'], text: string): DifferencePart {
  return { kind, text };
}

/** Escapes of JSON, URLs and HTML; words and numbers; any other character by itself. */
function tokensOf(text: string): string[] {
  return text.match(/\\u[0-9a-f]{4}|\\.|%[0-9a-f]{2}|&(?:amp|lt|gt|quot|#\d+);|\w+|./gisu) ?? [];
}

const WORD = /^[\w.]+$/;
/** Of longer ones it is of no interest where they are alike by chance. */
const LONGEST_WORD = 64;

function refined(parts: readonly DifferencePart[]): DifferencePart[] {
  const result: DifferencePart[] = [];
  for (let at = 0; at < parts.length; at++) {
    const one = parts[at] as DifferencePart;
    const other = parts[at + 1];
    if (other === undefined || one.kind !== 'theirs' || other.kind !== 'platform' || !areWords(one, other)) {
      result.push(one);
      continue;
    }
    at++;
    for (const { value, added, removed } of diffArrays(Array.from(one.text), Array.from(other.text))) {
      result.push(part(added ? 'platform' : removed ? 'theirs' : 'same', value.join('')));
    }
  }
  return joined(result);
}

function areWords(...both: readonly DifferencePart[]): boolean {
  return both.every(({ text }) => text.length <= LONGEST_WORD && WORD.test(text));
}

/** Neighbours of a kind as one. */
function joined(parts: readonly DifferencePart[]): DifferencePart[] {
  const result: DifferencePart[] = [];
  for (const one of parts) {
    const last = result.at(-1);
    if (last?.kind === one.kind) result[result.length - 1] = part(one.kind, last.text + one.text);
    else result.push(one);
  }
  return result;
}
