import { timingSafeEqual } from '../timing-safe-equal.ts';
import { type HostCrypto, hostCrypto } from './host-crypto.ts';
import { bitLength, integerToBytes } from './integer.ts';
import { publicModularPower } from './modular-power.ts';
import type { RsaPublicNumbers } from './rsa-numbers.ts';

/** Not in Deno: there the portable operation is the faster one, and sure to be blinded. */
const findRsaCrypto = (): HostCrypto | undefined => ('Deno' in globalThis ? undefined : hostCrypto());

/**
 * The private operation of RFC 8017, 5.1.2, by the host: `undefined` where it has none that proves right. The block
 * is below the modulus and as long. The host reads the key once, at the first call.
 *
 * With each key the host is first tested: what the public exponent makes of 2 must come back as 2, with all the zeros
 * in front, which every padded text has too. After that, blinding and the check of every result are its own part, and
 * are taken on trust: OpenSSL (Node) and BoringSSL (Bun, workerd) do both; to check again here would add a quarter to the
 * time. A valid key and block leave a host no reason to refuse: after one failure it is not asked again with this key.
 */
export function hostPrivateOperation(
  { modulus, publicExponent }: RsaPublicNumbers,
  pkcs8: Uint8Array,
  findCrypto: () => HostCrypto | undefined = findRsaCrypto,
): (block: Uint8Array) => Uint8Array | undefined {
  let key: object | undefined;
  let trusted: boolean | undefined;

  function compute(crypto: HostCrypto, block: Uint8Array): Uint8Array {
    key ??= crypto.createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    return crypto.privateDecrypt({ key, padding: crypto.constants.RSA_NO_PADDING }, block);
  }

  function isRight(crypto: HostCrypto): boolean {
    const size = Math.ceil(bitLength(modulus) / 8);
    const block = integerToBytes(publicModularPower(2n, publicExponent, modulus), size);
    return timingSafeEqual(compute(crypto, block), integerToBytes(2n, size));
  }

  return (block) => {
    const crypto = findCrypto();
    if (crypto === undefined || trusted === false) return undefined;
    try {
      trusted ??= isRight(crypto);
      if (trusted) {
        const result = compute(crypto, block);
        if (result.length === block.length) return result;
        trusted = false;
      }
    } catch {
      // Nothing of what the host says gets out.
      trusted = false;
    }
    return undefined;
  };
}
