import { notifications, operations } from '@yinjian/mmsp';
import { encodeFlatXml } from '@yinjian/protocol-codec';
import type { FieldDescription } from '@yinjian/provider-kit';
import { operations as transitOperations } from '@yinjian/wechat-transit';
import { describe, expect, it } from 'vitest';
import type { Recognised } from '../../types/recognised.ts';
import { recognise } from '../recognise.ts';

const bodyOf = (fields: readonly FieldDescription[]) =>
  Object.fromEntries(fields.filter(({ presence }) => presence === 'required').map(({ name }) => [name, '1']));

const told = ({ operation, direction, product }: Recognised) => ({ operation, direction, product });

const envelopes = operations.filter(({ product }) => product !== 'payout');

describe('an MMSP envelope', () => {
  it.each(envelopes.map(({ name }) => name))('is told by its command id: %s', (name) => {
    const { commandId, product, requestFields, replyFields } =
      envelopes.find((one) => one.name === name) ?? operations[0]!;
    for (const CommandID of [commandId, String(commandId), `0x${commandId.toString(16)}`]) {
      const { recognised } = recognise(JSON.stringify({ CommandID, Body: bodyOf(requestFields) }));
      expect(told(recognised)).toEqual({ operation: name, direction: 'request', product });
    }
    if (name === 'gateway.pay') return;
    const { recognised } = recognise(
      JSON.stringify({ CommandID: commandId + 0x8000, RetCode: '1', Body: bodyOf(replyFields) }),
    );
    expect(told(recognised)).toEqual({ operation: name, direction: 'reply', product });
  });

  it.each(notifications.map(({ name }) => name))(
    'is told from other notifications by its fields: %s',
    (name) => {
      const { product, fields } = notifications.find((one) => one.name === name) ?? notifications[0]!;
      for (const CommandID of [35104, '35104', 0x8912, 0x0914]) {
        const { recognised } = recognise(JSON.stringify({ CommandID, RetCode: 1, Body: bodyOf(fields) }));
        expect(told(recognised)).toEqual({ operation: name, direction: 'notification', product });
      }
    },
  );

  it('is told by its fields where the id cannot be right', () => {
    const query = recognise('{"CommandID":775,"Body":{"MERORDERID":"1"}}').recognised;
    expect(query).toMatchObject({ direction: 'request' });
    expect(query.operation).not.toBe('quickPay.unbind');
    expect(query.because.at(-1)?.en).toMatch(/quickPay.query request, .*gateway.query request/);
    const { name } = envelopes.find(({ commandId }) => commandId === 0x0916) ?? envelopes[0]!;
    const card = {
      AMT: '1',
      CODE: '1',
      GOODSNAME: 'a',
      NOTIFY_URL: 'b',
      MERORDERID: '1',
      RANDSTR: '1',
      CUR: '1',
    };
    const { recognised } = recognise(JSON.stringify({ CommandID: 776, Body: card }));
    expect(recognised.because[1]?.en).toContain('776');
    expect(recognised.because.at(-1)?.en).toContain(name);
  });

  it('is told to be of the other direction, or of none', () => {
    const words = (message: object) => recognise(JSON.stringify(message)).recognised.because[1]?.en;
    expect(words({ CommandID: 771, RetCode: 1, Body: {} })).toContain('other direction');
    expect(words({ CommandID: 1, Body: {} })).toContain('not in the documents');
    expect(words({ CommandID: 32768, RetCode: 0, Body: '' })).toContain('general refusal');
  });
});

describe('the Body of an envelope alone', () => {
  it.each([
    ['quickPay.confirm request', { LIST_ID: '1', MSG_CODE: '1', RANDSTR: '1' }],
    [
      'scanPay.refund request',
      { ORDERNO: '1', MERORDERID: '1', RANDSTR: '1', REFUND_MERORDERID: '1', AMT: '1' },
    ],
    ['gateway.pay request', { MERORDERID: '1', AMT: '1', NOTIFY_URL: '1', JUMP_URL: '1', PAY_CHANNEL: '1' }],
    [
      'quickPay.notification notification',
      {
        AMT: '1',
        LIST_ID: '1',
        MERORDERID: '1',
        NOTIFY_DATE: '1',
        PAY_DATE: '1',
        PUSH_COUNT: 8,
        STATUS: '1',
      },
    ],
  ])('is told by its fields: %s', (expected, body) => {
    const { operation, direction } = recognise(JSON.stringify(body)).recognised;
    expect(`${operation} ${direction}`).toBe(expected);
  });

  it('is not told where several fit', () => {
    const { recognised, fields } = recognise('{"MERORDERID":"1"}');
    expect(recognised).toMatchObject({ platform: 'mmsp', direction: 'request' });
    expect(recognised).not.toHaveProperty('operation');
    expect(fields.map(({ name }) => name)).toContain('MERORDERID');
  });

  it('is none where nothing fits, unless the platform is given', () => {
    const { recognised, problems } = recognise('{"hello":"1"}');
    expect(recognised).toEqual({ because: [], containers: [] });
    expect(problems).toMatchObject([{ severity: 'error', code: 'not_recognised' }]);
    const given = recognise('{"hello":"1"}', { platform: 'mmsp' }).recognised;
    expect(Object.keys(given)).toEqual(['platform', 'wire', 'because', 'containers']);
  });
});

