import { describe, expect, it } from 'vitest';
import { rememberByNames } from './remember-by-names.ts';

/** How often something was made of each list. */
function counting() {
  const made: string[] = [];
  const remember = rememberByNames((names) => {
    made.push(names.join());
    return names.join('&');
  });
  return { made, remember };
}

describe('rememberByNames', () => {
  it('makes something of each list once', () => {
    const { made, remember } = counting();
    for (const names of [['a', 'b'], ['b', 'a'], ['a'], ['ab'], [], ['a', 'b']]) {
      expect(remember(names)).toBe(names.join('&'));
      expect(remember([...names])).toBe(names.join('&'));
    }
    expect(made).toEqual(['a,b', 'b,a', 'a', 'ab', '']);
  });

  it('forgets the oldest first, however many come', () => {
    const { made, remember } = counting();
    for (let index = 0; index < 1000; index++) remember([`n${index}`]);
    expect(made).toHaveLength(1000);
    for (let index = 999; index >= 936; index--) remember([`n${index}`]);
    expect(made).toHaveLength(1000);
    remember(['n935']);
    expect(made).toHaveLength(1001);
  });

  it('keeps no long lists', () => {
    const { made, remember } = counting();
    const long = ['x'.repeat(600)];
    expect(remember(long)).toBe(long[0]);
    expect(remember(long)).toBe(long[0]);
    expect(made).toHaveLength(2);
  });

  it('makes it again after a failure', () => {
    let calls = 0;
    const remember = rememberByNames((): number => {
      calls++;
      if (calls === 1) throw new Error('no');
      return calls;
    });
    expect(() => remember(['a'])).toThrow('no');
    expect(remember(['a'])).toBe(2);
    expect(remember(['a'])).toBe(2);
  });
});
