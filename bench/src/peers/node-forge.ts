import forge from 'node-forge';
import { encrypted, privatePem } from '../work/payout.ts';
import type { Library } from './library.ts';

const key = forge.pki.privateKeyFromPem(privatePem);

const BLOCK = 128;

/** Bytes are binary strings to it. */
function decrypt(): string {
  const bytes = forge.util.decode64(encrypted);
  let plaintext = '';
  for (let at = 0; at < bytes.length; at += BLOCK) {
    plaintext += key.decrypt(bytes.slice(at, at + BLOCK), 'RSAES-PKCS1-V1_5');
  }
  return forge.util.decodeUtf8(plaintext);
}

export const library: Library = { jobs: { decrypt } };
