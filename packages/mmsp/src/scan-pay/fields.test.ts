import { describeReply, describeRequest } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { credentials, envelope, utf8 } from '../internal/fixtures/envelopes.ts';
import { issues, refusal } from '../internal/fixtures/refusal.ts';
import {
  back,
  browser,
  card,
  order,
  orderReply as paidReply,
  scanHeader,
  scanned,
} from '../internal/fixtures/scan-pay-orders.ts';
import { sentOf } from '../internal/fixtures/sent-of.ts';
import type { MmspOperation, OperationOf } from '../operation.ts';
import * as scanPay from './index.ts';

const url = 'https://mmsp.example/openplat';
const build = (operation: OperationOf<'scanPay'>, input: unknown) =>
  scanPay.buildRequest(operation, input as never, credentials, { url }).request;
const bodyOf = (operation: OperationOf<'scanPay'>, input: unknown) =>
  (JSON.parse(build(operation, input).body) as { Body: Record<string, string> }).Body;

/** `name presence maxLength`, as the tables have it. */
const rows = (table: ReturnType<typeof describeRequest>) =>
  table.map(({ name, presence, maxLength }) => `${name} ${presence} ${maxLength ?? ''}`.trim());
const names = (operation: OperationOf<'scanPay'>) => describeReply(operation.reply).map(({ name }) => name);

const preOrderRows = [
  'TRADETYPE required 1',
  'AMT required 20',
  'MERORDERID required 20',
  'RANDSTR required 20',
  'GOODSNAME required 15',
  'NOTIFY_URL required',
  'TIME_END conditional 19',
  'CUR conditional 4',
  'IP conditional 18',
];
const walletRows = [
  'JUMP_URL conditional',
  'IS_RAW conditional 1',
  'ISTO conditional 1',
  'LIMIT_PAY conditional 32',
];
const cardRows = [
  'AMT required 20',
  'CUR required 4',
  'GOODSNAME required 15',
  'NOTIFY_URL required 100',
  'MERORDERID required 20',
  'RANDSTR required 20',
  'CODE required 32',
  'TIME_END conditional 19',
  'IP conditional 18',
  'ISTO conditional 1',
  'LIMIT_PAY conditional 32',
];
const h5Rows = [
  'AMT required 20',
  'CUR required 4',
  'GOODSNAME required 15',
  'NOTIFY_URL required 100',
  'TIME_END conditional 19',
  'IP conditional 18',
  'MERORDERID required 20',
  'RANDSTR required 20',
];
const orderRows = ['ORDERNO conditional 20', 'MERORDERID conditional 20', 'RANDSTR required 20'];

const preOrderReply = 'ORDERNO URL PAY_INFO TRADETYPE TRADETIME MERORDERID STATUS ERR_CODE_MSG ERR_CODE';
const cardReply = 'ORDERNO TRADETIME MERORDERID STATUS ERR_CODE_MSG ERR_CODE';
const h5Reply = 'ORDERNO TRADETIME MERORDERID STATUS URL ERR_CODE_MSG ERR_CODE';
const orderReply = 'ORDERNO AMT TRADETIME PAYTIME STATUS MERORDERID TRADETYPE ERR_CODE_MSG ERR_CODE';
const refundReply = 'REFUND_ORDERNO AMT REFUND_TIME STATUS REFUND_MERORDERID ERR_CODE_MSG ERR_CODE';

const tables: [OperationOf<'scanPay'>, number, string[], string][] = [
  [
    scanPay.wechatPreOrder,
    2306,
    [
      ...preOrderRows,
      ...walletRows,
      'OPENID conditional 32',
      'IS_MINIPG conditional 32',
      'SUP_APPID conditional 32',
    ],
    preOrderReply,
  ],
  [scanPay.wechatCard, 2307, cardRows, cardReply],
  [scanPay.wechatH5, 2321, [...h5Rows, 'JUMP_URL required 100', 'LIMIT_PAY conditional 32'], h5Reply],
  [
    scanPay.alipayPreOrder,
    2308,
    [...preOrderRows, ...walletRows, 'ALIPAY_USER_ID conditional 32', 'ALIPAY_ACCOUNT conditional 32'],
    preOrderReply,
  ],
  [scanPay.alipayCard, 2309, cardRows, cardReply],
  [scanPay.alipayStaticCode, 1026, preOrderRows, preOrderReply],
  [scanPay.alipayDynamicCode, 1027, preOrderRows, preOrderReply],
  [scanPay.alipayH5, 1030, [...h5Rows, 'JUMP_URL conditional 100'], h5Reply],
  [scanPay.qqPreOrder, 2325, [...preOrderRows, ...walletRows], preOrderReply],
  [scanPay.qqCard, 2326, cardRows, cardReply],
  [scanPay.jdPreOrder, 1031, preOrderRows, preOrderReply],
  [scanPay.unionPayPreOrder, 1025, preOrderRows, preOrderReply],
  [scanPay.query, 2310, orderRows, orderReply],
  [scanPay.cancel, 2311, orderRows, orderReply],
  [scanPay.close, 2314, orderRows, orderReply],
  [scanPay.refund, 2312, [...orderRows, 'REFUND_MERORDERID required 20', 'AMT required 20'], refundReply],
  [
    scanPay.refundQuery,
    2313,
    ['REFUND_ORDERNO conditional 20', 'REFUND_MERORDERID conditional 20', 'RANDSTR required 20'],
    refundReply,
  ],
];

