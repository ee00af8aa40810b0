import { describe, expect, it } from 'vitest';
import {
  type CodecLimits,
  canonicalizeJson,
  canonicalizeQuery,
  DEFAULT_CODEC_LIMITS,
  decodeFlatXml,
  parseJson,
  readJsonMembers,
} from './index.ts';
import { refusal } from './internal/refusal.fixture.ts';

const readers: Record<string, (limits: CodecLimits) => unknown> = {
  'canonicalizeJson of a text': (limits) => canonicalizeJson('{}', limits),
  'canonicalizeJson of an object': (limits) => canonicalizeJson({}, limits),
  readJsonMembers: (limits) => readJsonMembers('{}', limits),
  parseJson: (limits) => parseJson('{}', limits),
  canonicalizeQuery: (limits) => canonicalizeQuery({}, limits),
  decodeFlatXml: (limits) => decodeFlatXml('<xml></xml>', limits),
};

describe('CodecLimits', () => {
  it('has the documented defaults, which nobody can change', () => {
    expect(DEFAULT_CODEC_LIMITS).toEqual({
      maxLength: 1_048_576,
      maxDepth: 32,
      maxFields: 1000,
      maxNumberDigits: 64,
    });
    expect(Object.isFrozen(DEFAULT_CODEC_LIMITS)).toBe(true);
  });

  describe.each(Object.entries(readers))('%s', (_name, read) => {
    it.each(['maxLength', 'maxDepth', 'maxFields', 'maxNumberDigits'] as const)(
      'refuses a bad %s',
      (name) => {
        for (const limit of [
          0,
          -1,
          1.5,
          Number.NaN,
          Number.POSITIVE_INFINITY,
          2 ** 53,
          '9' as unknown as number,
        ]) {
          expect(refusal(() => read({ [name]: limit }))).toMatchObject({ code: 'invalid_limit', path: name });
        }
      },
    );

    it('refuses a depth recursion could not be sure of', () => {
      expect(() => read({ maxDepth: 256 })).not.toThrow();
      expect(refusal(() => read({ maxDepth: 257 })).code).toBe('invalid_limit');
    });

    it('takes undefined for the default', () => {
      const unset = { maxLength: undefined, maxDepth: undefined } as unknown as CodecLimits;
      expect(() => read(unset)).not.toThrow();
    });
  });
});
