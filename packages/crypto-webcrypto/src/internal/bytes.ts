import { CryptoError } from '../crypto-error.ts';

/**
 * A copy that the caller cannot change while an operation is waiting. Not `slice()`, which in a Node Buffer
 * shares memory, and not `instanceof`, which fails for arrays of another realm.
 */
export function copyBytes(bytes: Uint8Array, name: string): Uint8Array<ArrayBuffer> {
  if (!isBytes(bytes)) throw new CryptoError('invalid_argument', `The ${name} is not a Uint8Array`);
  return new Uint8Array(bytes);
}

export function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]';
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