describe('the tables', () => {
  it.each(tables.map((row) => [row[0].name, ...row] as const))(
    'of %s',
    (_, operation, id, request, reply) => {
      expect(operation.commandId).toBe(id);
      expect(rows(describeRequest(operation.request)).toSorted()).toEqual(request.toSorted());
      expect(names(operation)).toEqual(reply.split(' '));
      expect(operation).toMatchObject({ product: 'scanPay', open: true });
    },
  );

  it('of the notification', () => {
    expect(describeReply(scanPay.notification.reply).map(({ name }) => name)).toEqual(
      'AMT ORDERNO TRADETIME PAYTIME STATUS TRADETYPE MERORDERID'.split(' '),
    );
  });

  it('are under one name each, which is that of the export', () => {
    const defined = new Map(
      Object.entries(scanPay).flatMap(([name, value]) =>
        typeof value === 'object' && 'commandId' in value ? [[name, value.name]] : [],
      ),
    );
    expect(defined.size).toBe(tables.length + 1);
    for (const [name, full] of defined) expect(full).toBe(`scanPay.${name}`);
  });

  it('say which move money and which need the certificate', () => {
    const all = tables.map(([operation]) => operation);
    const shortNames = (holds: (operation: OperationOf<'scanPay'>) => boolean) =>
      all.flatMap((operation) => (holds(operation) ? [operation.name.slice(8)] : []));
    expect(shortNames(({ needsCertificate }) => needsCertificate)).toEqual(['cancel', 'refund']);
    expect(shortNames(({ movesMoney }) => !movesMoney)).toEqual(['query', 'close', 'refundQuery']);
  });

  it('mark as sensitive who pays and what takes the money', () => {
    const sensitive = all(describeRequest).filter(({ sensitive: is }) => is);
    expect([...new Set(sensitive.map(({ name }) => name))].toSorted()).toEqual(
      ['ALIPAY_ACCOUNT', 'ALIPAY_USER_ID', 'CODE', 'OPENID'].toSorted(),
    );
    function all(describing: typeof describeRequest) {
      return tables.flatMap(([{ request }]) => describing(request));
    }
  });
});

