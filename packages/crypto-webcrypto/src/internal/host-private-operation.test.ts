import { describe, expect, it } from 'vitest';
import { merchantNumbers } from './fixtures/build-private-key.ts';
import { fakeHost } from './fixtures/fake-host.ts';
import { offersRsa } from './fixtures/implementations.ts';
import { merchantPrivatePem } from './fixtures/merchant-keys.ts';
import { oddLengthKeys } from './fixtures/odd-length-keys.ts';
import { rsa1024Exponent3, rsa2048, rsa4096 } from './fixtures/openssl-keys.ts';
import type { HostCrypto } from './host-crypto.ts';
import { hostPrivateOperation } from './host-private-operation.ts';
import { bitLength, bytesToInteger, integerToBytes } from './integer.ts';
import { publicModularPower } from './modular-power.ts';
import { portablePrivateOperation } from './portable-private-operation.ts';
import { readRsaPrivateKey } from './read-rsa-private-key.ts';

const { modulus, privateExponent } = merchantNumbers;
const pkcs8 = Uint8Array.of(0x30);
const hostKey = { secret: 'key' };

function right(block: Uint8Array): Uint8Array {
  return integerToBytes(publicModularPower(bytesToInteger(block), privateExponent, modulus), 128);
}

/** The operation by a host that computes so, and what it was asked for. */
function operationBy(privateDecrypt: (block: Uint8Array, padding: number) => Uint8Array) {
  const asked = { keys: 0, blocks: [] as Uint8Array[] };
  const host = fakeHost({
    createPrivateKey: (given) => {
      asked.keys++;
      expect(given).toEqual({ key: pkcs8, format: 'der', type: 'pkcs8' });
      return hostKey;
    },
    privateDecrypt: ({ key, padding }, block) => {
      asked.blocks.push(block);
      expect(key).toBe(hostKey);
      return privateDecrypt(block, padding);
    },
  });
  return { operation: hostPrivateOperation(merchantNumbers, pkcs8, host), asked };
}

/** What the public exponent makes of 2. */
const encryptedTwo = integerToBytes(publicModularPower(2n, merchantNumbers.publicExponent, modulus), 128);
const first = integerToBytes(12_345n, 128);
const second = integerToBytes(modulus - 2n, 128);

describe('hostPrivateOperation', () => {
  it.each([
    rsa1024Exponent3,
    rsa2048,
    rsa4096,
    ...oddLengthKeys,
    { bits: 1024, privatePem: merchantPrivatePem },
  ])(
    'agrees with the portable operation for $bits bits, or is absent where the host has none',
    ({ privatePem }) => {
      const { numbers, pkcs8: key } = readRsaPrivateKey(privatePem);
      const byHost = hostPrivateOperation(numbers, key);
      const portable = portablePrivateOperation(numbers);
      const size = Math.ceil(bitLength(numbers.modulus) / 8);
      for (const input of [2n, 0n, 1n, numbers.modulus - 1n, numbers.modulus >> 1n, numbers.prime1]) {
        const block = integerToBytes(input, size);
        const result = byHost(block);
        expect(result && [...result]).toEqual(offersRsa ? [...portable(block)] : undefined);
      }
    },
  );

  it('lets the host read the key once, tests it, and asks it for no padding', () => {
    const paddings: number[] = [];
    const { operation, asked } = operationBy((block, padding) => {
      paddings.push(padding);
      return right(block);
    });
    expect(asked).toEqual({ keys: 0, blocks: [] });
    expect(operation(first)).toEqual(right(first));
    expect(operation(second)).toEqual(right(second));
    expect(asked).toEqual({ keys: 1, blocks: [encryptedTwo, first, second] });
    expect(paddings).toEqual([3, 3, 3]);
  });

  it.each([
    ['computes wrongly', (block: Uint8Array) => right(block).fill(1, 100)],
    ['gives the block back', (block: Uint8Array) => block],
    ['gives nothing', () => new Uint8Array()],
    ['leaves out zeros in front', (block: Uint8Array) => right(block).slice(right(block).findIndex(Boolean))],
    ['gives more', (block: Uint8Array) => Uint8Array.of(0, ...right(block))],
    [
      'refuses',
      () => {
        throw new Error('secret');
      },
    ],
  ])('has no result by a host that %s, which is asked once', (_, privateDecrypt) => {
    const { operation, asked } = operationBy(privateDecrypt);
    // The test does not depend on what someone sends first.
    expect([operation(new Uint8Array(128)), operation(first)]).toEqual([undefined, undefined]);
    expect(asked).toEqual({ keys: 1, blocks: [encryptedTwo] });
  });

  it('has no result by a host that refuses the key, or refuses later', () => {
    expect(hostPrivateOperation(merchantNumbers, pkcs8, fakeHost({}))(first)).toBeUndefined();

    const { operation, asked } = operationBy((block) => {
      if (block === second) throw new Error('secret');
      return right(block);
    });
    expect([operation(first), operation(second), operation(first)]).toEqual([
      right(first),
      undefined,
      undefined,
    ]);
    expect(asked.blocks).toEqual([encryptedTwo, first, second]);
  });

  it('has no result by a host that gives less later', () => {
    const { operation, asked } = operationBy((block) => right(block).subarray(block === second ? 1 : 0));
    expect([operation(first), operation(second), operation(first)]).toEqual([
      right(first),
      undefined,
      undefined,
    ]);
    expect(asked.blocks).toEqual([encryptedTwo, first, second]);
  });

  it('has no result while there is no host', () => {
    let host: HostCrypto | undefined;
    const operation = hostPrivateOperation(merchantNumbers, pkcs8, () => host);
    expect(operation(first)).toBeUndefined();
    host = fakeHost({ createPrivateKey: () => hostKey, privateDecrypt: (_, block) => right(block) })();
    expect(operation(first)).toEqual(right(first));
    host = undefined;
    expect(operation(first)).toBeUndefined();
  });
});
