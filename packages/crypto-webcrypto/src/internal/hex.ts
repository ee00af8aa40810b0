/** Codes gathered first and turned into a string once: no string per digit, and a flat result. */
export function upperHex(bytes: Uint8Array): string {
  const codes: number[] = [];
  for (const byte of bytes) codes.push(digit(byte >> 4), digit(byte & 15));
  return String.fromCharCode.apply(null, codes);
}

function digit(value: number): number {
  return value + (value < 10 ? 48 : 55);
}
