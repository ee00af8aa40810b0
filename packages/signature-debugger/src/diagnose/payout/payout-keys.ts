import { importRsaPublicKey, RsaPrivateKey, type RsaPublicKey } from '@yinjian/crypto-webcrypto';
import { encodeBase64 } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import { RsaKeys } from '../../explain/rsa-keys.ts';
import type { Keys } from '../../types/keys.ts';

export type Side = 'merchant' | 'platform';

/** The RSA keys at hand, with the public keys that the private ones tell. */
export interface PayoutKeys {
  readonly publicKeys: readonly { readonly side: Side; readonly key: RsaPublicKey }[];
  readonly privateKeys: readonly { readonly side: Side; readonly key: RsaPrivateKey; readonly pem: string }[];
}

export const SIDES: Readonly<Record<Side, Title>> = {
  merchant: { en: 'the merchant’s key', zh: '商户的密钥' },
  platform: { en: 'the platform’s key', zh: '平台的密钥' },
};

export async function payoutKeys(options: Keys): Promise<PayoutKeys> {
  const keys = new RsaKeys(options);
  const publicKeys: { side: Side; key: RsaPublicKey }[] = [];
  const privateKeys: { side: Side; key: RsaPrivateKey; pem: string }[] = [];
  for (const side of ['merchant', 'platform'] as const) {
    const given = options[`${side}PrivateKey`];
    const pem = typeof given === 'string' ? given : '';
    const privateKey = await keys.privateKey(`${side}PrivateKey`);
    if (privateKey instanceof RsaPrivateKey) privateKeys.push({ side, key: privateKey, pem });
    const publicKey = (await keys.publicKey(`${side}PublicKey`)) ?? (await publicKeyOf(pem));
    if (publicKey !== undefined) publicKeys.push({ side, key: publicKey });
  }
  return { publicKeys, privateKeys };
}

/** The DER of a PKCS#8 PEM. */
export function pkcs8Of(pem: string): Uint8Array<ArrayBuffer> | undefined {
  const body = /-----BEGIN PRIVATE KEY-----([\s\S]+?)-----END/.exec(pem.replaceAll('\\n', '\n'))?.[1] ?? pem;
  try {
    const binary = atob(body.replace(/\s+/g, ''));
    return Uint8Array.from(binary, (unit) => unit.charCodeAt(0));
  } catch {
    return undefined;
  }
}

const SCHEME = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** The public half of a private key; `undefined` where it is not PKCS#8 or the host does not take it. */
async function publicKeyOf(pem: string): Promise<RsaPublicKey | undefined> {
  const der = pem === '' ? undefined : pkcs8Of(pem);
  if (der === undefined) return undefined;
  try {
    const { subtle } = crypto;
    const jwk = await subtle.exportKey('jwk', await subtle.importKey('pkcs8', der, SCHEME, true, ['sign']));
    const half = { kty: 'RSA', n: jwk.n ?? '', e: jwk.e ?? '' };
    const spki = await subtle.exportKey(
      'spki',
      await subtle.importKey('jwk', half, SCHEME, true, ['verify']),
    );
    return await importRsaPublicKey(encodeBase64(new Uint8Array(spki)));
  } catch {
    return undefined;
  }
}
