import { describe, expect, it } from 'vitest';
import { fakeHost } from './fixtures/fake-host.ts';
import type { HostCrypto } from './host-crypto.ts';
import { hostDigest } from './host-digest.ts';

/** A digest by a host whose `hash` is this one, and the texts that it was asked about. */
function digestBy(hash: (text: string) => string) {
  const asked: string[] = [];
  const host = fakeHost({
    hash: (_, text) => {
      asked.push(text);
      return hash(text);
    },
  });
  const digest = hostDigest(
    (crypto, text: string) => crypto.hash('md5', text, 'hex'),
    ['sample'],
    'right',
    host,
  );
  return { digest, asked };
}

describe('hostDigest', () => {
  it('gives what the host gives, in upper case, once the host has proved right', () => {
    const { digest, asked } = digestBy((text) => (text === 'sample' ? 'right' : `0a-${text}`));
    expect([digest('x'), digest('y')]).toEqual(['0A-X', '0A-Y']);
    expect(asked).toEqual(['sample', 'x', 'y']);
  });

  it.each([
    ['gives another digest', () => 'wrong'],
    ['gives the digest in another form', () => 'RIGHT'],
    [
      'refuses, as in FIPS mode',
      () => {
        throw new Error('unsupported: secret');
      },
    ],
  ])('gives nothing by a host that %s, which is asked once', (_, hash) => {
    const { digest, asked } = digestBy(hash);
    expect([digest('x'), digest('y')]).toEqual([undefined, undefined]);
    expect(asked).toEqual(['sample']);
  });

  it('gives nothing by a host that refuses later, and does not ask it again', () => {
    const { digest, asked } = digestBy((text) => {
      if (text === 'refused') throw new Error('secret');
      return 'right';
    });
    expect([digest('x'), digest('refused'), digest('y')]).toEqual(['RIGHT', undefined, undefined]);
    expect(asked).toEqual(['sample', 'x', 'refused']);
  });

  it('gives nothing while there is no host', () => {
    let host: HostCrypto | undefined;
    const compute = (crypto: HostCrypto) => crypto.hash('md5', '', 'hex');
    const digest = hostDigest(compute, [], 'right', () => host);
    expect(digest()).toBeUndefined();
    host = fakeHost({ hash: () => 'right' })();
    expect(digest()).toBe('RIGHT');
    host = undefined;
    expect(digest()).toBeUndefined();
  });
});
