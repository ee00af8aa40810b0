import { expect, it } from 'vitest';
import { visible, visibleWhiteSpace } from './visible.ts';

it('names what controls a terminal or cannot be seen, and keeps the rest', () => {
  expect(visible('a\u001b[31m\u009b\r\u200b\u00a0\u3000\u202e\ufeffé张\n\t ')).toBe(
    'a<U+001B>[31m<U+009B>␍<U+200B><U+00A0><U+3000><U+202E><U+FEFF>é张\n\t ',
  );
});

it('shows white space', () => {
  expect(visibleWhiteSpace('a b\tc\nd\r\ne\r')).toBe('a␠b␉c␊\nd␍␊\ne␍');
});
