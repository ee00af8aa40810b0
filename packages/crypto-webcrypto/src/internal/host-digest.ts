import { type HostCrypto, hostCrypto } from './host-crypto.ts';

/**
 * A digest by the host, in upper-case hex: `undefined` where it has none that gives `expected` for `sample`.
 *
 * That a function is there says little: in FIPS mode MD5 throws, and so do the stand-ins of bundlers. A host
 * that has refused or erred once is not asked again.
 */
export function hostDigest<Texts extends readonly string[]>(
  compute: (crypto: HostCrypto, ...texts: Texts) => string,
  sample: Texts,
  expected: string,
  findCrypto: () => HostCrypto | undefined = hostCrypto,
): (...texts: Texts) => string | undefined {
  let trusted: boolean | undefined;
  return (...texts) => {
    const crypto = findCrypto();
    if (crypto === undefined || trusted === false) return undefined;
    try {
      trusted ??= compute(crypto, ...sample) === expected;
      if (trusted) return compute(crypto, ...texts).toUpperCase();
    } catch {
      trusted = false;
    }
    return undefined;
  };
}
