import { type SourceText, SourceTextBuilder } from '../../internal/source-text.ts';
import type { Problems } from '../problems/collect-problems.ts';
import { decodeByteRun } from './byte-escapes.ts';

const RUN = /(?:%[\dA-Fa-f]{2})+/g;

/**
 * Resolves percent-encoding. What is not UTF-8 is left as it stands, and said.
 *
 * @param plus Whether `+` is a blank, as in a form.
 */
export function decodePercent(source: SourceText, plus: boolean, problems: Problems): SourceText {
  const built = new SourceTextBuilder(source);
  const { text } = source;
  let copied = 0;
  const upTo = (end: number): void => {
    const blanks = plus ? text.slice(copied, end).matchAll(/\+/g) : [];
    const from = copied;
    for (const { index } of blanks) {
      built.copy(copied, from + index);
      copied = from + index + 1;
      built.replace(' ', copied - 1, copied);
    }
    built.copy(copied, end);
  };
  for (const { 0: run, index } of text.matchAll(RUN)) {
    upTo(index);
    const wrong = decodeByteRun(run, index, 3, built);
    if (wrong !== undefined) {
      problems.warning('percent_not_utf8', NOT_UTF8, source.placeOf(wrong.start, wrong.end));
    }
    copied = index + run.length;
  }
  upTo(text.length);
  return built.build();
}

const NOT_UTF8 = {
  zh: '百分号编码的字节不是 UTF-8（可能是 GBK），平台按 UTF-8 解码',
  en: 'what is percent-encoded is not UTF-8 (GBK perhaps): the platform decodes it as UTF-8',
};

/** Percent-encodes, so that a part can stand in a form. */
export function encodePercent(source: SourceText): SourceText {
  const built = new SourceTextBuilder(source);
  let at = 0;
  for (const character of source.text) {
    // Half a surrogate pair has no encoding.
    if (/[\ud800-\udfff]/u.test(character)) built.copy(at, at + 1);
    else built.replace(encodeURIComponent(character), at, at + character.length);
    at += character.length;
  }
  return built.build();
}
