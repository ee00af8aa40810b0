import { describe, expect, it } from 'vitest';
import { decryptRsaPkcs1 } from '../decrypt-rsa-pkcs1.ts';
import { importRsaPrivateKey } from '../import-rsa-private-key.ts';
import { merchantNumbers, privateKeyWith } from './fixtures/build-private-key.ts';
import { pemBody } from './fixtures/bytes.ts';
import { merchantPrivatePem } from './fixtures/merchant-keys.ts';
import { refusalError } from './fixtures/refusal.ts';

// Not a static import: the types of Node are not in the program of this package, lest its source use them.
const specifier: string = 'node:util';
const { inspect }: { inspect: (value: unknown, options?: object) => string } = await import(specifier);

const options = {
  showHidden: true,
  depth: Number.POSITIVE_INFINITY,
  getters: true,
  showProxy: true,
} as const;

/** Twelve characters of the key in a row, in base64, hexadecimal or decimal. */
function holdsKeyMaterial(text: string): boolean {
  const forms = Object.entries(merchantNumbers)
    .filter(([name]) => name !== 'publicExponent')
    .flatMap(([, value]: [string, bigint]) => [value.toString(), value.toString(16)]);
  return [pemBody(merchantPrivatePem), ...forms].some((form) => {
    for (let i = 0; i + 12 <= form.length; i++) {
      if (text.includes(form.slice(i, i + 12))) return true;
    }
    return false;
  });
}

describe('what Node shows', () => {
  it('would be noticed', () => {
    expect(holdsKeyMaterial(inspect(merchantNumbers))).toBe(true);
    expect(holdsKeyMaterial(`... ${pemBody(merchantPrivatePem).slice(100, 120)} ...`)).toBe(true);
  });

  it('of a private key is its class', async () => {
    const key = await importRsaPrivateKey(merchantPrivatePem);
    expect(inspect(key)).toBe('RsaPrivateKey {}');
    expect(holdsKeyMaterial(inspect(key, options))).toBe(false);
    expect(holdsKeyMaterial(inspect({ nested: [key, new Map([[key, key]])] }, options))).toBe(false);
  });

  it('of an error is its code and message', async () => {
    const key = await importRsaPrivateKey(merchantPrivatePem);
    const body = pemBody(merchantPrivatePem);
    for (const operation of [
      () => importRsaPrivateKey(merchantPrivatePem + merchantPrivatePem),
      () => importRsaPrivateKey(body.slice(0, 600)),
      () => importRsaPrivateKey(`secret ${body}`),
      () => importRsaPrivateKey(privateKeyWith({ exponent1: merchantNumbers.exponent1 + 1n })),
      () => decryptRsaPkcs1(new Uint8Array(128), key),
    ]) {
      const error = await refusalError(operation);
      expect(holdsKeyMaterial(inspect(error, options))).toBe(false);
      expect(holdsKeyMaterial(error.stack ?? '')).toBe(false);
    }
  });
});
