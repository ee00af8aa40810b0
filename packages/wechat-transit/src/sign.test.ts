import { CodecError } from '@yinjian/protocol-codec';
import { ConfigurationError } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import type { SignType } from './credentials.ts';
import { everythingVisible } from './internal/fixtures/everything-visible.ts';
import { issuesOf, rejection } from './internal/fixtures/rejection.ts';
import { KEY } from './internal/fixtures/samples.ts';
import { sign, verifySign } from './sign.ts';

/** The platform's published example. */
const fields = {
  nonce_str: 'ibuaiVcKdpRxkhJA',
  appid: 'wxd930ea5d5a258f4f',
  body: 'test',
  device_info: '1000',
  mch_id: '10000100',
};
const MD5 = '9A0A8659F005D6984697E2CA0A9CF3B7';
const HMAC = '6A9AE1657590FD6257D693A078E1C3E4BB6BA4DC30B23E0EE2496E54170DACD6';

/** As PHP signs them. */
const awkward = { b: '', B: 'a b', a_: '&=', a: '0', aB: '中', SIGN: 'kept', sign: 'left out' };

describe('sign', () => {
  it('makes the published signatures', () => {
    expect(sign(fields, KEY, 'MD5')).toBe(MD5);
    expect(sign(fields, KEY, 'HMAC-SHA256')).toBe(HMAC);
    expect(sign(new Map(Object.entries(fields)), KEY, 'MD5')).toBe(MD5);
  });

  it('leaves out empty values and sign, and signs raw values in byte order', () => {
    expect(sign(awkward, KEY, 'MD5')).toBe('BE3CE13DA6595F9BAACA9FC1B41B7C6D');
    expect(sign(awkward, KEY, 'HMAC-SHA256')).toBe(
      '08CC7FBCC8A5090572D5524BD464D51A9193CA73824AB8FB531BACE81D984D4C',
    );
  });

  it.each(['', undefined, null, 42])('does not sign with the key %j', async (key) => {
    for (const run of [
      () => sign(fields, key as string, 'MD5'),
      () => verifySign(new Map([['sign', MD5]]), key as string, 'MD5'),
    ]) {
      const error = await rejection(run);
      expect(error.code).toBe('invalid_configuration');
      expect(issuesOf(error)).toEqual(['key missing']);
    }
  });

  it.each(['md5', 'HMAC-SHA1', '', undefined])('has no algorithm %j', async (signType) => {
    const error = await rejection(() => sign(fields, KEY, signType as SignType));
    expect(issuesOf(error)).toEqual(['sign_type invalid_value']);
  });

  it('names a field that cannot be signed, and shows neither it nor the key', () => {
    let error: unknown;
    try {
      sign({ ...fields, attach: 'CANARY\ud800' }, KEY, 'MD5');
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(CodecError);
    expect(error).toMatchObject({ code: 'lone_surrogate', path: 'attach' });
    expect(everythingVisible(error)).not.toMatch(/CANARY|192006250b4c/);
  });
});

describe('verifySign', () => {
  const signed = (signature: string) => new Map([...Object.entries(fields), ['sign', signature]]);

  it('accepts the signature of the requested algorithm', () => {
    expect(verifySign(signed(MD5), KEY, 'MD5')).toBe(true);
    expect(verifySign(signed(HMAC), KEY, 'HMAC-SHA256')).toBe(true);
  });

  it('takes what came over the wire, as it was read', () => {
    const anything = { ...fields, sign: MD5 } as unknown as ReadonlyMap<string, string>;
    expect(() => verifySign(anything, KEY, 'MD5')).toThrow(ConfigurationError);
  });

  it('does not let the message choose the algorithm', () => {
    expect(verifySign(signed(MD5), KEY, 'HMAC-SHA256')).toBe(false);
    expect(verifySign(signed(HMAC), KEY, 'MD5')).toBe(false);
  });

  it.each([
    ['no signature', signed('')],
    ['none at all', new Map(Object.entries(fields))],
    ['a signature in lower case', signed(HMAC.toLowerCase())],
    ['a signature cut short', signed(HMAC.slice(0, -1))],
    ['a signature with more behind it', signed(`${HMAC} `)],
    ['a changed value', signed(HMAC).set('body', 'tesT')],
    ['another field', signed(HMAC).set('total_fee', '1')],
    ['a field less', new Map([...signed(HMAC)].filter(([name]) => name !== 'body'))],
    ['a field of another name', new Map([...signed(HMAC)].map(([n, v]) => [n === 'body' ? 'Body' : n, v]))],
  ])('refuses %s', (_, message) => {
    expect(verifySign(message, KEY, 'HMAC-SHA256')).toBe(false);
  });

  it('refuses the signature of another key', () => {
    expect(verifySign(signed(HMAC), KEY.toUpperCase(), 'HMAC-SHA256')).toBe(false);
  });

  it('does not mind the order of the fields, nor empty ones', () => {
    const message = new Map([...signed(HMAC)].toReversed()).set('attach', '');
    expect(verifySign(message, KEY, 'HMAC-SHA256')).toBe(true);
  });
});
