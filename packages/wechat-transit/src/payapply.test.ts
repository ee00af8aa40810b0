import { describeReply, describeRequest, encodeRequestFields } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { issuesOf, rejection } from './internal/fixtures/rejection.ts';
import { busOrder, metroOrder } from './internal/fixtures/samples.ts';
import { payapply } from './payapply.ts';

const context = { now: () => new Date(0), nonce: () => 'N', provided: { appid: 'wx', mch_id: '1' } };
const apply = (input: object) => encodeRequestFields('payapply', payapply.direct.request, input, context);
const refused = async (change: object) => issuesOf(await rejection(() => apply({ ...busOrder, ...change })));

describe('the request of payapply', () => {
  it('has the fields of the documented table', () => {
    const rows = describeRequest(payapply.partner.request).map(
      ({ name, presence, maxLength, documentedLength }) =>
        `${name} ${presence} ${maxLength ?? documentedLength ?? '-'}`,
    );
    expect(rows).toEqual([
      'appid required 32',
      'mch_id required 32',
      'nonce_str required 32',
      'sign_type required 32',
      'sign required 64',
      'body required 128',
      'detail optional 6000',
      'attach optional 127',
      'out_trade_no required 32',
      'total_fee required -',
      'fee_type optional 16',
      'spbill_create_ip required 16',
      'goods_tag optional 32',
      'notify_url required 128',
      'trade_type required 16',
      'contract_id required 64',
      'trade_scene required 16',
      'version optional 32',
      'clientip optional -',
      'deviceid optional -',
      'mobile optional -',
      'email optional -',
      'qq optional -',
      'openid optional -',
      'creid optional -',
      'outerid optional -',
      'sub_mch_id required 32',
      'sub_appid optional 32',
      'scene_info required 1024',
    ]);
  });

  it('keeps all risk fields from hooks and errors', () => {
    const sensitive = describeRequest(payapply.partner.request).filter((row) => row.sensitive);
    expect(sensitive.map(({ name }) => name)).toEqual([
      'clientip',
      'deviceid',
      'mobile',
      'email',
      'qq',
      'openid',
      'creid',
      'outerid',
    ]);
  });

  it('has no sub-merchant in direct mode', async () => {
    expect(await refused({ sub_mch_id: '1', sub_appid: 'wx' })).toEqual([
      'sub_mch_id unknown_field',
      'sub_appid unknown_field',
    ]);
    const { sub_mch_id: _, ...withoutSubMerchant } = metroOrder;
    const run = () => encodeRequestFields('payapply', payapply.partner.request, withoutSubMerchant, context);
    expect(issuesOf(await rejection(run))).toEqual(['sub_mch_id missing']);
  });

  it.each([
    'body',
    'out_trade_no',
    'total_fee',
    'spbill_create_ip',
    'notify_url',
    'trade_type',
    'contract_id',
    'scene_info',
  ])('needs %s', async (name) => {
    expect(await refused({ [name]: undefined })).toEqual([`${name} missing`]);
  });

  it.each([
    ['body', '公'.repeat(129)],
    ['body', ''],
    ['body', 'a\u0000b'],
    ['detail', '公'.repeat(6001)],
    ['attach', '公'.repeat(128)],
    ['out_trade_no', '1'.repeat(33)],
    ['out_trade_no', 'order 1'],
    ['out_trade_no', '订单1'],
    ['total_fee', 0],
    ['total_fee', -888],
    ['total_fee', 8.88],
    ['total_fee', 1_000_000_001],
    ['fee_type', 'cny'],
    ['fee_type', 'CNYY'],
    ['spbill_create_ip', '8.8.8'],
    ['spbill_create_ip', '8.8.8.8.8'],
    ['spbill_create_ip', '8.8.8.256'],
    ['spbill_create_ip', '8.8.8.8.'],
    ['spbill_create_ip', '::1'],
    ['goods_tag', 'W'.repeat(33)],
    ['notify_url', 'yoursite.com/wxpay.html'],
    ['notify_url', 'http://yoursite.com/wx pay.html'],
    ['contract_id', 'W'.repeat(65)],
    ['clientip', '2001:db8::1'],
    ['mobile', ''],
    ['trade_type', 'JSAPI'],
    ['trade_scene', 'TRAM'],
    ['trade_scene', 'metro'],
    ['version', '1.0'],
  ])('refuses the %s %j', async (name, value) => {
    expect(await refused({ [name]: value })).toEqual([`${name} invalid_value`]);
  });

  it.each([
    ['total_fee', '888'],
    ['total_fee', 888n],
    ['total_fee', null],
    ['out_trade_no', 1],
    ['trade_type', 0],
    ['version', 2],
    ['scene_info', '{"scene_info":{}}'],
    ['scene_info', []],
  ])('refuses the %s %s, which is of another type', async (name, value) => {
    expect(await refused({ [name]: value })).toEqual([`${name} wrong_type`]);
  });

  it.each(['appid', 'mch_id', 'sign_type', 'sign'])('lets nobody set %s', async (name) => {
    expect(await refused({ [name]: 'x' })).toEqual([`${name} unknown_field`]);
  });

  it.each([
    ['contract_id', 'W'.repeat(52)],
    ['notify_url', `https://example.com/${'n'.repeat(236)}`],
    ['body', '𠮷'.repeat(128)],
    ['detail', '公交代扣:A\n公交代扣:B\n公交代扣:C'],
    ['total_fee', 1],
    ['total_fee', 1_000_000_000],
    ['out_trade_no', 'a-B_3|*@'],
    ['nonce_str', 'MINE'],
  ])('takes a %s that occurs in practice: %s', (name, value) => {
    expect(apply({ ...busOrder, [name]: value })).toMatchObject({ [name]: String(value) });
  });

  it('names every mistake at once', async () => {
    const mistakes = {
      out_trade_no: undefined,
      total_fee: '888',
      spbill_create_ip: 'localhost',
      scene_info: { ...busOrder.scene_info, plate_number: '?', line: '1' },
      atach: 'x',
    };
    expect(await refused(mistakes)).toEqual([
      'atach unknown_field',
      'out_trade_no missing',
      'total_fee wrong_type',
      'spbill_create_ip invalid_value',
      'scene_info.line unknown_field',
      'scene_info.plate_number invalid_value',
    ]);
  });
});

describe('the definition of payapply', () => {
  it('differs between the modes in path, sub-merchant and echoes alone', () => {
    expect(payapply.partner).toMatchObject({
      mode: 'partner',
      path: '/transit/partnerpay/payapply',
      echoes: ['appid', 'mch_id', 'sub_mch_id', 'sub_appid'],
    });
    expect(payapply.direct).toMatchObject({
      mode: 'direct',
      path: '/transit/pay/payapply',
      echoes: ['appid', 'mch_id'],
    });
    for (const operation of [payapply.partner, payapply.direct]) {
      expect(operation).toMatchObject({
        name: 'payapply',
        role: 'create',
        movesMoney: true,
        needsCertificate: false,
        orderField: 'out_trade_no',
        whenUnknown: { action: 'query', operation: 'queryorder' },
      });
    }
  });

  it('has the documented reply', () => {
    expect(describeReply(payapply.partner.reply).map(({ name }) => name)).toEqual([
      'return_code',
      'return_msg',
      'appid',
      'mch_id',
      'sub_appid',
      'sub_mch_id',
      'nonce_str',
      'sign',
      'result_code',
      'err_code',
      'err_code_des',
      'device_info',
    ]);
  });
});
