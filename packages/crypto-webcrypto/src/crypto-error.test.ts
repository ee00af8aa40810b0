import { describe, expect, it } from 'vitest';
import { CryptoError } from './crypto-error.ts';

describe('CryptoError', () => {
  it('is an Error with a literal name and a code', () => {
    const error = new CryptoError('not_rsa', 'The key is not for rsaEncryption');
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('CryptoError');
    expect(error.code).toBe('not_rsa');
    expect(String(error)).toBe('CryptoError: The key is not for rsaEncryption');
    expect('cause' in error).toBe(false);
  });
});
