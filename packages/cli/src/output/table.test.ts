import { expect, it } from 'vitest';
import { columns, widthOf } from './table.ts';

it('aligns columns by what they take on a terminal', () => {
  expect(widthOf('\u001b[31m金额\u001b[39mAMT（')).toBe(9);
  expect(
    columns([
      ['金额', 'x', 'y'],
      ['AMT', 'xx'],
      ['\u001b[1mA\u001b[22m', '', 'z'],
    ]),
  ).toEqual(['  金额  x   y', '  AMT   xx', '  \u001b[1mA\u001b[22m         z']);
});
