import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { REVIEW_ABOVE, TEST_CARDS } from '../../magic-values.ts';
import { createClients, PAYOUT } from '../../testing/clients.ts';
import { callPayout, merchantPrivateKey, payoutFields, postText } from '../../testing/raw-requests.ts';
import { eventually, testSandbox } from '../../testing/test-sandbox.ts';
import { encrypt, isSignedBy, signature } from './seal.ts';

const ORDERNO = '20171121170001';
const { MERNO = '' } = payoutFields();
const question = { CMDID: '4098', VERSION: '1.0', MERNO, REQTIME: '20171120111410' };

describe('a payout', () => {
  it('is in progress, then paid', async () => {
    const sandbox = await testSandbox();
    const { outer, inner } = await callPayout(sandbox, payoutFields());
    expect(outer).toMatchObject({ RETCODE: '0000', RETMSG: '交易成功' });
    const plaintext = Buffer.from(JSON.stringify(inner));
    expect(isSignedBy(plaintext, outer.SIGN ?? '', createPublicKey(sandbox.platformPublicKeyPem))).toBe(true);
    expect(inner).toMatchObject({ MERNO, ORDERNO, PAYSTATE: '2', AMT: '100', ACCNO: '6225123456781234' });
    await eventually(() => expect(sandbox.orders[0]?.state).toBe('paid'));
    const paid = await callPayout(sandbox, { ...question, ORDERNO });
    expect(paid.inner).toMatchObject({ PAYSTATE: 1, AMT: 100, CURTYPE: 1, BUSITYPE: '001', MEMO: '代付' });
    const { BSORDERNO } = paid.inner;
    const byOther = await callPayout(sandbox, { ...question, BSORDERNO: String(BSORDERNO) });
    expect(byOther.inner).toMatchObject({ ORDERNO, PAYSTATE: 1 });
  });

  it('above the limit is reviewed first', async () => {
    const sandbox = await testSandbox({ timeScale: 0.001 });
    const { inner } = await callPayout(sandbox, payoutFields({ AMT: String(REVIEW_ABOVE + 1) }));
    expect(inner).toMatchObject({ PAYSTATE: '5' });
    await eventually(() => expect(sandbox.orders[0]?.state).toBe('paid'));
    const other = await callPayout(sandbox, payoutFields({ AMT: String(REVIEW_ABOVE), ORDERNO: '2' }));
    expect(other.inner).toMatchObject({ PAYSTATE: '2' });
  });

  it('fails, hangs or comes back as the account says', async () => {
    const sandbox = await testSandbox();
    for (const [index, ACCNO] of [TEST_CARDS.fails, TEST_CARDS.hangs, TEST_CARDS.returned].entries()) {
      await callPayout(sandbox, payoutFields({ ACCNO, ORDERNO: String(index) }));
    }
    await eventually(() =>
      expect(sandbox.orders.map(({ state }) => state)).toEqual(['failed', 'in-progress', 'returned']),
    );
    const states = await Promise.all(
      ['0', '1', '2'].map(
        async (number) => (await callPayout(sandbox, { ...question, ORDERNO: number })).inner,
      ),
    );
    expect(states.map(({ PAYSTATE }) => PAYSTATE)).toEqual([3, 2, 4]);
    sandbox.payer.settle('1');
    expect((await callPayout(sandbox, { ...question, ORDERNO: '1' })).inner).toMatchObject({ PAYSTATE: 1 });
  });

  it('takes the spelling of the table and the field of the sample', async () => {
    const sandbox = await testSandbox();
    const { BUSITYPE = '', ...fields } = payoutFields();
    expect((await callPayout(sandbox, { ...fields, BUSIYPE: BUSITYPE })).outer.RETCODE).toBe('0000');
    const asked = await callPayout(sandbox, { ...question, ORDERNO, QRYTYPE: '1' });
    expect(asked.outer.RETCODE).toBe('0000');
  });

  it('is answered without SIGN where the option says so', async () => {
    const sandbox = await testSandbox({ signPayoutReplies: false });
    const { outer } = await callPayout(sandbox, payoutFields());
    expect(Object.keys(outer)).toEqual(['RETCODE', 'RETMSG', 'ENCRYPT']);
  });
});

