import { describe, expect, it } from 'vitest';
import { offersRsa } from './fixtures/implementations.ts';
import { merchantPrivatePem } from './fixtures/merchant-keys.ts';
import { withRandomSource } from './fixtures/random-source.ts';
import { setHostCryptoPreferred } from './host-crypto.ts';
import { bytesToInteger, integerToBytes } from './integer.ts';
import { publicModularPower } from './modular-power.ts';
import { readRsaPrivateKey } from './read-rsa-private-key.ts';
import { rsaPrivateOperation } from './rsa-private-operation.ts';

const { numbers, pkcs8 } = readRsaPrivateKey(merchantPrivatePem);
const expected = publicModularPower(7n, numbers.privateExponent, numbers.modulus);

/** The result for 7, and whether it was the portable implementation, which draws a blinding factor, that gave it. */
async function run(
  operation: (block: Uint8Array) => Uint8Array,
): Promise<[result: bigint, portable: boolean]> {
  let portable = false;
  const result = await withRandomSource(
    (bytes, real) => {
      portable = true;
      real(bytes);
    },
    () => bytesToInteger(operation(integerToBytes(7n, 128))),
  );
  return [result, portable];
}

describe('rsaPrivateOperation', () => {
  it('is the host’s where the host has one, unless the portable one is wanted', async () => {
    const operation = rsaPrivateOperation(numbers, pkcs8);
    expect(await run(operation)).toEqual([expected, !offersRsa]);
    setHostCryptoPreferred(false);
    try {
      expect(await run(operation)).toEqual([expected, true]);
    } finally {
      setHostCryptoPreferred(true);
    }
    expect(await run(operation)).toEqual([expected, !offersRsa]);
  });

  it('is the portable one where the host cannot read the key', async () => {
    expect(await run(rsaPrivateOperation(numbers, Uint8Array.of(0x30, 0)))).toEqual([expected, true]);
  });
});
