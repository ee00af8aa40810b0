import { expect, it } from 'vitest';
import { yuanOf } from './amount.ts';

it.each([
  [0, '0.00'],
  [5, '0.05'],
  [100, '1.00'],
  [123456, '1234.56'],
  [-5, '-0.05'],
])('writes %i fen as yuan', (fen, yuan) => {
  expect(yuanOf(fen)).toBe(yuan);
});
