import { createHash } from 'node:crypto';
import { createMmspClient } from '@yinjian/mmsp';
import { describe, expect, it } from 'vitest';
import { REFUSED_AMOUNT, SMS_CODE_ATTEMPTS, TEST_CARDS } from '../../magic-values.ts';
import { merchants } from '../../merchants.ts';
import type { Sandbox } from '../../sandbox.ts';
import { CARD_PAYMENT, createClients, NOWHERE } from '../../testing/clients.ts';
import { callQuickPay, envelope, envelopeSign, postText, quickPayBody } from '../../testing/raw-requests.ts';
import { eventually, testSandbox } from '../../testing/test-sandbox.ts';

const { md5Key, agent, MERNO, TERMNO } = merchants.mmsp;
const MERORDERID = '20170926151023152438';

async function place(sandbox: Sandbox, changes: Record<string, string> = {}): Promise<string> {
  const reply = await callQuickPay(sandbox, envelope(771, quickPayBody(changes)));
  return String(reply.Body['LIST_ID']);
}

async function confirm(sandbox: Sandbox, LIST_ID: string, MSG_CODE = sandbox.payer.smsCode(LIST_ID)) {
  return (await callQuickPay(sandbox, envelope(772, { LIST_ID, MSG_CODE }))).Body;
}

async function query(sandbox: Sandbox, number = MERORDERID) {
  return (await callQuickPay(sandbox, envelope(773, { MERORDERID: number }))).Body;
}

describe('a quick payment', () => {
  it('is placed: signed, its text escaped on the wire though not when signed', async () => {
    const sandbox = await testSandbox();
    const text = await postText(sandbox.urls.quickPay, JSON.stringify(envelope(771, quickPayBody())));
    expect(text).toContain('"BANK_NAME":"\\u62db\\u5546\\u94f6\\u884c"');
    const reply = JSON.parse(text) as Awaited<ReturnType<typeof callQuickPay>>;
    expect(reply).toMatchObject({
      CommandID: 33_539,
      SeqID: '1',
      NodeID: 'openapi',
      RetCode: 1,
      AGENTNO: null,
      MERNO,
      TERMNO,
      Body: { STATUS: '0', MERORDERID, AMT: '1234', PAY_DATE: '', BANK_NAME: '招商银行' },
    });
    expect(reply.Body).not.toHaveProperty('BIND_ID');
    expect(reply.Sign).toBe(envelopeSign(reply.Body as Record<string, string>, md5Key));
  });

  it('is under way after the right code, and then paid', async () => {
    const sandbox = await testSandbox();
    const LIST_ID = await place(sandbox);
    expect(sandbox.payer.smsCode(LIST_ID)).toMatch(/^\d{6}$/);
    expect(await query(sandbox)).toMatchObject({ STATUS: '0', ERRCODE: 'AA', LIST_ID });
    expect(await confirm(sandbox, LIST_ID)).toEqual({ STATUS: '1', LIST_ID });
    await eventually(() => expect(sandbox.orders[0]?.state).toBe('paid'));
    const paid = await query(sandbox);
    expect(paid).toMatchObject({ STATUS: '1', AMT: '1234', CARDTYPE: 1, MERORDERID });
    expect(paid['PAY_DATE']).toMatch(/^\d{14}$/);
    expect(paid).not.toHaveProperty('ERRCODE');
    expect(await confirm(sandbox, LIST_ID)).toMatchObject({ STATUS: '1' });
  });

  it('binds the card where a USER_ID is given', async () => {
    const sandbox = await testSandbox();
    await place(sandbox, { USER_ID: 'user-1' });
    expect((await query(sandbox))['BIND_ID']).toMatch(/^\d+$/);
  });

  it('takes numbers without quotes, and a credit card with its data', async () => {
    const sandbox = await testSandbox();
    const Body = quickPayBody({ CARDTYPE: '2', EXPDATE: '0630', CVN2: '344' });
    const bare = JSON.stringify(envelope(771, Body)).replace('"CARDTYPE":"2"', '"CARDTYPE":2');
    const { Sign } = envelope(771, Body);
    // Signed with the quotes, sent without: another text, another signature.
    expect(await postText(sandbox.urls.quickPay, bare)).toContain('签名错误');
    const members = Object.keys(Body).toSorted();
    const canonical = members
      .map(
        (name) =>
          `"${name}":${name === 'CARDTYPE' ? '2' : JSON.stringify(Body[name]).replaceAll('/', '\\/')}`,
      )
      .join(',');
    const signature = createHash('md5').update(`{${canonical}}&key=${md5Key}`).digest('hex').toUpperCase();
    const reply = JSON.parse(await postText(sandbox.urls.quickPay, bare.replace(Sign, signature))) as {
      RetCode: number;
    };
    expect(reply.RetCode).toBe(1);
  });

  it('ignores what a debit card does not need, as the sample of the document has it', async () => {
    const sandbox = await testSandbox();
    const LIST_ID = await place(sandbox, { EXPDATE: '01117', CVN2: '344' });
    expect(LIST_ID).toMatch(/^\d+$/);
  });

  it.each([
    ['refused', { STATUS: '2', ERRCODE: 'D4', ERRMSG: '要素不匹配' }],
    ['fails', { STATUS: '0' }],
  ] as const)('of the card that is %s', async (name, body) => {
    const sandbox = await testSandbox();
    const fields = quickPayBody({ CARDNO: TEST_CARDS[name] });
    expect((await callQuickPay(sandbox, envelope(771, fields))).Body).toMatchObject(body);
    expect(sandbox.orders).toHaveLength(name === 'refused' ? 0 : 1);
  });

  it('of the card that fails, fails after the code; that hangs, waits for the payer', async () => {
    const sandbox = await testSandbox();
    const fails = await place(sandbox, { MERORDERID: 'fails', CARDNO: TEST_CARDS.fails });
    const hangs = await place(sandbox, { MERORDERID: 'hangs', CARDNO: TEST_CARDS.hangs });
    for (const LIST_ID of [fails, hangs])
      expect(await confirm(sandbox, LIST_ID)).toMatchObject({ STATUS: '1' });
    await eventually(() => expect(sandbox.orders[0]?.state).toBe('failed'));
    expect(await query(sandbox, 'fails')).toMatchObject({ STATUS: '2', ERRCODE: 'D4' });
    expect(await query(sandbox, 'hangs')).toMatchObject({ STATUS: '0' });
    sandbox.payer.fail(hangs);
    expect(await query(sandbox, 'hangs')).toMatchObject({ STATUS: '2' });
  });

  it('is closed after too many wrong codes', async () => {
    const sandbox = await testSandbox();
    const LIST_ID = await place(sandbox);
    const right = sandbox.payer.smsCode(LIST_ID);
    const wrong = right === '000000' ? '111111' : '000000';
    for (let attempt = 1; attempt < SMS_CODE_ATTEMPTS; attempt++) {
      expect(await confirm(sandbox, LIST_ID, wrong)).toMatchObject({ STATUS: '2', ERRMSG: '短信验证码错误' });
    }
    expect(sandbox.orders[0]?.state).toBe('placed');
    await confirm(sandbox, LIST_ID, wrong);
    expect(await confirm(sandbox, LIST_ID, right)).toMatchObject({ STATUS: '2', ERRCODE: 'D4' });
    expect(await query(sandbox)).toMatchObject({ STATUS: '2', ERRCODE: 'D4' });
  });
});

