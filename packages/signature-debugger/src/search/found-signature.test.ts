import { describe, expect, it } from 'vitest';
import { FoundSignature } from './found-signature.ts';

const md5 = '0A9B00C1D2E3F4051627384956ABCDEF';
const hmac = `${md5}${'1F'.repeat(16)}`;
const lower = md5.toLowerCase();

describe('FoundSignature', () => {
  it.each([
    [md5, []],
    [lower, ['signature.lower_case']],
    [` ${md5}\n`, ['signature.surrounded']],
    [`"${md5}"`, ['signature.surrounded']],
    [`${lower}  -`, ['signature.surrounded', 'signature.lower_case']],
    [`MD5(stdin)= ${md5}`, ['signature.surrounded']],
    ['0A-9B-00-C1-D2-E3-F4-05-16-27-38-49-56-AB-CD-EF', ['signature.separated']],
    [md5.slice(8, 24), ['signature.middle_16']],
    [md5.slice(1), ['signature.leading_zero_lost']],
    ['A9B0C1D2E3F451627384956ABCDEF', ['signature.bytes_unpadded']],
    [md5.slice(0, 30), ['signature.cut']],
    ['CpsAwdLj9AUWJzhJVqvN7w==', ['signature.base64']],
    ['CpsAwdLj9AUWJzhJVqvN7w%3D%3D', ['signature.base64']],
    [btoa(lower), ['signature.base64_of_hex']],
    [Array.from(lower, (digit) => digit.charCodeAt(0).toString(16)).join(''), ['signature.hex_twice']],
  ])('%s', (found, mistakes) => {
    const signature = new FoundSignature(found);
    expect(signature.match(md5)).toEqual(mistakes);
    expect(signature.admits(32)).toBe(true);
    expect(signature.match('F'.repeat(32))).toBeUndefined();
  });

  it('tells half of a longer digest', () => {
    expect(new FoundSignature(hmac.slice(0, 32)).match(hmac)).toEqual(['signature.cut']);
  });

  it.each(['', 'pending', 'TODO', '签名', md5.slice(0, 12), `${md5} ${md5}`])('no digest: %s', (found) => {
    const signature = new FoundSignature(found);
    expect([32, 40, 64, 128].filter((length) => signature.admits(length))).toEqual([]);
    expect(signature.match(md5)).toBeUndefined();
  });
});