describe('the rules that tie fields together', () => {
  const window = { ...scanned, TRADETYPE: '2' };

  it('an official account needs the openid; a scan has none', async () => {
    expect(bodyOf(scanPay.wechatPreOrder, { ...window, OPENID: 'o1' })).toMatchObject({ OPENID: 'o1' });
    expect(await issues(() => build(scanPay.wechatPreOrder, window))).toEqual(['OPENID missing']);
    const scannedWithId = { ...scanned, OPENID: 'o1', IS_MINIPG: '1', SUP_APPID: 'wx1' };
    expect(await issues(() => build(scanPay.wechatPreOrder, scannedWithId))).toEqual([
      'IS_MINIPG conflict',
      'OPENID conflict',
      'SUP_APPID conflict',
    ]);
  });

  it('a mini program is an official account with IS_MINIPG 1', async () => {
    const program = { ...window, OPENID: 'o1', IS_MINIPG: '1', SUP_APPID: 'wx1', IS_RAW: '1' };
    expect(bodyOf(scanPay.wechatPreOrder, program)).toMatchObject({ IS_MINIPG: '1', SUP_APPID: 'wx1' });
    expect(await issues(() => build(scanPay.wechatPreOrder, { ...program, IS_MINIPG: '2' }))).toEqual([
      'IS_MINIPG invalid_value',
    ]);
  });

  it('the Alipay window needs the user ID or the account', async () => {
    expect(bodyOf(scanPay.alipayPreOrder, { ...window, ALIPAY_USER_ID: '2088' })).toHaveProperty(
      'ALIPAY_USER_ID',
    );
    expect(bodyOf(scanPay.alipayPreOrder, { ...window, ALIPAY_ACCOUNT: 'a@b.cn' })).toHaveProperty(
      'ALIPAY_ACCOUNT',
    );
    expect(bodyOf(scanPay.alipayPreOrder, scanned)).not.toHaveProperty('ALIPAY_USER_ID');
    expect(await issues(() => build(scanPay.alipayPreOrder, window))).toEqual(['ALIPAY_USER_ID missing']);
    const error = await refusal(() => build(scanPay.alipayPreOrder, window));
    expect(error.message).toContain('ALIPAY_USER_ID or ALIPAY_ACCOUNT');
  });

  it.each([scanPay.query, scanPay.cancel, scanPay.close])(
    'one of the two numbers: $name',
    async (operation) => {
      expect(bodyOf(operation, { ORDERNO: '1' })).toMatchObject({ ORDERNO: '1' });
      expect(bodyOf(operation, { ORDERNO: '1', MERORDERID: '2' })).toMatchObject({
        ORDERNO: '1',
        MERORDERID: '2',
      });
      expect(await issues(() => build(operation, {}))).toEqual(['MERORDERID missing']);
    },
  );

  it('a refund needs the order, a number of its own and an amount', async () => {
    expect(bodyOf(scanPay.refund, back)).toMatchObject({ AMT: '40', REFUND_MERORDERID: 'R1' });
    expect(await issues(() => build(scanPay.refund, {}))).toEqual([
      'AMT missing',
      'MERORDERID missing',
      'REFUND_MERORDERID missing',
    ]);
    for (const AMT of [0, -1, 0.5, Number.NaN, 2 ** 53]) {
      expect(await issues(() => build(scanPay.refund, { ...back, AMT }))).toEqual(['AMT invalid_value']);
    }
  });

  it('a refund query needs one of the two refund numbers', async () => {
    expect(bodyOf(scanPay.refundQuery, { REFUND_ORDERNO: '9' })).toMatchObject({ REFUND_ORDERNO: '9' });
    expect(await issues(() => build(scanPay.refundQuery, {}))).toEqual(['REFUND_MERORDERID missing']);
    expect(await issues(() => build(scanPay.refundQuery, order))).toEqual([
      'MERORDERID unknown_field',
      'REFUND_MERORDERID missing',
    ]);
  });

  it.each([
    scanPay.alipayStaticCode,
    scanPay.alipayDynamicCode,
    scanPay.jdPreOrder,
    scanPay.unionPayPreOrder,
  ])('only a scan: $name', async (operation) => {
    expect(bodyOf(operation, scanned)).toMatchObject({ TRADETYPE: '1', AMT: '100' });
    expect(await issues(() => build(operation, { ...scanned, TRADETYPE: '2' }))).toEqual([
      'TRADETYPE invalid_value',
    ]);
  });

  it('reports every mistake at once', async () => {
    expect(
      await issues(() =>
        build(scanPay.wechatPreOrder, {
          TRADETYPE: '2',
          AMT: 1.5,
          MERORDERID: 'x'.repeat(21),
          GOODSNAME: '',
          NOTIFY_URL: 'ftp://a',
          TIME_END: '2017-12-12',
          CUR: 'USD',
          IP: 'localhost',
          ISTO: '3',
          RANDSTR: 'x'.repeat(21),
        }),
      ),
    ).toEqual(
      [
        'AMT invalid_value',
        'CUR invalid_value',
        'GOODSNAME invalid_value',
        'IP invalid_value',
        'ISTO invalid_value',
        'MERORDERID invalid_value',
        'NOTIFY_URL invalid_value',
        'OPENID missing',
        'RANDSTR invalid_value',
        'TIME_END invalid_value',
      ].toSorted(),
    );
  });
});

describe('the lengths of replies', () => {
  const lengthOf = ({ reply }: MmspOperation, field: string) =>
    describeReply(reply).find(({ name }) => name === field)?.maxLength;

  it('differ from table to table', () => {
    for (const [operation, , , reply] of tables) {
      const isPlacement = [preOrderReply, cardReply, h5Reply].includes(reply);
      expect(lengthOf(operation, 'ERR_CODE')).toBe(isPlacement ? 20 : 4);
      const number = reply === refundReply ? 'REFUND_ORDERNO' : 'ORDERNO';
      expect(lengthOf(operation, number)).toBe(isPlacement ? 18 : 20);
    }
  });

  it('are not enforced', () => {
    const long = { ...paidReply, STATUS: '2', ERR_CODE: 'E0317', ORDERNO: '1'.repeat(21) };
    const text = envelope(long, { header: { ...scanHeader, CommandID: 35078 } });
    expect(scanPay.readReply(scanPay.query, utf8(text), credentials, sentOf(scanPay.query))).toMatchObject({
      status: 'failed',
      error: { code: 'E0317' },
      data: { ORDERNO: long.ORDERNO },
    });
  });
});

