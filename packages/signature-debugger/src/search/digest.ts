import { hmac } from '@noble/hashes/hmac.js';
import { md5 as nobleMd5, sha1 as nobleSha1 } from '@noble/hashes/legacy.js';
import { sha256 as nobleSha256, sha384 as nobleSha384, sha512 as nobleSha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { hmacSha256Hex, md5Hex } from '@yinjian/crypto-webcrypto';

/** What is taken of the text with the key appended, in upper-case hex. */
export interface Digest {
  readonly id: string;
  readonly hexLength: number;
  /** An HMAC: the key is not only in the text. */
  readonly isKeyed: boolean;
  readonly ofText: (text: string, key: string) => string;
  readonly ofBytes: (bytes: Bytes, key: string) => string;
}

const encoder = /* @__PURE__ */ new TextEncoder();

type Hash = Parameters<typeof hmac>[0];
type Bytes = Uint8Array<ArrayBuffer>;

/** Through the package that uses the host's own implementation where there is one: most of a search is this. */
export const MD5: Digest = {
  id: 'MD5',
  hexLength: 32,
  isKeyed: false,
  ofText: (text) => md5Hex(text),
  ofBytes: (bytes) => upperHex(nobleMd5(bytes)),
};

export const HMAC_SHA256: Digest = {
  id: 'HMAC-SHA256',
  hexLength: 64,
  isKeyed: true,
  ofText: (text, key) => hmacSha256Hex(text, key),
  ofBytes: (bytes, key) => upperHex(hmac(nobleSha256, encoder.encode(key), bytes)),
};

export const SHA1 = /* @__PURE__ */ plain('SHA-1', 40, nobleSha1);
export const SHA256 = /* @__PURE__ */ plain('SHA-256', 64, nobleSha256);
export const SHA384 = /* @__PURE__ */ plain('SHA-384', 96, nobleSha384);
export const SHA512 = /* @__PURE__ */ plain('SHA-512', 128, nobleSha512);
export const HMAC_MD5 = /* @__PURE__ */ keyed('HMAC-MD5', 32, nobleMd5);
export const HMAC_SHA1 = /* @__PURE__ */ keyed('HMAC-SHA1', 40, nobleSha1);
export const HMAC_SHA512 = /* @__PURE__ */ keyed('HMAC-SHA512', 128, nobleSha512);

/** MD5 once more, of what the first printed. */
export function md5Twice(spell: (hex: string) => string): Digest {
  const again = (hex: string) => md5Hex(spell(hex));
  return {
    id: 'MD5 of MD5',
    hexLength: 32,
    isKeyed: false,
    ofText: (text) => again(md5Hex(text)),
    ofBytes: (bytes) => again(upperHex(nobleMd5(bytes))),
  };
}

function plain(id: string, hexLength: number, hash: Hash): Digest {
  const ofBytes = (bytes: Bytes) => upperHex(hash(bytes));
  return { id, hexLength, isKeyed: false, ofText: (text) => ofBytes(encoder.encode(text)), ofBytes };
}

function keyed(id: string, hexLength: number, hash: Hash): Digest {
  const ofBytes = (bytes: Bytes, key: string) => upperHex(hmac(hash, encoder.encode(key), bytes));
  return { id, hexLength, isKeyed: true, ofText: (text, key) => ofBytes(encoder.encode(text), key), ofBytes };
}

function upperHex(bytes: Uint8Array): string {
  return bytesToHex(bytes).toUpperCase();
}
