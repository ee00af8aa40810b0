import { describe, expect, it } from 'vitest';
import { merchantNumbers } from './fixtures/build-private-key.ts';
import { withRandomSource } from './fixtures/random-source.ts';
import { bytesToInteger, integerToBytes } from './integer.ts';
import { modularInverse } from './modular-inverse.ts';
import { publicModularPower } from './modular-power.ts';
import { portablePrivateOperation } from './portable-private-operation.ts';
import type { RsaPrivateNumbers } from './rsa-numbers.ts';

const { modulus, privateExponent, prime1, prime2 } = merchantNumbers;
const operation = portablePrivateOperation(merchantNumbers);

function run(input: bigint, key = operation): bigint {
  return bytesToInteger(key(integerToBytes(input, 128)));
}

/** Mersenne primes, of which the smaller is a possible blinding factor. */
const unbalanced: RsaPrivateNumbers = keyOf(2n ** 521n - 1n, 2n ** 127n - 1n);

function keyOf(first: bigint, second: bigint): RsaPrivateNumbers {
  const exponent = modularInverse(65_537n, (first - 1n) * (second - 1n));
  return {
    modulus: first * second,
    publicExponent: 65_537n,
    privateExponent: exponent,
    prime1: first,
    prime2: second,
    exponent1: exponent % (first - 1n),
    exponent2: exponent % (second - 1n),
    coefficient: modularInverse(second, first),
  };
}

describe('portablePrivateOperation', () => {
  it.each([0n, 1n, 2n, modulus - 1n, modulus >> 1n, prime1, prime2, prime1 * 3n, 0x0123456789abcdefn])(
    'agrees with the power of the private exponent for %s',
    (input) => {
      expect(run(input)).toBe(publicModularPower(input, privateExponent, modulus));
    },
  );

  it('gives as many bytes as it gets', () => {
    for (const size of [128, 129, 200]) expect(operation(integerToBytes(1n, size))).toHaveLength(size);
  });

  it('draws a fresh blinding factor of 256 bits for every block', async () => {
    const draws: string[] = [];
    await withRandomSource(
      (bytes, real) => {
        real(bytes);
        draws.push(bytes.join());
      },
      () => [run(2n), run(2n), run(3n)],
    );
    expect(draws).toHaveLength(3);
    expect(new Set(draws).size).toBe(3);
    for (const draw of draws) expect(draw.split(',')).toHaveLength(32);
  });

  it('gives the same result whatever the blinding factor, and draws again for useless ones', async () => {
    const byUnbalanced = portablePrivateOperation(unbalanced);
    const expected = publicModularPower(5n, unbalanced.privateExponent, unbalanced.modulus);
    for (const factor of [2n, 3n, 1n << 255n, (1n << 256n) - 1n, unbalanced.prime2 + 2n]) {
      const script = [0n, unbalanced.prime2, unbalanced.prime2 * 4n, factor];
      let next = 0;
      const result = await withRandomSource(
        (bytes) => bytes.set(integerToBytes(script[next++] ?? 0n, 32)),
        () => run(5n, byUnbalanced),
      );
      expect(next).toBe(script.length);
      expect(result).toBe(expected);
    }
  });

  it.each(['exponent1', 'exponent2', 'coefficient', 'prime1', 'prime2'] as const)(
    'gives nothing away when the computation with %s goes wrong',
    (name) => {
      // 2 to the private exponent, right modulo one prime only, would give the other by a common divisor.
      const faulty = { ...merchantNumbers, [name]: merchantNumbers[name] ^ 4n };
      expect(run(2n, portablePrivateOperation(faulty))).toBe(0n);
    },
  );
});
