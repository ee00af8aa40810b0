import { exportPKCS8, exportSPKI } from 'jose';
import { CryptoError } from './crypto-error.ts';
import { askHost } from './internal/host.ts';

export interface RsaKeyPairPem {
  /** PKCS#8, `PRIVATE KEY`. */
  readonly privateKeyPem: string;
  /** SPKI, `PUBLIC KEY`. */
  readonly publicKeyPem: string;
}

/**
 * Makes an RSA key pair with the public exponent 65537.
 *
 * @param modulusLength bits: a multiple of 8 from 1024 to 16 384. Above 4096 this takes long.
 * @throws {CryptoError} `invalid_argument` for another length; `host_refused` when Web Crypto is absent or
 * does not make keys of this length.
 */
export async function generateRsaKeyPair(modulusLength = 2048): Promise<RsaKeyPairPem> {
  if (
    !Number.isInteger(modulusLength) ||
    modulusLength % 8 !== 0 ||
    modulusLength < 1024 ||
    modulusLength > 16_384
  ) {
    throw new CryptoError('invalid_argument', 'The modulus length is a multiple of 8 from 1024 to 16384');
  }
  return askHost(generate(modulusLength));
}

async function generate(modulusLength: number): Promise<RsaKeyPairPem> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-1',
      modulusLength,
      publicExponent: Uint8Array.of(1, 0, 1),
    },
    true,
    ['sign', 'verify'],
  );
  return { privateKeyPem: await exportPKCS8(privateKey), publicKeyPem: await exportSPKI(publicKey) };
}