describe('a request that is not in order', () => {
  const refused = (ErrorMsg: unknown) => ({ CommandID: 32_768, RetCode: 0, ErrorMsg, Body: '', Sign: '' });
  const malformed = refused(expect.stringMatching(/^消息结构体错误/));

  it.each<[string, object, object]>([
    ['an unknown command', { CommandID: 775 }, malformed],
    ['another NodeID', { NodeID: 'openplat' }, malformed],
    ['another version', { Version: '2.0.0' }, malformed],
    ['no SeqID', { SeqID: undefined }, malformed],
    ['no body', { Body: '' }, malformed],
    [
      'something else than text and numbers',
      {
        Body: { a: true },
        Sign: createHash('md5').update(`{"a":true}&key=${md5Key}`).digest('hex').toUpperCase(),
      },
      malformed,
    ],
    [
      'an unknown merchant',
      { MERNO: '001100098147733' },
      refused('[-1002] 商户号、终端号或代理商编号不存在'),
    ],
    ['another terminal', { TERMNO: '15400002' }, refused('[-1002] 商户号、终端号或代理商编号不存在')],
    ['an unknown agent', { AGENTNO: '90000002' }, refused('[-1002] 商户号、终端号或代理商编号不存在')],
    ['no signature', { Sign: '' }, refused('[-1001] 签名错误')],
    [
      'a signature in lower case',
      { Sign: envelopeSign(quickPayBody(), md5Key).toLowerCase() },
      refused('[-1001] 签名错误'),
    ],
    ["the merchant's key in agent mode", { AGENTNO: agent.AGENTNO }, refused('[-1001] 签名错误')],
  ])('is refused, unsigned: %s', async (_, changes, expected) => {
    const sandbox = await testSandbox();
    expect(await callQuickPay(sandbox, envelope(771, quickPayBody(), { ...changes }))).toMatchObject(
      expected,
    );
    expect(sandbox.orders).toEqual([]);
  });

  it.each<[string, Record<string, string>]>([
    ['AMT', { AMT: '0' }],
    ['AMT', { AMT: '12.34' }],
    ['CARDNO', { CARDNO: '1234' }],
    ['CARDTYPE', { CARDTYPE: '3' }],
    ['CVN2', { CARDTYPE: '2', EXPDATE: '0630' }],
    ['EXPDATE', { CARDTYPE: '2', EXPDATE: '1330', CVN2: '344' }],
    ['NAME', { NAME: '' }],
    ['PHONENO', { PHONENO: '12' }],
    ['NOTIFY_URL', { NOTIFY_URL: 'notify' }],
    ['MERORDERID', { MERORDERID: 'x'.repeat(33) }],
  ])('is refused naming the field: %s', async (path, changes) => {
    const sandbox = await testSandbox();
    const reply = await callQuickPay(sandbox, envelope(771, quickPayBody(changes)));
    expect(reply).toMatchObject(malformed);
    expect(reply.ErrorMsg).toContain(path);
  });

  it('is refused for a used number, a refused amount, an order that is not there', async () => {
    const sandbox = await testSandbox();
    await place(sandbox);
    const errorOf = async (id: number, body: Record<string, string>) =>
      (await callQuickPay(sandbox, envelope(id, body))).ErrorMsg;
    expect(await errorOf(771, quickPayBody())).toBe('[-2001] 商户订单号重复');
    expect(await errorOf(771, quickPayBody({ AMT: '1' }))).toBe('[-2001] 商户订单号重复');
    const amount = quickPayBody({ MERORDERID: 'other', AMT: String(REFUSED_AMOUNT) });
    expect(await errorOf(771, amount)).toMatch(/^\[-3005\] 交易金额不符/);
    expect(await errorOf(772, { LIST_ID: '1', MSG_CODE: '123456' })).toBe('[-2002] 没有该订单');
    expect(await errorOf(773, { MERORDERID: '1' })).toBe('[-2002] 没有该订单');
  });
});