describe('the plain text of a payout', () => {
  const payouts = operations.filter(({ product }) => product === 'payout');
  it.each(payouts.map(({ name }) => name))('is told by its command id or its fields: %s', (name) => {
    const { commandId, requestFields } = payouts.find((one) => one.name === name) ?? payouts[0]!;
    const request = { ...bodyOf(requestFields), CMDID: String(commandId) };
    expect(recognise(JSON.stringify(request)).recognised).toMatchObject({
      wire: 'payout-plaintext',
      operation: name,
      direction: 'request',
      product: 'payout',
    });
  });
});

describe('a message of WeChat Pay', () => {
  it.each(transitOperations.map(({ name, mode }) => [name, mode] as const))(
    'is told by its fields: %s, %s',
    (name, mode) => {
      const { requestFields, replyFields } =
        transitOperations.find((one) => one.name === name && one.mode === mode) ?? transitOperations[0]!;
      const request = { ...bodyOf(requestFields), ...(name === 'queryorder' ? { out_trade_no: '1' } : {}) };
      expect(recognise(encodeFlatXml(request)).recognised).toMatchObject({
        operation: name,
        direction: 'request',
      });
      const reply = { ...bodyOf(replyFields), ...(name === 'payapply' ? { device_info: '1' } : {}) };
      const answer = `HTTP/1.1 200 OK\n\n${encodeFlatXml(reply)}`;
      expect(recognise(answer).recognised).toMatchObject({ operation: name, direction: 'reply' });
    },
  );

  const paid = {
    return_code: 'SUCCESS',
    result_code: 'SUCCESS',
    appid: '1',
    mch_id: '1',
    nonce_str: '1',
    sign: '1',
    trade_type: 'PAP',
    trade_state: 'SUCCESS',
    total_fee: '1',
    out_trade_no: '1',
    transaction_id: '1',
    coupon_fee_0: '1',
  };

  it('may be a notice or a reply, which its surroundings tell', () => {
    const xml = encodeFlatXml(paid);
    expect(recognise(`POST /notify HTTP/1.1\n\n${xml}`).recognised).toMatchObject({
      operation: 'paymentNotice',
      direction: 'notification',
    });
    expect(recognise(`HTTP/1.1 200 OK\n\n${xml}`).recognised).toMatchObject({
      operation: 'queryorder',
      direction: 'reply',
    });
    const { recognised } = recognise(xml);
    expect(recognised).not.toHaveProperty('direction');
    expect(recognised.because.at(-1)?.en).toMatch(/“Query an order”, “Payment notice”/);
    const noticed = (user_repaid: string) => recognise(encodeFlatXml({ ...paid, user_repaid })).recognised;
    expect([noticed('N').operation, noticed('Y').operation]).toEqual(['paymentNotice', 'repaymentNotice']);
  });

  it('may be of another API, which signs alike', () => {
    const { recognised, subject } = recognise(
      encodeFlatXml({ mch_id: '1', auth_code: '1', device_info: '2', x: '3' }),
    );
    expect(recognised).not.toHaveProperty('operation');
    expect(recognised).toMatchObject({ platform: 'wechat-transit', wire: 'xml' });
    expect(subject?.kind).toBe('wechat');
  });
});

describe('the return of a payer', () => {
  it.each([
    'https://merchant.example/paid?STATUS=1&MERORDERID=1&AMT=100&LIST_ID=2',
    'GET /paid?STATUS=1&MERORDERID=1&AMT=100 HTTP/1.1\r\nHost: merchant.example\r\n\r\n',
    'STATUS=1&MERORDERID=1',
  ])('is told: %#', (message) => {
    const { recognised, subject } = recognise(message);
    expect(recognised).toMatchObject({ platform: 'mmsp', product: 'gateway' });
    expect(recognised.because[0]?.en).toContain('not signed');
    expect(subject).toBeUndefined();
  });
});
