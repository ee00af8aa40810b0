import { exportJWK, importPKCS8, importSPKI } from 'jose';

/**
 * The key as the host's Web Crypto wants it for signatures with SHA-1. jose knows RSASSA-PKCS1-v1_5 only with
 * stronger hashes, so the key goes through a JWK.
 *
 * Undefined when the host has no Web Crypto or refuses the key: encryption and decryption work without it, so
 * this is reported when a signature is asked for.
 */
export function importSigningKey(pkcs8: Uint8Array): Promise<CryptoKey | undefined> {
  return reimport(importPKCS8(armour('PRIVATE KEY', pkcs8), 'RS256', { extractable: true }), 'sign');
}

export function importVerificationKey(spki: Uint8Array): Promise<CryptoKey | undefined> {
  return reimport(importSPKI(armour('PUBLIC KEY', spki), 'RS256', { extractable: true }), 'verify');
}

async function reimport(
  imported: Promise<CryptoKey>,
  usage: 'sign' | 'verify',
): Promise<CryptoKey | undefined> {
  try {
    const jwk = await exportJWK(await imported);
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1' };
    return await crypto.subtle.importKey('jwk', jwk, algorithm, false, [usage]);
  } catch {
    return undefined;
  }
}

function armour(label: string, der: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...der));
  return `-----BEGIN ${label}-----\n${base64}\n-----END ${label}-----`;
}
