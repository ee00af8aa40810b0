/** RFC 8017, 7.2: two bytes in front, eight or more of padding, and a zero. */
export const PADDING_OVERHEAD = 11;

/** EME-PKCS1-v1_5 encoding (RFC 8017, 7.2.1, step 2): 00 02, random non-zero bytes, 00, the message. */
export function addPadding(message: Uint8Array, size: number): Uint8Array {
  const block = new Uint8Array(size);
  block[1] = 2;
  const padding = block.subarray(2, size - message.length - 1);
  fillNonZero(padding);
  block.set(message, size - message.length);
  return block;
}

/**
 * EME-PKCS1-v1_5 decoding (RFC 8017, 7.2.2, step 3): where the message starts in the block, or 0 when the
 * padding is wrong. Every byte is looked at, whatever the earlier ones were; masks are 0 or -1.
 */
export function messageStart(block: Uint8Array): number {
  let found = 0;
  let separator = 0;
  for (let i = 2; i < block.length; i++) {
    const isZero = ((block[i] ?? 0) - 1) >> 31;
    separator |= i & isZero & ~found;
    found |= isZero;
  }
  const prefix = (block[0] ?? 0) | ((block[1] ?? 0) ^ 2);
  const prefixIsRight = (prefix - 1) >> 31;
  const paddingIsLong = (PADDING_OVERHEAD - 2 - separator) >> 31;
  return (separator + 1) & prefixIsRight & paddingIsLong;
}

/** Zeros are replaced and not mapped to another value, which would then be twice as likely. */
function fillNonZero(bytes: Uint8Array<ArrayBuffer>): void {
  crypto.getRandomValues(bytes);
  const spare = new Uint8Array(16);
  let next = spare.length;
  for (let i = 0; i < bytes.length; i++) {
    while (bytes[i] === 0) {
      if (next === spare.length) {
        crypto.getRandomValues(spare);
        next = 0;
      }
      bytes[i] = spare[next++] ?? 0;
    }
  }
}