describe('with the real client', () => {
  it('pay, confirm, query end pending, pending, succeeded', async () => {
    const sandbox = await testSandbox();
    const { quickPay } = (await createClients(sandbox)).mmsp;
    const placed = await quickPay.pay({
      ...CARD_PAYMENT,
      MERORDERID: 'a',
      NOTIFY_URL: NOWHERE,
      USER_ID: 'u/1',
    });
    expect(placed).toMatchObject({ status: 'pending', authenticated: true, next: { action: 'proceed' } });
    const { LIST_ID = '' } = placed.status === 'pending' ? placed.data : {};
    const confirmed = await quickPay.confirm({ LIST_ID, MSG_CODE: sandbox.payer.smsCode(LIST_ID) });
    expect(confirmed).toMatchObject({ status: 'pending', next: { operation: 'quickPay.query' } });
    await eventually(() => expect(sandbox.orders[0]?.state).toBe('paid'));
    expect(await quickPay.query({ MERORDERID: 'a' })).toMatchObject({
      status: 'succeeded',
      authenticated: true,
      data: { AMT: 1234, LIST_ID },
    });
  });

  it('a wrong code is failed, and a used number is to be queried', async () => {
    const sandbox = await testSandbox();
    const { quickPay } = (await createClients(sandbox)).mmsp;
    const input = { ...CARD_PAYMENT, MERORDERID: 'a', NOTIFY_URL: NOWHERE };
    const placed = await quickPay.pay(input);
    const { LIST_ID = '' } = placed.status === 'pending' ? placed.data : {};
    const MSG_CODE = sandbox.payer.smsCode(LIST_ID) === '000000' ? '111111' : '000000';
    expect(await quickPay.confirm({ LIST_ID, MSG_CODE })).toMatchObject({
      status: 'failed',
      authenticated: true,
    });
    expect(await quickPay.pay(input)).toMatchObject({
      status: 'unknown',
      cause: { error: { code: '-2001', listed: false } },
      next: { action: 'query' },
    });
  });

  it("agent mode uses the agent's key both ways", async () => {
    const sandbox = await testSandbox();
    const { quickPay } = createMmspClient({
      MERNO,
      TERMNO,
      md5Key,
      agent,
      quickPay: { url: sandbox.urls.quickPay },
    });
    const outcome = await quickPay.pay({ ...CARD_PAYMENT, MERORDERID: 'a', NOTIFY_URL: NOWHERE });
    expect(outcome).toMatchObject({ status: 'pending', authenticated: true });
  });
});
