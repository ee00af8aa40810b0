import { md5Hex } from '@yinjian/crypto-webcrypto';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../diagnose.ts';
import { envelope, key, lateClock, now, text } from './fixtures/wrong-messages.ts';

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

  it('takes it out of a log', async () => {
    const message = envelope(md5Hex(`${theirs}&key=${key}`));
    for (const logged of [JSON.stringify(`${theirs}&key=${key}`), `signing: [${theirs}&key=${key}]`]) {
      const { difference } = await diagnose(message, { key, theirText: logged, now });
      expect(difference?.remarks.map(({ message: words }) => words.en)).toEqual([
        'you signed /, the platform signs \\/, at NOTIFY_URL',
      ]);
      expect(JSON.stringify(difference)).not.toContain(key);
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
    expect(findings[0]).toMatchObject({
      mistakes: [{ id: 'text.differs' }],
      signedText: odd,
      correctedText: text,
    });
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
    expect(findings[0]?.mistakes).toEqual([{ id, fields: [] }]);
    expect(JSON.stringify(findings)).not.toContain('pasted-key');
  });

  it('does not take the time from what names the cause', async () => {
    const message = envelope(md5Hex(`${theirs}&key=${key}`));
    const { findings } = await diagnose(message, {
      key,
      theirText: theirs,
      now: lateClock(),
      milliseconds: 10,
    });
    expect(findings[0]?.mistakes).toEqual([{ id: 'slashes.not_escaped', fields: [] }]);
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
