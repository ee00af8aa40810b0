import { describe, expect, it } from 'vitest';
import { errorStyle, style } from './style.ts';

// Whether the streams take colours is up to where the tests run: one format decides for several.
describe.each([
  ['standard output', style],
  ['standard error', errorStyle],
])('on %s', (_, paint) => {
  it('takes several formats exactly where it takes one', () => {
    const isColoured = paint('red', 'x') !== 'x';
    expect(paint(['red', 'bold'], 'x') !== 'x').toBe(isColoured);
  });
});
