import { md5Hex } from '@yinjian/crypto-webcrypto';
import { canonicalizeJson, readJsonMembers } from '@yinjian/protocol-codec';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anyJsonBodyText,
  bodyWithRepeatedName,
  jsonBodyOf,
  nearlyJsonText,
  printJson,
} from './support/arbitrary-json.ts';
import { anyKey } from './support/arbitrary-text.ts';
import { outcomeOf } from './support/outcome.ts';
import { PhpOracle } from './support/php-oracle.ts';
import { announceSeed, forEachGenerated, timeout } from './support/seed.ts';

const oracle = new PhpOracle();
beforeAll(() => announceSeed('MMSP signatures'));
afterAll(() => oracle.stop());

const sign = (body: string, key: string): string => md5Hex(`${canonicalizeJson(body)}&key=${key}`);

/** The signature with one digit changed. */
function tampered(signature: string): string {
  return (signature.startsWith('0') ? '1' : '0') + signature.slice(1);
}

describe('MMSP bodies as text, against ksort, json_encode and md5', { timeout }, () => {
  it('gives the same canonical form and signature, and each side accepts the signature of the other', async () => {
    await forEachGenerated(fc.tuple(anyJsonBodyText, anyKey), 3000, async ([body, key]) => {
      const canonical = canonicalizeJson(body);
      const signature = sign(body, key);
      const [theirCanonical, theirSignature, accepted, acceptedTampered] = await Promise.all([
        oracle.canonicalizeMmsp(body),
        oracle.signMmsp(body, key),
        oracle.verifyMmsp(body, key, signature),
        oracle.verifyMmsp(body, key, tampered(signature)),
      ]);
      expect(canonical).toBe(theirCanonical);
      expect(signature).toBe(theirSignature);
      expect({ accepted, acceptedTampered }).toEqual({ accepted: true, acceptedTampered: false });
    });
  });

  it('gives the same canonical form of a long body', async () => {
    const body = `{"b":"${'\\u4e2d/中\\n\\\\'.repeat(40_000)}","a":[${'1.10,'.repeat(20_000)}0]}`;
    expect(canonicalizeJson(body)).toBe(await oracle.canonicalizeMmsp(body));
  });

  it('finds the same body in a message', async () => {
    await forEachGenerated(fc.tuple(anyJsonBodyText, anyJsonBodyText), 500, async ([first, body]) => {
      const message = `{"Attach":${first},"Body":${body},"Sign":""}`;
      const members = readJsonMembers(message);
      const [attached, signed] = await Promise.all([
        oracle.canonicalizeMmspMember(message, 'Attach'),
        oracle.canonicalizeMmspMember(message, 'Body'),
      ]);
      expect(canonicalizeJson(members.get('Attach') ?? '')).toBe(attached);
      expect(canonicalizeJson(members.get('Body') ?? '')).toBe(signed);
    });
  });

  it('refuses the same texts', async () => {
    let refusals = 0;
    await forEachGenerated(nearlyJsonText, 1500, async (text) => {
      const theirs = await outcomeOf(oracle.canonicalizeMmsp(text));
      const ours = await outcomeOf(() => canonicalizeJson(text, { maxNumberDigits: 1000 }));
      // PHP keeps the last of two members with one name. Ours signs no such text.
      const repeats = theirs !== undefined && (await oracle.repeatsAName(text));
      expect(ours).toBe(repeats ? undefined : theirs);
      refusals += ours === undefined ? 1 : 0;
    });
    // A generator that spoils nothing, or everything, would compare nothing.
    expect(refusals).toBeGreaterThan(300);
    expect(refusals).toBeLessThan(1200);
  });
});

describe('MMSP bodies that hold a name twice', { timeout }, () => {
  it('are not signed, however the name is spelled; PHP would sign the last', async () => {
    await forEachGenerated(bodyWithRepeatedName, 200, async (body) => {
      expect(await oracle.repeatsAName(body)).toBe(true);
      expect(await outcomeOf(() => canonicalizeJson(body))).toBeUndefined();
    });
  });
});

describe('MMSP bodies as objects, against ksort, json_encode and md5', { timeout }, () => {
  it('prints safe integers as PHP prints them', async () => {
    await forEachGenerated(jsonBodyOf(fc.maxSafeInteger()), 1000, async (body) => {
      const text = printJson(body);
      const [plain, marked] = await Promise.all([
        oracle.canonicalizeMmspPlain(text),
        oracle.canonicalizeMmsp(text),
      ]);
      expect(canonicalizeJson(body)).toBe(plain);
      // The marks that carry numbers and names through PHP change nothing where they are not needed.
      expect(marked).toBe(plain);
    });
  });

  it('prints longer integers in full', async () => {
    const integer = fc.bigInt({ min: -(10n ** 63n) + 1n, max: 10n ** 64n - 1n });
    await forEachGenerated(jsonBodyOf(integer), 500, async (body) => {
      expect(canonicalizeJson(body)).toBe(await oracle.canonicalizeMmsp(printJson(body)));
    });
  });
});
