import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { prompt } from './prompt.ts';

/** A terminal on which somebody types. */
function terminal(typed: string) {
  const input = new PassThrough();
  const output = new PassThrough();
  const shown: string[] = [];
  output.setEncoding('utf8').on('data', (text: string) => shown.push(text));
  setImmediate(() => input.write(typed));
  return { input, output, shown: () => shown.join('') };
}

describe('prompt', () => {
  it('gives what is typed, and shows it', async () => {
    const { input, output, shown } = terminal('yes\r');
    expect(await prompt('Sure? ', { input, output })).toBe('yes');
    expect(shown()).toMatch(/Sure\? .*yes/s);
  });

  it('shows nothing of what is hidden, but that it was entered', async () => {
    const { input, output, shown } = terminal('sek\u007fcret\r');
    expect(await prompt('Key: ', { input, output, isHidden: true })).toBe('secret');
    expect(shown()).toBe('Key: \n');
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
    ['Ctrl-C in the middle', 'abc\u0003'],
  ])('ends with %s', async (_, typed) => {
    const { input, output } = terminal(typed);
    await expect(prompt('Key: ', { input, output, isHidden: true })).rejects.toMatchObject({
      code: 'interrupted',
      exitCode: 130,
    });
  });
});
