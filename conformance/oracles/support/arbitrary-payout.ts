import * as fc from 'fast-check';
import { printJson } from './arbitrary-json.ts';
import { anyText } from './arbitrary-text.ts';

const fieldNames = ['CMDID', 'MERNO', 'ORDERNO', 'AMT', 'ACCNAME', 'ACCNO', 'MEMO', 'BANKNAME', 'BANKPROV'];

const requestText = fc
  .tuple(...fieldNames.map(() => anyText))
  .map((values) => printJson(Object.fromEntries(values.map((value, index) => [fieldNames[index], value]))))
  .map((text) => new TextEncoder().encode(text));

function bytesOf(length: number): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ minLength: length, maxLength: length, size: 'max' });
}

/** What a payout envelope may carry: JSON mostly, but any bytes of any length are sealed alike. */
export function anyPayoutText(longestPiece: number): fc.Arbitrary<Uint8Array> {
  const edges = [
    0,
    1,
    longestPiece - 1,
    longestPiece,
    longestPiece + 1,
    2 * longestPiece,
    2 * longestPiece + 1,
  ];
  return fc.oneof(
    { weight: 6, arbitrary: requestText },
    { weight: 3, arbitrary: fc.constantFrom(...edges).chain(bytesOf) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 3 * longestPiece, size: 'max' }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(0x00, 0xff).map((byte) => new Uint8Array(longestPiece + 1).fill(byte)),
    },
  );
}