describe('single fields', () => {
  it.each(['1.2.3', '256.0.0.1', '::1', 'abcd', '...'])('IP is no %j', async (IP) => {
    expect(await issues(() => build(scanPay.wechatCard, { ...card, IP }))).toEqual(['IP invalid_value']);
    expect(bodyOf(scanPay.wechatCard, { ...card, IP: '8.8.8.8' })).toMatchObject({ IP: '8.8.8.8' });
  });

  it('AMT is at most ten million yuan', async () => {
    expect(bodyOf(scanPay.wechatCard, { ...card, AMT: 1_000_000_000 })).toMatchObject({ AMT: '1000000000' });
    expect(await issues(() => build(scanPay.wechatCard, { ...card, AMT: 1_000_000_001 }))).toEqual([
      'AMT invalid_value',
    ]);
  });

  it('LIMIT_PAY is taken by every card payment', () => {
    for (const operation of [scanPay.wechatCard, scanPay.alipayCard, scanPay.qqCard]) {
      expect(bodyOf(operation, { ...card, LIMIT_PAY: '1' })).toMatchObject({ LIMIT_PAY: '1' });
    }
  });

  it('TIME_END is a Date or the time in China', async () => {
    const TIME_END = new Date('2017-12-12T06:35:52Z');
    expect(bodyOf(scanPay.wechatCard, { ...card, TIME_END })['TIME_END']).toBe('2017-12-12 14:35:52');
    expect(bodyOf(scanPay.jdPreOrder, { ...scanned, TIME_END: '2017-12-12 14:35:52' })).toHaveProperty(
      'TIME_END',
    );
    for (const wrong of ['2017-12-12', '20171212143552', '2017-02-30 00:00:00']) {
      expect(await issues(() => build(scanPay.wechatCard, { ...card, TIME_END: wrong }))).toEqual([
        'TIME_END invalid_value',
      ]);
    }
  });

  it.each([scanPay.wechatH5, scanPay.alipayH5])(
    'TIME_END is a day or a time, as text: $name',
    async (operation) => {
      for (const TIME_END of ['2017-12-12', '2017-12-12 14:35:52']) {
        expect(bodyOf(operation, { ...browser, TIME_END })).toMatchObject({ TIME_END });
      }
      for (const wrong of ['2017-02-30', '2017-12-12 14:35', '20171212', '2017-12-12 24:00:00']) {
        expect(await issues(() => build(operation, { ...browser, TIME_END: wrong }))).toEqual([
          'TIME_END invalid_value',
        ]);
      }
      expect(await issues(() => build(operation, { ...browser, TIME_END: new Date() }))).toEqual([
        'TIME_END wrong_type',
      ]);
    },
  );

  it('JUMP_URL is needed for WeChat H5 alone', async () => {
    const { JUMP_URL: _, ...without } = browser;
    expect(await issues(() => build(scanPay.wechatH5, without))).toEqual(['JUMP_URL missing']);
    expect(bodyOf(scanPay.alipayH5, without)).not.toHaveProperty('JUMP_URL');
  });

  it.each([scanPay.wechatCard, scanPay.alipayCard, scanPay.qqCard])(
    'CUR is filled in: $name',
    (operation) => {
      expect(bodyOf(operation, card)).toMatchObject({ CUR: 'CNY' });
    },
  );

  it('RANDSTR is made up, within the length of each table', () => {
    expect(bodyOf(scanPay.wechatPreOrder, scanned)['RANDSTR']).toMatch(/^[\dA-Za-z]{20}$/);
    expect(bodyOf(scanPay.query, order)['RANDSTR']).toMatch(/^[\dA-Za-z]{15}$/);
    expect(bodyOf(scanPay.query, { ...order, RANDSTR: 'abc' })['RANDSTR']).toBe('abc');
  });

  it('counts characters, not bytes', async () => {
    const GOODSNAME = '珍'.repeat(14);
    expect(bodyOf(scanPay.wechatPreOrder, { ...scanned, GOODSNAME: `${GOODSNAME}😀` })).toHaveProperty(
      'GOODSNAME',
    );
    expect(
      await issues(() => build(scanPay.wechatPreOrder, { ...scanned, GOODSNAME: `${GOODSNAME}😀珠` })),
    ).toEqual(['GOODSNAME invalid_value']);
  });

  it('an address longer than the table of a pre-order has room for is sent, with a warning', async () => {
    const address = `https://merchant.example/${'n'.repeat(40)}`;
    const urls = { NOTIFY_URL: address, JUMP_URL: address };
    expect(bodyOf(scanPay.wechatPreOrder, { ...scanned, ...urls })).toMatchObject(urls);
    const { NOTIFY_URL, JUMP_URL } = scanPay.wechatPreOrder.request.fields;
    expect([NOTIFY_URL.documentedLength, JUMP_URL.documentedLength]).toEqual([50, 32]);
    const tooLong = { ...card, NOTIFY_URL: `${address}${'n'.repeat(40)}` };
    expect(await issues(() => build(scanPay.qqCard, tooLong))).toEqual(['NOTIFY_URL invalid_value']);
  });
});
