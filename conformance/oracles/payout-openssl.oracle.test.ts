import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  decryptRsaPkcs1,
  encryptRsaPkcs1,
  importRsaPrivateKey,
  importRsaPublicKey,
  signSha1WithRsa,
  verifySha1WithRsa,
} from '@yinjian/crypto-webcrypto';
import { encodeUtf8 } from '@yinjian/protocol-codec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import payout from '../vectors/mmsp-payout.json' with { type: 'json' };
import { testKey } from './support/vector-files.ts';

const BLOCK = 128;
const LONGEST_PIECE = BLOCK - 11;

const folder = mkdtempSync(join(tmpdir(), 'yinjian-openssl-'));
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
afterAll(() => rmSync(folder, { recursive: true }));

function openssl(args: readonly string[], input: Uint8Array): Uint8Array {
  return new Uint8Array(execFileSync('openssl', args, { input }));
}

/** Cut into pieces of the given length, each treated alike and joined again. */
function inPieces(bytes: Uint8Array, length: number, treat: (piece: Uint8Array) => Uint8Array): Uint8Array {
  const treated: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += length) {
    treated.push(treat(bytes.subarray(at, at + length)));
  }
  return new Uint8Array(Buffer.concat(treated));
}

describe('payouts, against the openssl command', async () => {
  const privateKey = await importRsaPrivateKey(testKey('merchant-private.pem'));
  const publicKey = await importRsaPublicKey(testKey('merchant-public.pem'));
  let privateFile = '';
  let publicFile = '';
  beforeAll(() => {
    privateFile = file('private.pem', testKey('merchant-private.pem'));
    publicFile = file('public.pem', testKey('merchant-public.pem'));
  });

  it.each(payout.vectors)('$name: encrypted and decrypted both ways', async ({ plain }) => {
    const bytes = encodeUtf8(plain);
    const padding = ['-pkeyopt', 'rsa_padding_mode:pkcs1'];
    const decrypted = inPieces(await encryptRsaPkcs1(bytes, publicKey), BLOCK, (block) =>
      openssl(['pkeyutl', '-decrypt', '-inkey', privateFile, ...padding], block),
    );
    expect(decrypted).toEqual(bytes);
    const encrypted = inPieces(bytes, LONGEST_PIECE, (piece) =>
      openssl(['pkeyutl', '-encrypt', '-pubin', '-inkey', publicFile, ...padding], piece),
    );
    expect(await decryptRsaPkcs1(encrypted, privateKey)).toEqual(bytes);
  });

  it.each(payout.vectors)('$name: signed and verified both ways', async ({ plain }) => {
    const bytes = encodeUtf8(plain);
    const signature = await signSha1WithRsa(bytes, privateKey);
    const theirs = openssl(['dgst', '-sha1', '-sign', privateFile], bytes);
    expect(signature).toEqual(theirs);
    expect(await verifySha1WithRsa(bytes, theirs, publicKey)).toBe(true);
    const verify = ['dgst', '-sha1', '-verify', publicFile, '-signature', file('signature', signature)];
    expect(spawnSync('openssl', verify, { input: bytes }).status).toBe(0);
    expect(spawnSync('openssl', verify, { input: bytes.subarray(1) }).status).not.toBe(0);
  });
});
