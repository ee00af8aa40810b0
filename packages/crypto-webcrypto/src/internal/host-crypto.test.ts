import { afterEach, describe, expect, it } from 'vitest';
import { offersNodeCrypto } from './fixtures/implementations.ts';
import { findHostCrypto, hostCrypto, setHostCryptoPreferred } from './host-crypto.ts';

function refuse(): never {
  throw new Error('No such module');
}

describe('findHostCrypto', () => {
  it('asks the host for node:crypto', () => {
    const names: string[] = [];
    const module = {};
    const process = {
      module,
      getBuiltinModule(name: string) {
        names.push(name);
        return this.module;
      },
    };
    expect(findHostCrypto({ process })).toBe(module);
    expect(names).toEqual(['node:crypto']);
  });

  it.each([
    ['no process', {}],
    ['a process that is null', { process: null }],
    ['a process of a bundler', { process: { env: {}, browser: true } }],
    ['an older process', { process: { versions: { node: '18.0.0' } } }],
    ['a function that knows no such module', { process: { getBuiltinModule: () => undefined } }],
    ['a function that refuses', { process: { getBuiltinModule: refuse } }],
    ['something that is no function', { process: { getBuiltinModule: 'none' } }],
    ['a process that may not be looked at', Object.defineProperty({}, 'process', { get: refuse })],
  ])('finds none with %s', (_, scope) => {
    expect(findHostCrypto(scope)).toBeUndefined();
  });
});

describe('hostCrypto', () => {
  afterEach(() => setHostCryptoPreferred(true));

  it('is there where the host is one that offers it', () => {
    expect(hostCrypto() !== undefined).toBe(offersNodeCrypto);
    expect(hostCrypto()).toBe(findHostCrypto(globalThis));
  });

  it('is not there while it is not wanted', () => {
    setHostCryptoPreferred(false);
    expect(hostCrypto()).toBeUndefined();
    setHostCryptoPreferred(true);
    expect(hostCrypto() !== undefined).toBe(offersNodeCrypto);
  });
});
