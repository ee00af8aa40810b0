import { type HostCrypto, hostCrypto } from './host-crypto.ts';
import { bitLength, bytesToInteger, integerToBytes } from './integer.ts';
import { publicModularPower } from './modular-power.ts';
import type { RsaPublicNumbers } from './rsa-numbers.ts';

/** Not in Deno: there the portable operation is the faster one, and sure to be blinded. */
const findRsaCrypto = (): HostCrypto | undefined => ('Deno' in globalThis ? undefined : hostCrypto());

/**
 * The private operation of RFC 8017, 5.1.2, by the host: `undefined` where it has none that proves right. The block
 * is below the modulus and as long. The host reads the key once, at the first call.
 *
 * With each key the host is first tested: the public exponent must take its result for 2 back to 2. After that,
 * blinding and the check of every result are its own part. OpenSSL and BoringSSL do both; to check again here
 * would add a quarter to the time. A valid key and block leave a host no reason to refuse: after one failure it is
 * not asked again with this key.
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
    const block = integerToBytes(2n, Math.ceil(bitLength(modulus) / 8));
    const result = compute(crypto, block);
    return (
      result.length === block.length &&
      publicModularPower(bytesToInteger(result), publicExponent, modulus) === 2n
    );
  }

  return (block) => {
    const crypto = findCrypto();
    if (crypto === undefined || trusted === false) return undefined;
    try {
      trusted ??= isRight(crypto);
      if (trusted) return compute(crypto, block);
    } catch {
      // Nothing of what the host says gets out.
      trusted = false;
    }
    return undefined;
  };
}
