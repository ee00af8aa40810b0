import { describe, expect, it } from 'vitest';
import { merchantNumbers } from './fixtures/build-private-key.ts';
import { publicModularPower } from './modular-power.ts';
import { rsaPrivateOperation } from './rsa-private-operation.ts';

const { modulus, privateExponent, prime1, prime2 } = merchantNumbers;

describe('rsaPrivateOperation', () => {
  it.each([0n, 1n, 2n, modulus - 1n, modulus >> 1n, prime1, prime2, prime1 * 3n, 0x0123456789abcdefn])(
    'agrees with the power of the private exponent for %s',
    (input) => {
      expect(rsaPrivateOperation(input, merchantNumbers)).toBe(
        publicModularPower(input, privateExponent, modulus),
      );
    },
  );

  it.each(['exponent1', 'exponent2', 'coefficient', 'prime1', 'prime2'] as const)(
    'gives nothing away when the computation with %s goes wrong',
    (name) => {
      // 2 to the private exponent, right modulo one prime only, would give the other by a common divisor.
      const faulty = { ...merchantNumbers, [name]: merchantNumbers[name] ^ 4n };
      expect(rsaPrivateOperation(2n, faulty)).toBe(0n);
    },
  );
});
