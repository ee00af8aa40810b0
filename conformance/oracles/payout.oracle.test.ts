import {
  CryptoError,
  decryptRsaPkcs1,
  encryptRsaPkcs1,
  generateRsaKeyPair,
  importRsaPrivateKey,
  importRsaPublicKey,
  signSha1WithRsa,
  verifySha1WithRsa,
} from '@yinjian/crypto-webcrypto';
import { decodeBase64, encodeBase64 } from '@yinjian/protocol-codec';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyPayoutText } from './support/arbitrary-payout.ts';
import { OracleRefusal, PhpOracle } from './support/php-oracle.ts';
import { announceSeed, forEachGenerated, timeout } from './support/seed.ts';
import { testKey } from './support/vector-files.ts';

const oracle = new PhpOracle();
beforeAll(() => announceSeed('MMSP payouts'));
afterAll(() => oracle.stop());

interface Pem {
  readonly privatePem: string;
  readonly publicPem: string;
}

/** One key pair, in the hands of both sides. */
async function party({ privatePem, publicPem }: Pem) {
  return {
    privatePem,
    publicPem,
    privateKey: await importRsaPrivateKey(privatePem),
    publicKey: await importRsaPublicKey(publicPem),
  };
}
type Party = Awaited<ReturnType<typeof party>>;

async function ourOwnKeys(bits: number): Promise<Pem> {
  const { privateKeyPem, publicKeyPem } = await generateRsaKeyPair(bits);
  return { privatePem: privateKeyPem, publicPem: publicKeyPem };
}

interface Sealed {
  readonly encrypted: string;
  readonly sign: string;
}

async function seal(plain: Uint8Array, receiver: Party, sender: Party): Promise<Sealed> {
  return {
    encrypted: encodeBase64(await encryptRsaPkcs1(plain, receiver.publicKey)),
    sign: encodeBase64(await signSha1WithRsa(plain, sender.privateKey)),
  };
}

async function sealByPhp(
  plain: Uint8Array,
  receiver: Party,
  sender: Party,
  pieceLength: number,
): Promise<Sealed> {
  const [encrypted, sign] = await oracle.sealPayout(
    plain,
    receiver.publicPem,
    sender.privatePem,
    pieceLength,
  );
  return { encrypted, sign };
}

/** What PHP makes of a message: its plain text, or undefined where PHP refuses to open it or to believe it. */
async function openByPhp({ encrypted, sign }: Sealed, receiver: Party, sender: Party) {
  try {
    const plain = await oracle.openPayout(encrypted, receiver.privatePem);
    return (await oracle.verifyPayout(plain, sign, sender.publicPem)) ? plain : undefined;
  } catch (error) {
    if (error instanceof OracleRefusal) {
      return undefined;
    }
    throw error;
  }
}

async function open({ encrypted, sign }: Sealed, receiver: Party, sender: Party) {
  try {
    const plain = await decryptRsaPkcs1(decodeBase64(encrypted), receiver.privateKey);
    return (await verifySha1WithRsa(plain, decodeBase64(sign), sender.publicKey)) ? plain : undefined;
  } catch (error) {
    if (error instanceof CryptoError) {
      return undefined;
    }
    throw error;
  }
}

/** The base64 text with one bit of its bytes turned over. */
function flipped(base64: string, position: number): string {
  const bytes = decodeBase64(base64);
  const bit = position % (bytes.length * 8);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return encodeBase64(bytes);
}

describe('payouts, against openssl_public_encrypt, openssl_private_decrypt, openssl_sign, openssl_verify', {
  timeout,
}, async () => {
  const published = {
    privatePem: testKey('merchant-private.pem'),
    publicPem: testKey('merchant-public.pem'),
  };
  const [merchant, phpMade, ourOwn, longPhpMade, longOurOwn] = await Promise.all([
    party(published),
    oracle.generateKeys(1024).then(party),
    ourOwnKeys(1024).then(party),
    oracle.generateKeys(2048).then(party),
    ourOwnKeys(2048).then(party),
  ]);

  it.each([
    {
      bits: 1024,
      keys: 'published to PHP',
      sender: merchant,
      receiver: phpMade,
      longest: 117,
      messages: 300,
    },
    { bits: 1024, keys: 'PHP to ours', sender: phpMade, receiver: ourOwn, longest: 117, messages: 150 },
    {
      bits: 2048,
      keys: 'ours to PHP',
      sender: longOurOwn,
      receiver: longPhpMade,
      longest: 245,
      messages: 70,
    },
  ])('$bits bit, $keys: each side opens and believes what the other sealed', async (exchange) => {
    const { sender, receiver, longest, messages } = exchange;
    const pieceLength = fc.oneof(
      fc.constantFrom(longest, longest, 64, 1),
      fc.integer({ min: 1, max: longest }),
    );
    const message = fc.record({
      plain: anyPayoutText(longest),
      piece: pieceLength,
      spoil: fc.constantFrom('ciphertext' as const, 'signature' as const, 'text' as const),
      bit: fc.nat(),
    });
    await forEachGenerated(message, messages, async ({ plain, piece, spoil, bit }) => {
      const ours = await seal(plain, receiver, sender);
      // Each piece costs a private operation on either side, so only short texts are cut very small.
      const length = Math.max(piece, Math.ceil(plain.length / 8));
      const theirs = await sealByPhp(plain, receiver, sender, length);
      expect(ours.sign).toBe(theirs.sign);
      const blocks = Math.max(1, Math.ceil(plain.length / longest));
      expect(decodeBase64(ours.encrypted)).toHaveLength(blocks * (longest + 11));
      expect(await openByPhp(ours, receiver, sender)).toEqual(plain);
      expect(await open(theirs, receiver, sender)).toEqual(plain);

      const spoilt = {
        ciphertext: { ...theirs, encrypted: flipped(theirs.encrypted, bit) },
        signature: { ...theirs, sign: flipped(theirs.sign, bit) },
        text: { ...theirs, encrypted: (await seal(Uint8Array.of(...plain, 0), receiver, sender)).encrypted },
      }[spoil];
      expect(await openByPhp(spoilt, receiver, sender)).toBeUndefined();
      expect(await open(spoilt, receiver, sender)).toBeUndefined();
    });
  });

  it('believes no one but the sender', async () => {
    const plain = new TextEncoder().encode('{"CMDID":"4097"}');
    const sealed = await seal(plain, phpMade, ourOwn);
    expect(await openByPhp(sealed, phpMade, merchant)).toBeUndefined();
    expect(await open(sealed, phpMade, merchant)).toBeUndefined();
    expect(await openByPhp(sealed, phpMade, ourOwn)).toEqual(plain);
    expect(await open(sealed, phpMade, ourOwn)).toEqual(plain);
  });
});
