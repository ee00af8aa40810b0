import { describe, expect, it } from 'vitest';
import { call, cardPayment, mmspMerchant, NOWHERE, nextNumber, PAYOUT, sandbox } from '../testing/calls.ts';
import { jsonOf, yinjian } from '../testing/program.ts';
import { file } from '../testing/samples.ts';

describe('a request that breaks the rules', () => {
  it('is not sent; every mistake is told with the field’s title', async () => {
    const before = sandbox().orders.length;
    const fields = ['MERORDRID=1', 'AMT=12.3', 'CARDTYPE=7', 'NOTIFY_URL=x'];
    const asData = await call('quickPay.pay', ...fields, '--json');
    expect(asData).toMatchObject({ status: 2, stdout: '' });
    const { error } = jsonOf({ stdout: asData.stderr }) as { error: { code: string; issues: object[] } };
    expect(error.code).toBe('invalid_request');
    expect(error.issues).toContainEqual({
      path: 'AMT',
      code: 'wrong_type',
      message: expect.stringContaining('12.3 yuan are 1230 fen'),
      title: { zh: '金额（分）', en: 'Amount (fen)' },
    });
    expect(error.issues).toContainEqual(
      expect.objectContaining({ path: 'MERORDRID', message: expect.stringContaining('MERORDERID?') }),
    );
    const inWords = await call('quickPay.pay', ...fields, '--lang', 'zh');
    expect(inWords.stderr.split('\n')).toEqual(
      expect.arrayContaining([
        '  CARDNO（卡号）未给出',
        '  MERORDRID 不是此处的字段；是否指 MERORDERID？',
        '  AMT（金额（分））类型不对：应为 1 到 1000000000 的整数（分）；12.3 元为 1230 分',
        '  CARDTYPE（卡类型）取值不合规则：应为 1, 2 之一',
      ]),
    );
    expect(sandbox().orders).toHaveLength(before);
  });

  it('names fields within objects, of the case that applies', async () => {
    const fields = ['trade_scene=BUS', 'scene_info.line_name=', 'scene_info.start_station=x'];
    const { stderr } = await call('payapply', ...fields, '--json');
    const { error } = jsonOf({ stdout: stderr }) as { error: { issues: object[] } };
    expect(error.issues).toContainEqual(
      expect.objectContaining({ path: 'scene_info.line_name', title: { zh: '乘车路线', en: 'Bus line' } }),
    );
  });
});

describe('--dry-run', () => {
  it('prints the request and sends nothing', async () => {
    const before = sandbox().orders.length;
    const result = await call('quickPay.pay', ...cardPayment(nextNumber()), '--dry-run');
    expect(result.status).toBe(0);
    expect(result.stdout).toMatch(
      /^POST http.*\/mmsp\/quick-pay\ncontent-type: application\/json.*\n\n\{"CommandID":771/s,
    );
    expect(result.stdout).not.toMatch(/6227000013830237349|张安|18826570890/);
    expect(result.stderr).toContain('--show-secrets');
    expect(sandbox().orders).toHaveLength(before);
  });

  it('prints it as it would be sent with --show-secrets, fit to be verified', async () => {
    const shown = await call('quickPay.pay', ...cardPayment(nextNumber()), '--dry-run', '--show-secrets');
    const [, message = ''] = shown.stdout.split('\n\n');
    expect(message).toContain('6227000013830237349');
    const verified = await yinjian(['verify', message.trim()], { env: mmspMerchant() });
    expect(verified.status).toBe(0);
  });

  it('prints the fields of a payout, because what is encrypted cannot be read', async () => {
    const fields = file('payout.json', JSON.stringify({ ...PAYOUT, ORDERNO: nextNumber() }));
    const result = await call('payout.pay', '--fields', fields, '--dry-run', '--json');
    const { request } = jsonOf(result) as { request: { body: string; fields: object } };
    expect(Object.keys(JSON.parse(request.body) as object)).toEqual(['ENCRYPT', 'SIGN']);
    expect(request.fields).toMatchObject({ AMT: '100', ACCNO: '[redacted]', CMDID: '4097' });
  });

  it('shows no key', async () => {
    for (const operation of [
      ['quickPay.pay', ...cardPayment(nextNumber())],
      ['querystate', 'openid=o1'],
    ]) {
      const { stdout, stderr } = await call(...operation, '--dry-run', '--show-secrets', '--json');
      expect(stdout + stderr).not.toMatch(/ea21842eea24e448b991b1cb0a0294cf|YinjianSandboxDirectKey/);
    }
  });
});

describe('the gateway’s form', () => {
  const form = () => [
    'gateway.pay',
    `MERORDERID=${nextNumber()}`,
    'AMT=100',
    'PAY_CHANNEL=ICBC-NET-B2C',
    `NOTIFY_URL=${NOWHERE}`,
    'JUMP_URL=http://127.0.0.1:9/j',
  ];

  it('is printed as HTML, for the payer’s browser', async () => {
    const result = await call(...form());
    expect(result).toMatchObject({ status: 0, stderr: expect.stringContaining('Nothing was sent') });
    expect(result.stdout).toMatch(/^<!doctype html>.*<form method="post" action="http:.*name="web_api"/s);
  });

  it('is data with --json, which the sandbox takes', async () => {
    const { form: data } = jsonOf(await call(...form(), '--json')) as {
      form: { action: string; fields: Record<string, string> };
    };
    const response = await fetch(data.action, {
      method: 'POST',
      body: new URLSearchParams(data.fields),
      redirect: 'manual',
    });
    expect(response.status).toBeLessThan(400);
  });
});
