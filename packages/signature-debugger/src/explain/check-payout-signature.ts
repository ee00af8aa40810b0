import { CryptoError, signSha1WithRsa, verifySha1WithRsa } from '@yinjian/crypto-webcrypto';
import { CodecError, decodeBase64, encodeBase64 } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import type { Verdict } from '../types/explanation.ts';
import type { RsaSignatureStep } from '../types/step.ts';
import type { PayoutSides } from './payout-sides.ts';
import type { RsaKeys } from './rsa-keys.ts';
import { MATCH, MISMATCH, NO_SIGNATURE } from './verdicts.ts';

/** The check of a `SIGN`, and what comes of it. */
export interface CheckedSignature {
  readonly step: RsaSignatureStep;
  readonly verdict: Verdict;
}

/**
 * Checks a `SIGN` over the plain bytes with the sender's public key or, as PKCS#1 v1.5 signs the same bytes in the same
 * way each time, by signing once more with its private key.
 *
 * @param signature Base64; empty where there is none.
 */
export async function checkPayoutSignature(
  bytes: Uint8Array | undefined,
  signature: string,
  sides: PayoutSides,
  keys: RsaKeys,
): Promise<CheckedSignature> {
  const publicKey = await keys.publicKey(sides.checks);
  const privateKey = await keys.privateKey(sides.signs);
  const found = decoded(signature);
  let expected: string | undefined;
  let matches: boolean | undefined;
  try {
    if (bytes !== undefined && privateKey !== undefined) {
      expected = encodeBase64(await signSha1WithRsa(bytes, privateKey));
    }
    if (bytes !== undefined && signature !== '') {
      if (found === undefined) matches = false;
      else if (publicKey !== undefined) matches = await verifySha1WithRsa(bytes, found, publicKey);
      else if (expected !== undefined) matches = expected === encodeBase64(found);
    }
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    keys.problems.push({ severity: 'error', code: 'crypto_unavailable', message: UNAVAILABLE });
  }
  const hasPublic = publicKey !== undefined || privateKey === undefined;
  const step: RsaSignatureStep = {
    kind: 'rsa-signature',
    title: CHECK,
    algorithm: 'SHA1withRSA',
    key: hasPublic ? sides.checks : sides.signs,
    hasKey: publicKey !== undefined || privateKey !== undefined,
    ...(bytes === undefined ? {} : { inputBytes: bytes.length }),
    ...(found === undefined ? {} : { signatureBytes: found.length }),
    ...(signature === '' ? {} : { found: signature }),
    ...(expected === undefined ? {} : { expected }),
    ...(matches === undefined ? {} : { matches }),
  };
  return { step, verdict: verdictOf(signature, matches, sides) };
}

function verdictOf(signature: string, matches: boolean | undefined, sides: PayoutSides): Verdict {
  if (matches !== undefined) return matches ? MATCH : MISMATCH;
  if (signature === '') return { ...NO_SIGNATURE, message: NO_SIGN };
  return { result: 'no_key', message: sides.cannotCheck };
}

function decoded(signature: string): Uint8Array | undefined {
  if (signature === '') return undefined;
  try {
    return decodeBase64(signature);
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    return undefined;
  }
}

const CHECK: Title = {
  zh: 'SIGN 是发送方用私钥对明文字节做的 SHA1withRSA 签名',
  en: 'SIGN is the sender’s SHA1withRSA signature over the bytes of the plain text',
};

const NO_SIGN: Title = {
  zh: '没有 SIGN：谁都可能有公钥，因此内容未经验证',
  en: 'there is no SIGN: anybody may hold the public key, so what it says is not authenticated',
};

const UNAVAILABLE: Title = {
  zh: '运行环境没有 Web Crypto（页面须为 HTTPS），或拒绝 SHA-1 或这种长度的密钥',
  en: 'the host has no Web Crypto (a page needs HTTPS), or refuses SHA-1 or a key of this size',
};
