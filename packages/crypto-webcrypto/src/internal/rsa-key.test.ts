import { describe, expect, it } from 'vitest';
import { CryptoError } from '../crypto-error.ts';
import { importRsaPrivateKey } from '../import-rsa-private-key.ts';
import { importRsaPublicKey } from '../import-rsa-public-key.ts';
import { merchantPrivatePem, merchantPublicPem } from './fixtures/merchant-keys.ts';
import { RsaPrivateKey } from './rsa-private-key.ts';
import { RsaPublicKey } from './rsa-public-key.ts';

describe('RsaPrivateKey and RsaPublicKey', () => {
  it('have no properties of their own', async () => {
    for (const key of [
      await importRsaPrivateKey(merchantPrivatePem),
      await importRsaPublicKey(merchantPublicPem),
    ]) {
      expect(Reflect.ownKeys(key)).toEqual([]);
      expect(JSON.stringify(key)).toBe('{}');
      expect(structuredClone(key)).toEqual({});
    }
  });

  it('have a class that offers the length of the modulus and nothing else', async () => {
    for (const key of [RsaPrivateKey, RsaPublicKey]) {
      expect(Reflect.ownKeys(key.prototype)).toEqual(['constructor', 'modulusLength']);
      expect(new Set(Reflect.ownKeys(key))).toEqual(new Set(['length', 'name', 'prototype']));
    }
    const key = await importRsaPrivateKey(merchantPrivatePem);
    expect(Reflect.set(key, 'modulusLength', 1)).toBe(false);
    expect(key.modulusLength).toBe(1024);
  });

  it('cannot be constructed, copied or imitated from outside', async () => {
    const key = await importRsaPrivateKey(merchantPrivatePem);
    for (const construct of [RsaPrivateKey, RsaPublicKey]) {
      for (const argument of [undefined, Symbol('RsaPrivateKey'), Symbol('RsaPublicKey'), key]) {
        expect(() => Reflect.construct(construct, [argument, {}])).toThrow(CryptoError);
      }
      expect(() => Object.create(construct.prototype).modulusLength).toThrow(CryptoError);
    }
  });
});
