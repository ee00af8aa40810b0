import { CryptoError, decryptRsaPkcs1, type RsaPrivateKey } from '@yinjian/crypto-webcrypto';
import { CodecError, decodeBase64 } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import type { Problem } from '../types/problem.ts';
import type { BlocksStep } from '../types/step.ts';

/** As many as a payout reply is read with: a tenth of a second with 1024 bits. */
const MAX_BLOCKS = 96;

/** The block of a 1024-bit key, which is what the platform hands out. */
const USUAL_BLOCK = 128;

/** What an `ENCRYPT` holds. */
export interface OpenedPayout {
  readonly step?: BlocksStep;
  /** Absent without the key, or where it does not open. */
  readonly bytes?: Uint8Array;
  readonly problems: readonly Problem[];
}

/** Takes an `ENCRYPT` apart and, with the key, decrypts it block by block. */
export async function openPayout(encrypted: string, key: RsaPrivateKey | undefined): Promise<OpenedPayout> {
  let cipher: Uint8Array;
  try {
    cipher = decodeBase64(encrypted);
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    return { problems: [problem('base64_invalid', NOT_BASE64)] };
  }
  const bytes = cipher.length;
  const isAssumed = key === undefined;
  const block = key === undefined ? USUAL_BLOCK : Math.ceil(key.modulusLength / 8);
  const divides = bytes > 0 && bytes % block === 0;
  const count = bytes / block;
  const step: BlocksStep = {
    kind: 'blocks',
    title: BLOCKS,
    bytes,
    isAssumed,
    ...(divides || !isAssumed ? { blockBytes: block } : {}),
    ...(divides ? { count } : {}),
  };
  if (!divides && !isAssumed)
    return { step, problems: [problem('ciphertext_length', notBlocks(bytes, block))] };
  if (key === undefined) return { step, problems: [] };
  if (count > MAX_BLOCKS) return { step, problems: [problem('ciphertext_length', TOO_MANY)] };
  const pieces = await decryptBlocks(cipher, block, key);
  if (pieces === undefined) return { step, problems: [] };
  return {
    step: { ...step, plainBytes: pieces.map(({ length }) => length) },
    bytes: concatenated(pieces),
    problems: [],
  };
}

async function decryptBlocks(
  cipher: Uint8Array,
  block: number,
  key: RsaPrivateKey,
): Promise<Uint8Array[] | undefined> {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < cipher.length; at += block) {
    try {
      pieces.push(await decryptRsaPkcs1(cipher.subarray(at, at + block), key));
    } catch (error) {
      if (!(error instanceof CryptoError)) throw error;
      return undefined;
    }
  }
  return pieces;
}

function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function problem(code: Problem['code'], message: Title): Problem {
  return { severity: 'error', code, message };
}

const BLOCKS: Title = {
  zh: 'ENCRYPT 解 Base64，按密钥长度分块，每块用 RSAES-PKCS1-v1_5 解密，再拼接字节',
  en: 'decode ENCRYPT from Base64, decrypt it in blocks as long as the key with RSAES-PKCS1-v1_5, join the bytes',
};

const NOT_BASE64: Title = {
  zh: 'ENCRYPT 不是标准的 Base64（URL 安全的 -、_ 或缺少的 = 都不行）',
  en: 'ENCRYPT is not Base64 in the standard alphabet (not the URL-safe one with - and _, and with its padding)',
};

const notBlocks = (bytes: number, block: number): Title => ({
  zh: `ENCRYPT 有 ${bytes} 字节，不是 ${block} 字节（密钥长度）的整数倍`,
  en: `ENCRYPT has ${bytes} bytes, which is no multiple of the key’s ${block}`,
});

const TOO_MANY: Title = {
  zh: `ENCRYPT 超过 ${MAX_BLOCKS} 块，不予解密`,
  en: `ENCRYPT has more than ${MAX_BLOCKS} blocks and is not decrypted`,
};
