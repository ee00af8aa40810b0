import { createRequire } from 'node:module';
import { encrypted, privatePem } from '../work/payout.ts';
import type { Library } from './library.ts';

// Its ES modules do not load in Node.
const JSEncrypt = createRequire(import.meta.url)('jsencrypt') as typeof import('jsencrypt').JSEncrypt;

const decryptor = new JSEncrypt();
decryptor.setPrivateKey(privatePem);

/** Takes one block, in base64. */
const BLOCK = 128;

function decrypt(): string {
  const bytes = Buffer.from(encrypted, 'base64');
  let plaintext = '';
  for (let at = 0; at < bytes.length; at += BLOCK) {
    plaintext += decryptor.decrypt(bytes.toString('base64', at, at + BLOCK));
  }
  return plaintext;
}

export const library: Library = { jobs: { decrypt } };
