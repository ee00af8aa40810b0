import { expect, it } from 'vitest';
import { describeBothWays } from './internal/fixtures/implementations.ts';
import { refusal, refusalError } from './internal/fixtures/refusal.ts';
import { md5Hex } from './md5-hex.ts';

describeBothWays('md5Hex', () => {
  it.each([
    ['', 'D41D8CD98F00B204E9800998ECF8427E'],
    ['a', '0CC175B9C0F1B6A831C399E269772661'],
    ['abc', '900150983CD24FB0D6963F7D28E17F72'],
    ['message digest', 'F96B697D7CB7938D525A2F31AAF161D0'],
    ['abcdefghijklmnopqrstuvwxyz', 'C3FCD3D76192E4007DFB496CCA67E13B'],
    ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 'D174AB98D277D9F5A5611C2C9F419D9F'],
    ['1234567890'.repeat(8), '57EDF4A22BE3C955AC49DA2E2107B67A'],
  ])('gives the digest of RFC 1321, A.5, for %j', (text, digest) => {
    expect(md5Hex(text)).toBe(digest);
  });

  it('gives the signature of the official WeChat Pay v2 example', () => {
    const text =
      'appid=wxd930ea5d5a258f4f&body=test&device_info=1000&mch_id=10000100&nonce_str=ibuaiVcKdpRxkhJA' +
      '&key=192006250b4c09247ec02edce69f6a2d';
    expect(md5Hex(text)).toBe('9A0A8659F005D6984697E2CA0A9CF3B7');
  });

  it('digests the UTF-8 form, of characters beyond the BMP too', () => {
    expect(md5Hex('印鉴')).toBe('3EFF9E23C5D111353AE00B5A274D28DA');
    expect(md5Hex('𠮷')).toBe('FE74100E1790D3B8E2A4B04E1FB184E2');
  });

  it('refuses a lone surrogate and says where it is, without the text', async () => {
    for (const [text, offset] of [
      ['secret\ud800', 6],
      ['\udc00secret', 0],
      ['招\udc00\ud800', 1],
    ] as const) {
      const error = await refusalError(() => md5Hex(text));
      expect(error.code).toBe('lone_surrogate');
      expect(error.message).toContain(`offset ${offset}`);
      expect(error.message).not.toContain('secret');
    }
  });

  it.each([undefined, null, 1, new Uint8Array(1), {}])('refuses %s', async (value) => {
    // @ts-expect-error -- the type forbids it
    expect(await refusal(() => md5Hex(value))).toBe('invalid_argument');
  });
});
