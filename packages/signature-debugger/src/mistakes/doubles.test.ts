import { describe, expect, it } from 'vitest';
import { DOUBLE_PRINTERS } from './doubles.ts';

/** What the programs themselves print: JavaScript, PHP, Python; a double of Java as its documentation says. */
const printed: Readonly<Record<string, readonly string[]>> = {
  '1.10': ['1.1', '1.1', '1.1', '1.1', '1.1'],
  '1e3': ['1000', '1000', '1000.0', '1000.0', '1000.0'],
  '8': ['8', '8', '8', '8', '8.0'],
  '0': ['0', '0', '0', '0', '0.0'],
  '-0.0': ['0', '-0', '-0.0', '-0.0', '-0.0'],
  '-2.50': ['-2.5', '-2.5', '-2.5', '-2.5', '-2.5'],
  '0.00001': ['0.00001', '1.0e-5', '1e-05', '1.0E-5', '1.0E-5'],
  '0.0010': ['0.001', '0.001', '0.001', '0.001', '0.001'],
  '12345678.90': ['12345678.9', '12345678.9', '12345678.9', '1.23456789E7', '1.23456789E7'],
  '1e16': ['10000000000000000', '10000000000000000', '1e+16', '1.0E16', '1.0E16'],
  '20171225100000041240': [
    '20171225100000043000',
    '2.0171225100000043e+19',
    '20171225100000041240',
    '20171225100000041240',
    '2.0171225100000043E19',
  ],
};

describe('DOUBLE_PRINTERS', () => {
  it.each(Object.entries(printed))('%s', (lexeme, expected) => {
    expect(DOUBLE_PRINTERS.map(({ print }) => print(lexeme))).toEqual(expected);
  });

  it('prints as this program does', () => {
    for (const lexeme of Object.keys(printed)) {
      expect(DOUBLE_PRINTERS[0]?.print(lexeme)).toBe(JSON.stringify(JSON.parse(lexeme)));
    }
  });
});
