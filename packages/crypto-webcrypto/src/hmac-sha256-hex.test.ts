import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { hmacSha256Hex } from './hmac-sha256-hex.ts';
import { utf8 } from './internal/fixtures/bytes.ts';
import { describeBothWays } from './internal/fixtures/implementations.ts';
import { refusal, refusalError } from './internal/fixtures/refusal.ts';

async function hmacByHost(text: string, key: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', utf8(key), algorithm, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', imported, utf8(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('');
}

describeBothWays('hmacSha256Hex', () => {
  it('gives the value of RFC 4231, 4.3', () => {
    expect(hmacSha256Hex('what do ya want for nothing?', 'Jefe')).toBe(
      '5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843',
    );
  });

  it('gives the signature of the official WeChat Pay v2 example', () => {
    const key = '192006250b4c09247ec02edce69f6a2d';
    const text = `appid=wxd930ea5d5a258f4f&body=test&device_info=1000&mch_id=10000100&nonce_str=ibuaiVcKdpRxkhJA&key=${key}`;
    expect(hmacSha256Hex(text, key)).toBe('6A9AE1657590FD6257D693A078E1C3E4BB6BA4DC30B23E0EE2496E54170DACD6');
  });

  it('takes the empty text and the empty key', () => {
    expect(hmacSha256Hex('', '')).toBe('B613679A0814D9EC772F95D778C35FC5FF1697C493715653C6C712144292C5AD');
  });

  it('agrees with Web Crypto on any text and key, keys longer than a block included', async () => {
    const key = fc.string({ unit: 'binary', minLength: 1, maxLength: 150 });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), key, async (text, secret) => {
        expect(hmacSha256Hex(text, secret)).toBe(await hmacByHost(text, secret));
      }),
    );
  });

  it('refuses lone surrogates in either argument, naming it', async () => {
    const inText = await refusalError(() => hmacSha256Hex('\ud800', 'key'));
    const inKey = await refusalError(() => hmacSha256Hex('text', 'hidden\ud800'));
    expect([inText.code, inKey.code]).toEqual(['lone_surrogate', 'lone_surrogate']);
    expect(inText.message).toContain('text');
    expect(inKey.message).toContain('key');
    expect(inKey.message).not.toContain('hidden');
  });

  it('refuses a missing key', async () => {
    // @ts-expect-error -- the type forbids it
    expect(await refusal(() => hmacSha256Hex('text'))).toBe('invalid_argument');
  });
});
