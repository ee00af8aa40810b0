import { CodecError, type CodecErrorCode } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import { codecWords } from './codec-words.ts';
import type { Reader } from './collect-problems.ts';
import { jsonMistake } from './json-mistakes.ts';
import { notations } from './notations.ts';

/** Says why a text could not be read. Anything but a refusal of the codec is thrown on. */
export function reportCodecError(error: unknown, { source, problems }: Reader): void {
  if (!(error instanceof CodecError)) throw error;
  const offset = Math.max(error.offset, 0);
  const at = source.placeOf(Math.min(offset, source.text.length), Math.min(offset + 1, source.text.length));
  const notation =
    error.code === 'json_syntax' || error.code === 'json_not_object'
      ? notations.find(({ pattern }) => pattern.test(source.text))
      : undefined;
  if (notation !== undefined) {
    problems.error(notation.code, notation.words, source.placeOf(0, source.text.length));
  } else if (error.code === 'json_syntax') {
    const { code, words } = jsonMistake(source.text, offset);
    problems.error(code, words, at);
  } else {
    problems.error(error.code, wordsOf(error.code), at);
  }
}

function wordsOf(code: CodecErrorCode): Title {
  const words: Partial<Record<CodecErrorCode, Title>> = codecWords;
  return words[code] ?? { zh: code, en: code };
}
