import { recoverRsaPkcs1 } from '@yinjian/crypto-webcrypto';
import type { PayoutMistakeId } from '../../mistakes/payout.ts';
import { type Digest, MD5, SHA1, SHA256, SHA384, SHA512 } from '../../search/digest.ts';
import { bytesOf } from './base64-forms.ts';
import type { PayoutKeys, Side } from './payout-keys.ts';

/** What a signature tells about itself, once its key is found. */
export interface RecoveredSignature {
  /** Whose private key made it. */
  readonly side: Side;
  readonly digest: Digest;
  /** In upper-case hex. */
  readonly hex: string;
  /** The digest stands there without the name of its algorithm: it was encrypted, not signed. */
  readonly isBare: boolean;
  /** How its bytes were written wrongly. */
  readonly mistakes: readonly PayoutMistakeId[];
}

/** RFC 8017, 9.2, note 1. */
const DIGEST_INFOS: readonly (readonly [prefix: string, digest: Digest])[] = [
  ['3020300C06082A864886F70D020505000410', MD5],
  ['3021300906052B0E03021A05000414', SHA1],
  ['3031300D060960864801650304020105000420', SHA256],
  ['3041300D060960864801650304020205000430', SHA384],
  ['3051300D060960864801650304020305000440', SHA512],
];

/** Finds the key that a signature was made with, and what it says. */
export function recoverSignature(
  signature: string,
  { publicKeys }: PayoutKeys,
): RecoveredSignature | undefined {
  for (const { bytes, mistakes } of bytesOf(signature)) {
    for (const { side, key } of publicKeys) {
      const content = recoverRsaPkcs1(bytes, key);
      const read = content === undefined ? undefined : readContent(content);
      if (read !== undefined) return { side, mistakes, ...read };
    }
  }
  return undefined;
}

function readContent(content: Uint8Array): Pick<RecoveredSignature, 'digest' | 'hex' | 'isBare'> | undefined {
  const hex = Array.from(content, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
  for (const [prefix, digest] of DIGEST_INFOS) {
    if (hex.startsWith(prefix) && hex.length === prefix.length + digest.hexLength) {
      return { digest, hex: hex.slice(prefix.length), isBare: false };
    }
  }
  const text = String.fromCharCode(...content);
  const bare = /^[0-9a-f]+$/i.test(text) ? text.toUpperCase() : hex;
  const digest = DIGEST_INFOS.find(([, { hexLength }]) => hexLength === bare.length)?.[1];
  return digest === undefined ? undefined : { digest, hex: bare, isBare: true };
}
