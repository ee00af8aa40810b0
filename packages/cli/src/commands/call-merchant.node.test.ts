import { join } from 'node:path';
import { merchants, startSandbox } from '@yinjian/sandbox';
import { describe, expect, it } from 'vitest';
// Two parts of one repository: these certificates are for the tests of both.
import { CERTIFICATES } from '../../../sandbox/src/testing/certificates.ts';
import { cardPayment, mmspMerchant, nextNumber, origin, outcomeOf, sandbox } from '../testing/calls.ts';
import { jsonOf, workFolder, yinjian } from '../testing/program.ts';
import { file } from '../testing/samples.ts';

describe('a call of a real address', () => {
  const real = async (args: string[], env: Record<string, string> = mmspMerchant()) =>
    await yinjian(['call', ...args, '--json'], { env });

  it('is made as the merchant of the options or the environment', async () => {
    const { MERNO, TERMNO, md5Key } = merchants.mmsp;
    const byOptions = await real(
      [
        'quickPay.query',
        'MERORDERID=1',
        '--url',
        sandbox().urls.quickPay,
        '--MERNO',
        MERNO,
        '--TERMNO',
        TERMNO,
      ],
      { YINJIAN_KEY: md5Key },
    );
    const byEnvironment = await real(['quickPay.query', 'MERORDERID=1', '--url', sandbox().urls.quickPay]);
    for (const result of [byOptions, byEnvironment]) {
      expect(jsonOf(result)).toMatchObject({
        sandbox: 'none',
        outcome: { cause: { error: { code: '-2002' } } },
      });
    }
  });

  it('is made as an agent, with the agent’s key alone', async () => {
    const { MERNO, TERMNO, agent } = merchants.mmsp;
    const env = {
      YINJIAN_MERNO: MERNO,
      YINJIAN_TERMNO: TERMNO,
      YINJIAN_AGENTNO: agent.AGENTNO,
      YINJIAN_AGENT_KEY: agent.md5Key,
    };
    const result = await real(['scanPay.query', 'MERORDERID=1', '--url', sandbox().urls.scanPay], env);
    expect(jsonOf(result)).toMatchObject({ outcome: { cause: { error: { code: '-2002' } } } });
  });

  it('is made with WeChat Pay’s merchant, in both modes', async () => {
    const { partner, direct } = merchants.wechatTransit;
    const asDirect = await real(['querystate', 'openid=o1', '--url', origin()], {
      YINJIAN_APPID: direct.appid,
      YINJIAN_MCH_ID: direct.mch_id,
      YINJIAN_KEY: direct.key,
    });
    const asPartner = await real(['querystate', 'openid=o1', '--mode', 'partner', '--url', origin()], {
      YINJIAN_APPID: partner.appid,
      YINJIAN_MCH_ID: partner.mch_id,
      YINJIAN_SUB_MCH_ID: partner.sub_mch_id,
      YINJIAN_KEY: partner.key,
    });
    for (const result of [asDirect, asPartner])
      expect(outcomeOf(result)).toMatchObject({ status: 'succeeded' });
  });

  it('is made with the RSA keys of payouts', async () => {
    const args = [
      'payout.query',
      'ORDERNO=1',
      '--url',
      sandbox().urls.payout,
      '--merchant-private-key-file',
      file('private.pem', merchants.mmsp.privateKeyPem),
      '--platform-public-key-file',
      file('public.pem', sandbox().platformPublicKeyPem),
    ];
    const result = await real(args);
    expect(outcomeOf(result)).toMatchObject({ status: 'unknown', cause: { error: { listed: true } } });
  });

  it('is not made where it can move money, unless --yes says so', async () => {
    const number = nextNumber();
    const args = ['quickPay.pay', ...cardPayment(number), '--url', sandbox().urls.quickPay];
    const refused = await real(args);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(jsonOf({ stdout: refused.stderr })).toMatchObject({
      error: { code: 'not_confirmed', message: expect.stringContaining('--yes') },
    });
    expect(sandbox().orders.some((order) => order.number === number)).toBe(false);
    expect((await real([...args, '--yes'])).status).toBe(0);
    expect(sandbox().orders.some((order) => order.number === number)).toBe(true);
  });

  it.each([
    ['the merchant’s number', ['quickPay.query', 'MERORDERID=1'], { YINJIAN_TERMNO: '1' }, 'YINJIAN_MERNO'],
    ['a key', ['quickPay.query', 'MERORDERID=1'], { YINJIAN_MERNO: '1', YINJIAN_TERMNO: '1' }, 'YINJIAN_KEY'],
    ['WeChat Pay’s appid', ['querystate', 'openid=1'], {}, '--appid'],
    ['a client certificate', ['scanPay.cancel', 'MERORDERID=1'], mmspMerchant(), '--cert-file'],
    ['https', ['quickPay.query', 'MERORDERID=1', '--url', 'http://pay.example/'], mmspMerchant(), 'https'],
  ])('wants %s', async (_, args, env, wanted) => {
    const result = await real(
      ['--url', 'https://pay.example/', ...args].slice(args.includes('--url') ? 2 : 0),
      env,
    );
    expect(result).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(wanted) });
  });

  it('takes no merchant where a sandbox brings its own', async () => {
    const result = await yinjian(['call', 'querystate', 'openid=1', '--appid', 'wx1']);
    expect(result).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('--url') });
  });
});

describe('a client certificate', () => {
  it('is shown to the platform', async () => {
    const { authority, server, merchant } = CERTIFICATES;
    const secure = await startSandbox({ tls: { ...server, ca: authority } });
    const env = { ...mmspMerchant(), NODE_EXTRA_CA_CERTS: join(workFolder(), file('ca.pem', authority)) };
    const args = ['call', 'scanPay.cancel', 'MERORDERID=1', '--url', secure.urls.scanPay, '--yes', '--json'];
    const files = [
      '--cert-file',
      file('cert.pem', merchant.cert),
      '--cert-key-file',
      file('key.pem', merchant.key),
    ];
    const result = await yinjian([...args, ...files], { env });
    await secure.close();
    expect(jsonOf(result)).toMatchObject({ outcome: { cause: { error: { code: '-2002' } } } });
  });

  it('is refused where it cannot be used', async () => {
    const files = ['--cert-file', file('cert.pem', 'x'), '--cert-key-file', file('key.pem', 'y')];
    const args = [
      'call',
      'scanPay.cancel',
      'MERORDERID=1',
      '--url',
      'https://pay.example/',
      '--yes',
      '--json',
    ];
    const result = await yinjian([...args, ...files], { env: mmspMerchant() });
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(jsonOf({ stdout: result.stderr })).toMatchObject({ error: { code: 'file' } });
  });
});
