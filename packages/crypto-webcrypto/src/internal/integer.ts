/** Big-endian bytes to a non-negative integer (RFC 8017, 4.2). The steps depend on the length alone. */
export function bytesToInteger(bytes: Uint8Array): bigint {
  const words = wordBuffer(bytes.length);
  new Uint8Array(words.buffer).set(bytes, words.byteLength - bytes.length);
  let value = 0n;
  for (let at = 0; at < words.byteLength; at += 8) value = (value << 64n) | words.getBigUint64(at);
  return value;
}

/**
 * A non-negative integer to big-endian bytes (RFC 8017, 4.1). The steps depend on `length` alone; the caller
 * knows that the integer fits.
 */
export function integerToBytes(value: bigint, length: number): Uint8Array<ArrayBuffer> {
  const words = wordBuffer(length);
  let rest = value;
  for (let at = words.byteLength - 8; at >= 0; at -= 8) {
    words.setBigUint64(at, BigInt.asUintN(64, rest));
    rest >>= 64n;
  }
  return new Uint8Array(words.buffer, words.byteLength - length);
}

/** Significant bits of a positive integer. */
export function bitLength(value: bigint): number {
  const hex = value.toString(16);
  return hex.length * 4 + 28 - Math.clz32(Number.parseInt(hex.charAt(0), 16));
}

function wordBuffer(length: number): DataView<ArrayBuffer> {
  return new DataView(new ArrayBuffer((length + 7) & ~7));
}
