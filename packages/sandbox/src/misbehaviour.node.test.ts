import { ConfigurationError } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import type { Misbehaviour } from './misbehaviour.ts';
import { createClients, METRO_FARE, NOWHERE } from './testing/clients.ts';
import { APPLY, applyFields, callQuickPay, callTransit, envelope, post } from './testing/raw-requests.ts';
import { testSandbox } from './testing/test-sandbox.ts';

describe('a fault, and then the same parameters again', () => {
  it.each([
    ['system-error', { status: 'pending' }],
    ['system-error-after-executing', { status: 'unknown', cause: { error: { code: 'ORDER_ACCEPTED' } } }],
  ] as const)('payapply: %s, then the same parameters again', async (fault, second) => {
    const sandbox = await testSandbox({ timeScale: 1 });
    const { direct } = await createClients(sandbox);
    const apply = () => direct.payapply({ ...METRO_FARE, out_trade_no: '1', notify_url: NOWHERE });
    sandbox.misbehave({ operation: 'payapply', fault });
    const first = await apply();
    expect(first).toMatchObject({ status: 'unknown', next: { action: 'repeat', operation: 'payapply' } });
    expect(await apply()).toMatchObject(second);
  });
});

describe('misbehave', () => {
  it('does wrong as often as told, first told first done, and nothing else', async () => {
    const sandbox = await testSandbox();
    const url = sandbox.urls.wechatTransit;
    sandbox.misbehave({ operation: 'payapply', fault: 'bad-gateway', times: 2 });
    sandbox.misbehave({ operation: 'payapply', fault: 'redirect' });
    const statuses: number[] = [];
    for (let round = 0; round < 4; round++) {
      statuses.push((await post(`${url}/transit/queryorder`, '')).status);
      statuses.push((await post(`${url}${APPLY}`, '')).status);
    }
    expect(statuses).toEqual([200, 502, 200, 502, 200, 302, 200, 200]);
  });

  it('can be withdrawn', async () => {
    const sandbox = await testSandbox();
    const times = Number.POSITIVE_INFINITY;
    const withdraw = sandbox.misbehave({ operation: 'payapply', fault: 'system-error', times });
    const code = async () => (await callTransit(sandbox, APPLY, applyFields()))['err_code'];
    expect([await code(), await code()]).toEqual(['SYSTEMERROR', 'SYSTEMERROR']);
    withdraw();
    withdraw();
    expect(await code()).toBeUndefined();
  });

  it('answers 502 with HTML', async () => {
    const sandbox = await testSandbox();
    sandbox.misbehave({ operation: 'payapply', fault: 'bad-gateway' });
    const response = await post(`${sandbox.urls.wechatTransit}${APPLY}`, '');
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toContain('<h1>502 Bad Gateway</h1>');
  });

  it.each([
    ['0', 0, '消息结构体错误'],
    ['-2002', 0, '[-2002] 没有该订单'],
    ['-3005', 0, '[-3005] 交易金额不符'],
    ['-2001', 0, '[-2001] 商户订单号重复'],
    ['-4711', 0, '[-4711] 业务处理失败'],
    ['39999', 39_999, '业务处理失败'],
  ])('refuses in the header with %s as the documents show it', async (code, RetCode, ErrorMsg) => {
    const sandbox = await testSandbox();
    sandbox.misbehave({ operation: 'quickPay.query', fault: 'refuse', code });
    const reply = await callQuickPay(sandbox, envelope(773, { MERORDERID: 'a' }));
    expect(reply).toMatchObject({ CommandID: 0x8000, RetCode, ErrorMsg, Body: '', Sign: '' });
  });

  it('refuses in the body with a code of the body, signed', async () => {
    const sandbox = await testSandbox();
    sandbox.misbehave({ operation: 'quickPay.query', fault: 'refuse', code: 'D4', message: '已关闭' });
    const reply = await callQuickPay(sandbox, envelope(773, { MERORDERID: 'a' }));
    expect(reply).toMatchObject({
      CommandID: 773 + 0x8000,
      RetCode: 1,
      Body: { STATUS: '2', ERRCODE: 'D4', ERRMSG: '已关闭', MERORDERID: 'a' },
    });
    expect(reply.Sign).toMatch(/^[0-9A-F]{32}$/);
  });

  it.each(['签名失败', '参数格式校验错误'])('refuses a deduction with return_msg %s', async (code) => {
    const sandbox = await testSandbox();
    sandbox.misbehave({ operation: 'payapply', fault: 'refuse', code });
    expect(await callTransit(sandbox, APPLY, applyFields())).toEqual({
      return_code: 'FAIL',
      return_msg: code,
    });
    const demanded = await callTransit(sandbox, APPLY, applyFields({ contract_id: 'REFUSE_SIGN_ERROR' }));
    expect(demanded).toMatchObject({ result_code: 'FAIL', err_code: 'SIGN_ERROR', err_code_des: '签名错误' });
  });

  it.each<[string, object]>([
    ['operation', { operation: 'nothing', fault: 'empty' }],
    ['operation', { operation: 'constructor', fault: 'empty' }],
    ['fault', { operation: 'payapply', fault: 'nothing' }],
    ['fault', { operation: 'payapply', fault: 'toString' }],
    ['fault', { operation: 'quickPay.pay', fault: 'doctype' }],
    ['fault', { operation: 'payapply', fault: 'wrong-encryption' }],
    ['times', { operation: 'payapply', fault: 'empty', times: 0 }],
    ['times', { operation: 'payapply', fault: 'empty', times: 1.5 }],
    ['delaySeconds', { operation: 'payapply', fault: 'delay', delaySeconds: Number.NaN }],
    ['code', { operation: 'payapply', fault: 'refuse' }],
    ['code', { operation: 'payapply', fault: 'refuse', code: 1 }],
    ['code', { operation: 'quickPay.pay', fault: 'refuse', code: '1' }],
    ['fault', { operation: 'gateway.pay', fault: 'wrong-signature' }],
    ['fault', { operation: 'quickPay.unbind', fault: 'another-order' }],
    ['notification', { notification: 'nothing', fault: 'lost' }],
    ['fault', { notification: 'paymentNotice', fault: 'doctype' }],
  ])('refuses what cannot be: %s %o', async (path, misbehaviour) => {
    const sandbox = await testSandbox();
    let error: unknown;
    try {
      sandbox.misbehave(misbehaviour as Misbehaviour);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ConfigurationError);
    expect((error as ConfigurationError).issues.map((issue) => issue.path)).toEqual([path]);
  });
});
