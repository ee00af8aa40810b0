import { merchants } from '@yinjian/sandbox';
import { describe, expect, it } from 'vitest';
import { jsonOf, yinjian } from '../testing/program.ts';
import {
  API_KEY,
  bodyCanonical,
  bodySign,
  envelope,
  file,
  MD5_KEY,
  xml,
  xmlHmac,
} from '../testing/samples.ts';

const withKey = { env: { YINJIAN_KEY: MD5_KEY } };
const withApiKey = { env: { YINJIAN_KEY: API_KEY } };

describe('yinjian explain', () => {
  it('shows each step, with titles, signs for white space and the right signature', async () => {
    const { status, stdout, stderr } = await yinjian(['explain', envelope('0A8B')], withKey);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^MMSP · request · quickPay\.pay · Quick payment\n/);
    expect(stdout).toMatch(/✓ AMT +1234 +Amount \(fen\)/);
    expect(stdout).toMatch(/– MERNO +001440353999853/);
    expect(stdout).toContain(`  ${bodyCanonical.replace(' ', '␠')}\n`);
    expect(stdout).toContain('␠ is a space');
    expect(stdout).toContain(bodySign);
    expect(stdout).toMatch(/✗ .+\n$/);
  });

  it('speaks Chinese', async () => {
    const { status, stdout } = await yinjian(['explain', envelope(), '--lang', 'zh'], withKey);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^MMSP · 请求 · quickPay\.pay · 快捷支付交易\n.*金额（分）.*✓ [^\n]*\n$/s);
  });

  it('opens a payout and checks its signature', async () => {
    const { privateKeyPem, publicKeyPem } = merchants.mmsp;
    const files = { private: file('private.pem', privateKeyPem), public: file('public.pem', publicKeyPem) };
    const asSender = [
      '--platform-public-key-file',
      files.public,
      '--merchant-private-key-file',
      files.private,
    ];
    const sealed = await yinjian(['encrypt', '{"CMDID":"4097","MEMO":"a b"}', ...asSender]);
    const asReceiver = [
      '--platform-private-key-file',
      files.private,
      '--merchant-public-key-file',
      files.public,
    ];
    const { status, stdout } = await yinjian(['explain', ...asReceiver], { input: sealed.stdout });
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^MMSP · request · payout\.pay .*128 bytes = 1 × 128.*"a␠b".*SHA1withRSA.*it matches.*✓ /s,
    );
    const without = await yinjian(['explain', '--json'], { input: sealed.stdout });
    expect(without.status).toBe(0);
  });

  it('takes what was copied from anywhere', async () => {
    const line = `curl -X POST https://api.mch.weixin.qq.com/transit/pay/querystate -d '${xml({ sign: xmlHmac })}'`;
    const { status, stdout } = await yinjian(
      ['explain', file('copied.txt', `${line}\n`), '--json'],
      withApiKey,
    );
    expect(status).toBe(0);
    expect(jsonOf({ stdout })).toMatchObject({
      recognised: { platform: 'wechat-transit', containers: ['curl'] },
      verdict: { result: 'match' },
    });
  });

  it('goes without a key as far as that goes, and asks nobody for one in a script', async () => {
    const { status, stdout } = await yinjian(['explain', envelope(), '--json']);
    expect(status).toBe(0);
    expect(jsonOf({ stdout })).toMatchObject({ verdict: { result: 'no_key' } });
  });

  it('shows no key, in no form', async () => {
    for (const args of [[], ['--json'], ['--lang', 'zh']]) {
      const { stdout, stderr } = await yinjian(['explain', envelope('0A8B'), ...args], withKey);
      expect(stdout + stderr).not.toContain(MD5_KEY);
    }
  });

  it('colours names, escapes and the verdict', async () => {
    const { stdout } = await yinjian(['explain', envelope()], { env: { ...withKey.env, FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[36mAMT\u001b[39m');
    expect(stdout).toContain('\u001b[33m\u001b[1m\\/\u001b[22m\u001b[39m');
  });

  it.each([
    ['nothing', ''],
    ['no message', 'hello world'],
    ['a message that was cut', envelope().slice(0, -60)],
  ])('says what is wrong with %s', async (_, message) => {
    const { status, stdout, stderr } = await yinjian(['explain', '--json'], { input: message });
    expect([status, stderr]).toEqual([2, '']);
    expect(jsonOf({ stdout })).toMatchObject({ verdict: { result: 'unreadable' } });
  });

  it('says what is wrong with bytes that are not UTF-8', async () => {
    const gbk = Buffer.concat([
      Buffer.from('{"Body":{"NAME":"'),
      Buffer.from([0xd5, 0xc5]),
      Buffer.from('"},"Sign":"00"}'),
    ]);
    const { stdout } = await yinjian(['explain', '--json'], { ...withKey, input: gbk });
    expect(jsonOf({ stdout })).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ code: 'replacement_character' })]),
    });
  });
});
