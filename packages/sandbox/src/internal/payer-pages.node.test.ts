import { describe, expect, it } from 'vitest';
import { type PayerPage, PayerPages } from './payer-pages.ts';
import { RandomText } from './random-text.ts';

/** What `URL` of scan pay may be long: `string(100)`. */
const MAX_LENGTH = 100;

const page = (heading: string): PayerPage => ({
  heading,
  rows: [],
  state: () => 'placed',
  confirm: () => undefined,
  decline: () => undefined,
  returnUrl: () => undefined,
});

const pagesAt = (origin: string, random = Math.random) =>
  new PayerPages(() => origin, new RandomText(random));

const tokenOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);

describe('PayerPages', () => {
  it.each(['http://127.0.0.1:65535', 'http://[ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255]:65535'])(
    'keeps addresses at %s within the documented length',
    (origin) => {
      const pages = pagesAt(origin);
      let url = '';
      for (let count = 0; count < 20_000; count++) url = pages.open(page(''));
      expect(url.length).toBeLessThanOrEqual(MAX_LENGTH);
    },
  );

  it('tells pages apart even if the random numbers repeat', () => {
    const pages = pagesAt('http://127.0.0.1:1', () => 0.5);
    const [one, other] = [pages.open(page('one')), pages.open(page('other'))].map(tokenOf);
    expect(pages.find(one ?? '')?.heading).toBe('one');
    expect(pages.find(other ?? '')?.heading).toBe('other');
  });

  it('finds no page for a token that was never given out', () => {
    const pages = pagesAt('http://127.0.0.1:1');
    const token = tokenOf(pages.open(page('')));
    for (const forged of ['', '1', token.slice(0, -1), `${token}1`, token.toLowerCase(), '__proto__']) {
      expect(pages.find(forged)).toBeUndefined();
    }
  });
});
