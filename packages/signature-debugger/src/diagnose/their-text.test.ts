import { md5Hex } from '@yinjian/crypto-webcrypto';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../diagnose.ts';
import { envelope, key, now, text } from './fixtures/wrong-messages.ts';

describe('with the text that was signed', () => {
  const theirs = text.replaceAll('\\/', '/');

  it('says where it differs', async () => {
    const message = envelope(md5Hex(`${theirs}&key=${key}`));
    for (const theirText of [theirs, `${theirs}&key=${key}`]) {
      const { difference } = await diagnose(message, { key, theirText, now });
      expect(difference?.remarks.map(({ message: words }) => words.en)).toEqual([
        'you signed /, the platform signs \\/, at NOTIFY_URL',
      ]);
    }
  });

  it('says that only the text is wrong, where nothing else explains it', async () => {
    const odd = '{"whatever":"was signed"}';
    const { verdict, findings, difference } = await diagnose(envelope(md5Hex(`${odd}&key=${key}`)), {
      key,
      theirText: odd,
      now,
    });
    expect(verdict).toBe('explained');
    expect(findings[0]).toMatchObject({ mistakes: ['text.differs'], signedText: odd, correctedText: text });
    expect(difference?.parts.length).toBeGreaterThan(1);
  });

  it.each([
    ['key.case', (odd: string) => `${odd}&key=${key.toLowerCase()}`],
    ['append.no_prefix', (odd: string) => odd + key],
    ['key.other', (odd: string) => `${odd}&key=pasted-key`],
  ])('finds what is wrong besides the text: %s', async (id, input) => {
    const odd = '{"whatever":"was signed"}';
    const message = envelope(md5Hex(input(odd)));
    const theirText = id === 'key.other' ? input(odd) : odd;
    const { findings } = await diagnose(message, { key, theirText, now });
    expect(findings[0]?.mistakes).toEqual([id]);
    expect(JSON.stringify(findings)).not.toContain('pasted-key');
  });

  it('works for a signature that is right', async () => {
    const { verdict, difference } = await diagnose(envelope(md5Hex(`${text}&key=${key}`)), {
      key,
      theirText: theirs,
    });
    expect(verdict).toBe('match');
    expect(difference?.remarks).toHaveLength(1);
  });
});
