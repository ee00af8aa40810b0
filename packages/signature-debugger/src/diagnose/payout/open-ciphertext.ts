import { decryptRsaPkcs1, recoverRsaPkcs1 } from '@yinjian/crypto-webcrypto';
import type { Title } from '@yinjian/provider-kit';
import type { PayoutMistakeId } from '../../mistakes/payout.ts';
import { type PayoutKeys, pkcs8Of, type Side } from './payout-keys.ts';

/** What a ciphertext holds, and how it was encrypted wrongly. */
export interface Opened {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mistakes: readonly PayoutMistakeId[];
  readonly detail?: Title;
}

/** As many as `explain` opens. */
const MOST_BLOCKS = 96;

/** Opens a ciphertext with every key at hand, in the ways that programs encrypt. */
export async function openCiphertext(
  cipher: Uint8Array<ArrayBuffer>,
  { privateKeys, publicKeys }: PayoutKeys,
  receiver: Side,
): Promise<Opened | undefined> {
  for (const { side, key } of privateKeys) {
    if (blocksOf(cipher, key.modulusLength) === undefined) continue;
    try {
      const bytes = new Uint8Array(await decryptRsaPkcs1(cipher, key));
      return { bytes, mistakes: side === receiver ? [] : ['payout.encrypted_for_sender'] };
    } catch {
      // Another key, or another padding.
    }
  }
  for (const { key, pem } of privateKeys) {
    for (const hash of ['SHA-1', 'SHA-256']) {
      const bytes = await openOaep(blocksOf(cipher, key.modulusLength), pem, hash);
      if (bytes !== undefined) return { bytes, mistakes: ['payout.oaep'], detail: { en: hash, zh: hash } };
    }
  }
  for (const { key } of publicKeys) {
    const parts = blocksOf(cipher, key.modulusLength)?.map((block) => recoverRsaPkcs1(block, key)) ?? [
      undefined,
    ];
    if (parts.includes(undefined)) continue;
    return {
      bytes: joined(parts.map((part) => part ?? new Uint8Array())),
      mistakes: ['payout.encrypted_with_private_key'],
    };
  }
  return undefined;
}

async function openOaep(
  blocks: readonly Uint8Array<ArrayBuffer>[] | undefined,
  pem: string,
  hash: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const der = pem === '' ? undefined : pkcs8Of(pem);
  if (blocks === undefined || der === undefined) return undefined;
  try {
    const key = await crypto.subtle.importKey('pkcs8', der, { name: 'RSA-OAEP', hash }, false, ['decrypt']);
    const parts: Uint8Array[] = [];
    for (const block of blocks) {
      parts.push(new Uint8Array(await crypto.subtle.decrypt({ name: 'RSA-OAEP' }, key, block)));
    }
    return joined(parts);
  } catch {
    return undefined;
  }
}

function blocksOf(cipher: Uint8Array<ArrayBuffer>, bits: number): Uint8Array<ArrayBuffer>[] | undefined {
  const size = Math.ceil(bits / 8);
  const count = cipher.length / size;
  if (!Number.isInteger(count) || count === 0 || count > MOST_BLOCKS) return undefined;
  return Array.from({ length: count }, (_none, at) => cipher.slice(at * size, (at + 1) * size));
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((one) => [...one]));
}
