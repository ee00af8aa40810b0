import { CryptoError } from '../crypto-error.ts';
import { concatBytes } from './bytes.ts';
import { MAX_MODULUS_BITS, modulusTooLarge } from './check-rsa-numbers.ts';
import { bytesToInteger } from './integer.ts';

/** The tags that keys are made of (X.690, 8). */
export const TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  sequence: 0x30,
  implicit1: 0x81,
  explicit0: 0xa0,
} as const;

export interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
  /** Tag, length and content. */
  readonly encoded: Uint8Array;
}

/** The elements that `bytes` is the concatenation of. DER only: definite lengths in their shortest form. */
export function readElements(bytes: Uint8Array): DerElement[] {
  const elements: DerElement[] = [];
  let start = 0;
  while (start < bytes.length) {
    const tag = byteAt(bytes, start);
    const first = byteAt(bytes, start + 1);
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
    let length = first;
    if (first >= 0x80) {
      // Two bytes of length reach beyond the longest key text.
      if (lengthBytes !== 1 && lengthBytes !== 2) throw damaged();
      length = byteAt(bytes, start + 2);
      if (lengthBytes === 2) length = (length << 8) | byteAt(bytes, start + 3);
      if (length < (lengthBytes === 1 ? 0x80 : 0x100)) throw damaged();
    }
    const contentStart = start + 2 + lengthBytes;
    const end = contentStart + length;
    if (end > bytes.length) throw damaged();
    elements.push({
      tag,
      content: bytes.subarray(contentStart, end),
      encoded: bytes.subarray(start, end),
    });
    start = end;
  }
  return elements;
}

/** The one element that `bytes` is, which must have this tag. */
export function readElement(bytes: Uint8Array, tag: number): DerElement {
  const [element, ...rest] = readElements(bytes);
  if (element === undefined || rest.length > 0) throw damaged();
  return expectTag(element, tag);
}

export function expectTag(element: DerElement | undefined, tag: number): DerElement {
  if (element?.tag !== tag) throw damaged();
  return element;
}

/** A non-negative INTEGER; keys have no others. */
export function readInteger(element: DerElement | undefined): bigint {
  const { content } = expectTag(element, TAG.integer);
  const first = byteAt(content, 0);
  if (first >= 0x80) throw damaged();
  if (first === 0 && content.length > 1 && byteAt(content, 1) < 0x80) throw damaged();
  if (content.length > MAX_MODULUS_BITS / 8 + 1) throw modulusTooLarge();
  return bytesToInteger(content);
}

export function writeElement(tag: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const content = concatBytes(parts);
  const { length } = content;
  const header =
    length < 0x80
      ? [tag, length]
      : length < 0x100
        ? [tag, 0x81, length]
        : [tag, 0x82, length >> 8, length & 0xff];
  return concatBytes([Uint8Array.from(header), content]);
}

export function damaged(): CryptoError {
  return new CryptoError('damaged_key', 'The data of the key is damaged: characters were lost or changed');
}

function byteAt(bytes: Uint8Array, offset: number): number {
  const byte = bytes[offset];
  if (byte === undefined) throw damaged();
  return byte;
}
