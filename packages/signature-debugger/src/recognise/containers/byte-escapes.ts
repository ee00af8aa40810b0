import type { SourceTextBuilder } from '../../internal/source-text.ts';
import type { Place } from '../../types/place.ts';

/**
 * Decodes bytes that are written one by one, such as `%E5%9C%B0` or `\xE5\x9C\xB0`. What is not UTF-8 is left as it
 * stands.
 *
 * @param start Where the run stands in the text that is decoded.
 * @param unit How many characters each byte is written with, the last two of them its hex digits.
 * @returns where what is not UTF-8 stands, if anything
 */
export function decodeByteRun(
  run: string,
  start: number,
  unit: number,
  built: SourceTextBuilder,
): Place | undefined {
  let wrong: Place | undefined;
  for (let at = 0; at < run.length; ) {
    const lead = byteAt(run, at, unit);
    const length = unit * (lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);
    const character = decoded(run.slice(at, at + length), unit);
    const from = start + at;
    at += character === undefined ? unit : length;
    const to = start + at;
    if (character === undefined) {
      built.copy(from, to);
      wrong = { start: wrong?.start ?? from, end: to };
    } else {
      built.replace(character, from, to);
    }
  }
  return wrong;
}

function byteAt(run: string, at: number, unit: number): number {
  return Number.parseInt(run.slice(at + unit - 2, at + unit), 16);
}

/** The one character that some bytes stand for. */
function decoded(written: string, unit: number): string | undefined {
  let percent = '';
  for (let at = 0; at < written.length; at += unit) percent += `%${written.slice(at + unit - 2, at + unit)}`;
  if (!/^%..(?:%[89AB].)*$/i.test(percent)) return undefined;
  try {
    return decodeURIComponent(percent);
  } catch {
    return undefined;
  }
}