describe('a request that is not in order', () => {
  it.each<[string, Record<string, string>]>([
    ['1002', { MERNO: '001100052346700' }],
    ['1007', { VERSION: '2.0' }],
    ['0002', { CMDID: '4100' }],
    ['1001', { REQTIME: '' }],
    ['1001', { REQTIME: '20170230000000' }],
    ['1001', { MEMO: '' }],
    ['1001', { ORDERNO: 'A1' }],
    ['1011', { BUSITYPE: '000' }],
    ['1014', { ACCNAME: '' }],
    ['1015', { MOBILE: '123' }],
    ['1018', { ACCNO: '6'.repeat(41) }],
    ['1019', { ACCTYPE: '9' }],
    ['1019', { ACCTYPE: '1' }],
    ['1020', { BANKNAME: '' }],
    ['1021', { ACCTYPE: '2', BANKSETTLENO: '' }],
    ['1030', { AMT: '1000000001' }],
    ['1030', { AMT: '1.00' }],
    ['1026', { ACCNO: TEST_CARDS.refused }],
    ['1031', { MEMO: 'REFUSE_1031' }],
    ['0001', { MEMO: 'REFUSE_0001' }],
  ])('is refused in the clear: %s %o', async (RETCODE, changes) => {
    const sandbox = await testSandbox();
    const { outer } = await callPayout(sandbox, payoutFields(changes));
    expect(outer).toEqual({ RETCODE, RETMSG: expect.stringMatching(/./) });
    expect(sandbox.orders).toEqual([]);
  });

  it('is refused for a wrong signature or encryption', async () => {
    const sandbox = await testSandbox();
    const stranger = generateKeyPairSync('rsa', { modulusLength: 1024 });
    expect((await callPayout(sandbox, payoutFields(), stranger.privateKey)).outer.RETCODE).toBe('1006');
    const plaintext = Buffer.from(JSON.stringify(payoutFields()));
    const SIGN = signature(plaintext, merchantPrivateKey);
    const platform = createPublicKey(sandbox.platformPublicKeyPem);
    const code = async (message: object) => {
      const text = await postText(sandbox.urls.payout, JSON.stringify(message));
      return (JSON.parse(text) as { RETCODE: string }).RETCODE;
    };
    expect(await code({ ENCRYPT: encrypt(plaintext, stranger.publicKey), SIGN })).toBe('1005');
    expect(await code({ ENCRYPT: encrypt(plaintext, platform).slice(4), SIGN })).toBe('1005');
    expect(await code({ ENCRYPT: encrypt(plaintext, platform) })).toBe('0002');
    expect(await code({ ENCRYPT: encrypt(Buffer.from('{'), platform), SIGN })).toBe('0002');
    expect(await code({ ENCRYPT: encrypt(Buffer.from([0xff]), platform), SIGN })).toBe('0002');
    expect(await code({ ENCRYPT: encrypt(plaintext, platform), SIGN })).toBe('0000');
  });

  it('is refused for a used number, whatever the other parameters', async () => {
    const sandbox = await testSandbox();
    await callPayout(sandbox, payoutFields());
    expect((await callPayout(sandbox, payoutFields())).outer.RETCODE).toBe('1008');
    expect((await callPayout(sandbox, payoutFields({ AMT: '1' }))).outer.RETCODE).toBe('1008');
    expect(sandbox.orders).toHaveLength(1);
  });

  it('is refused where nothing is found, or neither number given', async () => {
    const sandbox = await testSandbox();
    const code = async (fields: Record<string, string>) =>
      (await callPayout(sandbox, { ...question, ...fields })).outer.RETCODE;
    expect(await code({})).toBe('1027');
    expect(await code({ ORDERNO: '1' })).toBe('1028');
    expect(await code({ BSORDERNO: '1' })).toBe('1029');
  });
});

describe('with the real client', () => {
  it('a payout is pending, then succeeds', async () => {
    const sandbox = await testSandbox();
    const { payout } = (await createClients(sandbox)).mmsp;
    const outcome = await payout.pay({ ...PAYOUT, ORDERNO });
    expect(outcome).toMatchObject({
      status: 'pending',
      authenticated: true,
      next: { operation: 'payout.query' },
    });
    await eventually(() => expect(sandbox.orders[0]?.state).toBe('paid'));
    expect(await payout.query({ ORDERNO })).toMatchObject({
      status: 'succeeded',
      authenticated: true,
      data: { AMT: 100, ACCNAME: '张三' },
    });
  });

  it('a reply without SIGN is not authenticated', async () => {
    const sandbox = await testSandbox({ signPayoutReplies: false });
    const { payout } = (await createClients(sandbox)).mmsp;
    expect(await payout.pay({ ...PAYOUT, ORDERNO })).toMatchObject({
      status: 'pending',
      authenticated: false,
    });
  });

  it('every documented code comes to what the documents make of it', async () => {
    const sandbox = await testSandbox();
    const { payout } = (await createClients(sandbox)).mmsp;
    const statuses: Record<string, string> = {};
    for (const [index, code] of ['1031', '1026', '1009', '1040', '0001', '4711'].entries()) {
      const outcome = await payout.pay({ ...PAYOUT, ORDERNO: `${index}`, MEMO: `REFUSE_${code}` });
      statuses[code] = outcome.status;
    }
    expect(statuses).toEqual({
      '1031': 'failed',
      '1026': 'failed',
      '1009': 'unknown',
      '1040': 'unknown',
      '0001': 'unknown',
      '4711': 'unknown',
    });
    await payout.pay({ ...PAYOUT, ORDERNO: '99' });
    const again = await payout.pay({ ...PAYOUT, ORDERNO: '99' });
    expect(again).toMatchObject({
      status: 'unknown',
      cause: { error: { code: '1008' } },
      next: { action: 'query' },
    });
  });
});
