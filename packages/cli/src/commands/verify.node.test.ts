import { merchants } from '@yinjian/sandbox';
import { describe, expect, it } from 'vitest';
import { jsonOf, yinjian } from '../testing/program.ts';
import {
  API_KEY,
  body,
  bodySign,
  envelope,
  file,
  MD5_KEY,
  xml,
  xmlHmac,
  xmlMd5,
} from '../testing/samples.ts';

const withKey = { env: { YINJIAN_KEY: MD5_KEY } };
const withApiKey = { env: { YINJIAN_KEY: API_KEY } };

describe('yinjian verify', () => {
  it.each([
    ['an envelope', envelope(), withKey, []],
    ['a body', body, withKey, ['--signature', bodySign]],
    ['XML', xml({ sign: xmlHmac }), withApiKey, []],
    ['XML with MD5', xml({ sign: xmlMd5 }), withApiKey, ['--sign-type', 'MD5']],
  ])('finds the signature of %s valid', async (_, message, options, args) => {
    const result = await yinjian(['verify', message, ...args], options);
    expect(result).toEqual({ status: 0, stdout: '✓ The signature is valid.\n', stderr: '' });
  });

  it.each([
    ['of another message', envelope(bodySign.replace('A', 'B').replace('1', '2')), withKey, 'mismatch'],
    ['in lower case', envelope(bodySign.toLowerCase()), withKey, 'mismatch'],
    ['that is missing', envelope(''), withKey, 'missing'],
    ['that is missing in XML', xml(), withApiKey, 'missing'],
    ['with another algorithm than was asked for', xml({ sign: xmlMd5 }), withApiKey, 'mismatch'],
  ])('does not believe a signature %s', async (_, message, options, reason) => {
    const result = await yinjian(['verify', message, '--json'], options);
    expect(result).toMatchObject({ status: 1, stderr: '' });
    expect(jsonOf(result)).toMatchObject({ valid: false, reason });
  });

  it('checks with the agent’s key alone where the message is in agent mode', async () => {
    const message = envelope(bodySign, '90000001');
    const ofMerchant = await yinjian(['verify', message, '--json'], withKey);
    expect(ofMerchant).toMatchObject({ status: 2, stdout: '' });
    expect(jsonOf({ stdout: ofMerchant.stderr })).toMatchObject({
      error: { code: 'no_key', message: expect.stringContaining('--agent-key-env') },
    });
    const ofAgent = await yinjian(['verify', message], { env: { YINJIAN_AGENT_KEY: MD5_KEY } });
    expect(ofAgent).toMatchObject({ status: 0, stderr: '' });
  });

  it('says in words what to do next', async () => {
    const mismatch = await yinjian(['verify', envelope('0A8B'), '--lang', 'zh'], withKey);
    expect(mismatch).toEqual({
      status: 1,
      stdout: '✗ 签名不符。\n',
      stderr: '`yinjian diagnose` 可查明原因。\n',
    });
    const md5 = await yinjian(['verify', xml({ sign: xmlMd5 })], withApiKey);
    expect(md5).toMatchObject({ status: 1, stderr: expect.stringContaining('--sign-type MD5') });
  });

  it('decrypts a payout and checks its SIGN', async () => {
    const privateKey = file('private.pem', merchants.mmsp.privateKeyPem);
    const publicKey = file('public.pem', merchants.mmsp.publicKeyPem);
    const keys = ['--merchant-public-key-file', publicKey, '--platform-private-key-file', privateKey];
    const sealed = await yinjian([
      'encrypt',
      '{"CMDID":"4097"}',
      '--platform-public-key-file',
      publicKey,
      '--merchant-private-key-file',
      privateKey,
    ]);
    const valid = await yinjian(['verify', '--from', 'merchant', ...keys], { input: sealed.stdout });
    expect(valid).toMatchObject({ status: 0 });
    const { ENCRYPT } = jsonOf(sealed) as { ENCRYPT: string };
    const unsigned = await yinjian([
      'verify',
      JSON.stringify({ ENCRYPT }),
      '--from',
      'merchant',
      '--json',
      ...keys,
    ]);
    expect(unsigned.status).toBe(1);
    expect(jsonOf(unsigned)).toMatchObject({ valid: false, reason: 'missing', algorithm: 'SHA1withRSA' });
    const plaintext = await yinjian(['verify', '{"CMDID":"4097"}', ...keys]);
    expect(plaintext).toMatchObject({ status: 2, stdout: '' });
  });
});
