import { constants, generateKeyPairSync, privateDecrypt, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { jsonOf, yinjian } from '../testing/program.ts';
import { file } from '../testing/samples.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 1024,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const PLAINTEXT = `{"CMDID":"4097","MEMO":"${'代付'.repeat(40)}"}`;

const publicKeys = () => ['--platform-public-key-file', file('public.pem', publicKey)];
const privateKeys = () => ['--merchant-private-key-file', file('private.pem', privateKey)];

/** Block by block, by Node's own means. */
function decrypted(ENCRYPT: string): string {
  const bytes = Buffer.from(ENCRYPT, 'base64');
  const blocks = Array.from({ length: bytes.length / 128 }, (_, index) =>
    privateDecrypt(
      { key: privateKey, padding: constants.RSA_PKCS1_PADDING },
      bytes.subarray(index * 128, (index + 1) * 128),
    ),
  );
  return Buffer.concat(blocks).toString();
}

describe('yinjian encrypt', () => {
  it('seals a payout so that others can open it', async () => {
    const result = await yinjian(['encrypt', PLAINTEXT, ...publicKeys(), ...privateKeys()]);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    const { ENCRYPT, SIGN } = jsonOf(result) as Record<string, string>;
    expect(decrypted(ENCRYPT ?? '')).toBe(PLAINTEXT);
    const isSigned = verify('sha1', Buffer.from(PLAINTEXT), publicKey, Buffer.from(SIGN ?? '', 'base64'));
    expect(isSigned).toBe(true);
  });

  it('takes a text as it is, but for the line break that echo adds', async () => {
    const args = ['encrypt', '-', '--unsigned', ...publicKeys()];
    const result = await yinjian(args, { input: ' {"A": 1}\n\n' });
    const message = jsonOf(result) as Record<string, string>;
    expect(Object.keys(message)).toEqual(['ENCRYPT']);
    expect(decrypted(message['ENCRYPT'] ?? '')).toBe(' {"A": 1}\n');
  });

  it('wants the sender’s key, and says how to give it', async () => {
    const result = await yinjian(['encrypt', PLAINTEXT, '--json', ...publicKeys()]);
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(jsonOf({ stdout: result.stderr })).toMatchObject({
      error: {
        code: 'no_key',
        message: expect.stringMatching(/--merchant-private-key-file.*YINJIAN_MERCHANT_PRIVATE_KEY/),
      },
    });
  });

  it('says what is wrong with a key', async () => {
    const args = ['encrypt', PLAINTEXT, '--json', '--unsigned', '--platform-public-key-file'];
    const result = await yinjian([...args, file('swapped.pem', privateKey)]);
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(jsonOf({ stdout: result.stderr })).toMatchObject({
      error: { code: 'private_key_instead_of_public_key' },
    });
    expect(result.stderr).not.toContain(privateKey.slice(40, 60));
  });
});

describe('yinjian decrypt', () => {
  const sealed = async (...args: string[]) =>
    (await yinjian(['encrypt', PLAINTEXT, '--from', 'platform', ...args])).stdout;
  const asPlatform = () => [
    '--merchant-public-key-file',
    file('public.pem', publicKey),
    '--platform-private-key-file',
    file('private.pem', privateKey),
  ];

  it('prints the plain text as it is, and says on standard error what its signature is worth', async () => {
    const input = await sealed(...asPlatform());
    const checked = await yinjian(['decrypt', ...privateKeys(), ...publicKeys()], { input });
    expect(checked).toEqual({ status: 0, stdout: PLAINTEXT, stderr: 'SIGN is valid.\n' });
    const unchecked = await yinjian(['decrypt', '--lang', 'zh', ...privateKeys()], { input });
    expect(unchecked).toMatchObject({
      status: 0,
      stdout: PLAINTEXT,
      stderr: expect.stringContaining('未校验'),
    });
  });

  it('fails where the signature is another’s', async () => {
    const { ENCRYPT, SIGN } = JSON.parse(await sealed(...asPlatform())) as Record<string, string>;
    const forged = JSON.stringify({ ENCRYPT, SIGN: `${SIGN?.startsWith('A') ? 'B' : 'A'}${SIGN?.slice(1)}` });
    const result = await yinjian(['decrypt', forged, '--json', ...privateKeys(), ...publicKeys()]);
    expect(result.status).toBe(1);
    expect(jsonOf(result)).toEqual({ plaintext: PLAINTEXT, signature: 'invalid' });
  });

  it('takes base64 alone, with line breaks', async () => {
    const { ENCRYPT = '' } = JSON.parse(await sealed('--unsigned', ...asPlatform())) as Record<
      string,
      string
    >;
    const input = ENCRYPT.replace(/.{64}/g, '$&\n');
    const result = await yinjian(['decrypt', '-', '--json', ...privateKeys()], { input });
    expect(jsonOf(result)).toEqual({ plaintext: PLAINTEXT, signature: 'missing' });
  });

  it.each([
    ['what was encrypted for another', 'A'.repeat(172), 1, 'decryption_failed'],
    ['what is not base64', '{"ENCRYPT":"§"}', 1, 'decryption_failed'],
    ['a message without ENCRYPT', '{"A":"1"}', 2, 'unreadable'],
    ['a message that breaks off', '{"ENCRYPT":', 2, 'json_syntax'],
  ])('fails for %s', async (_, message, status, code) => {
    const result = await yinjian(['decrypt', '-', '--json', ...privateKeys()], { input: message });
    expect(result).toMatchObject({ status, stdout: '' });
    expect(jsonOf({ stdout: result.stderr })).toMatchObject({ error: { code } });
  });
});
