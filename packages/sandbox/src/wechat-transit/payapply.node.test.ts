import { describe, expect, it } from 'vitest';
import { TEST_CONTRACTS } from '../magic-values.ts';
import { merchants } from '../merchants.ts';
import { createClients, METRO_FARE, NOWHERE } from '../testing/clients.ts';
import {
  APPLY,
  APPLY_DIRECTLY,
  applyDirectlyFields,
  applyFields,
  callTransit,
  METRO,
  postText,
  transitSign,
} from '../testing/raw-requests.ts';
import { eventually, testSandbox } from '../testing/test-sandbox.ts';

const { partner, direct } = merchants.wechatTransit;

describe('a deduction', () => {
  it.each([
    ['HMAC-SHA256', 'partner'],
    ['MD5', 'partner'],
    ['HMAC-SHA256', 'direct'],
    ['MD5', 'direct'],
  ])('is accepted and answered with the algorithm of the request: %s, %s', async (sign_type, mode) => {
    const sandbox = await testSandbox();
    const isPartner = mode === 'partner';
    const fields = isPartner ? applyFields({ sign_type }) : applyDirectlyFields({ sign_type });
    const { sign, ...reply } = await callTransit(sandbox, isPartner ? APPLY : APPLY_DIRECTLY, fields);
    expect(reply).toMatchObject({
      return_code: 'SUCCESS',
      result_code: 'SUCCESS',
      appid: isPartner ? partner.appid : direct.appid,
      mch_id: isPartner ? partner.mch_id : direct.mch_id,
    });
    expect(reply['sub_mch_id']).toBe(isPartner ? partner.sub_mch_id : undefined);
    expect(sign).toBe(transitSign(reply, isPartner ? partner.key : direct.key, sign_type));
  });

  it('takes HMAC-SHA256 where no sign_type is given', async () => {
    const sandbox = await testSandbox();
    const { sign_type: _, ...fields } = applyFields();
    const reply = await callTransit(sandbox, APPLY, fields);
    expect([reply['result_code'], reply['sign']?.length]).toEqual(['SUCCESS', 64]);
  });

  it('is paid, or fails, or hangs, as the contract says', async () => {
    const sandbox = await testSandbox();
    const contracts = { pays: 'any-contract', ...TEST_CONTRACTS };
    for (const [out_trade_no, contract_id] of Object.entries(contracts)) {
      await callTransit(sandbox, APPLY, applyFields({ out_trade_no, contract_id }));
    }
    const states = () => Object.fromEntries(sandbox.orders.map(({ number, state }) => [number, state]));
    await eventually(() => expect(states()).toEqual({ pays: 'paid', fails: 'failed', hangs: 'in-progress' }));
    sandbox.payer.settle('hangs');
    expect(states()).toMatchObject({ hangs: 'paid' });
    expect(() => sandbox.payer.fail('hangs')).toThrow('could still be settled');
  });

  it('ignores fields that the documents do not know', async () => {
    const sandbox = await testSandbox();
    const reply = await callTransit(sandbox, APPLY, applyFields({ unheard_of: 'x' }));
    expect(reply['result_code']).toBe('SUCCESS');
  });
});

describe('the same order number', () => {
  it('with the same parameters is ORDER_ACCEPTED, then ORDER_PAID; with others OUT_TRADE_NO_USED', async () => {
    const sandbox = await testSandbox();
    const hangs = { contract_id: TEST_CONTRACTS.hangs };
    const code = async (changes: Record<string, string> = {}) =>
      (await callTransit(sandbox, APPLY, applyFields({ ...hangs, ...changes })))['err_code'];
    expect(await code()).toBeUndefined();
    expect(await code()).toBe('ORDER_ACCEPTED');
    expect(await code({ nonce_str: 'another', sign_type: 'MD5' })).toBe('ORDER_ACCEPTED');
    expect(await code({ total_fee: '889' })).toBe('OUT_TRADE_NO_USED');
    expect(await code({ attach: 'another' })).toBe('OUT_TRADE_NO_USED');
    sandbox.payer.settle('1217752501201407033233368018');
    expect(await code()).toBe('ORDER_PAID');
    expect(await code({ total_fee: '889' })).toBe('OUT_TRADE_NO_USED');
  });

  it('of a failed order is ORDER_CLOSED', async () => {
    const sandbox = await testSandbox();
    const fields = applyFields({ contract_id: TEST_CONTRACTS.hangs });
    await callTransit(sandbox, APPLY, fields);
    sandbox.payer.fail('1217752501201407033233368018');
    expect(await callTransit(sandbox, APPLY, fields)).toMatchObject({ err_code: 'ORDER_CLOSED' });
  });

  it('of another merchant is another order', async () => {
    const sandbox = await testSandbox();
    const hangs = { contract_id: TEST_CONTRACTS.hangs };
    expect(await callTransit(sandbox, APPLY, applyFields(hangs))).toMatchObject({ result_code: 'SUCCESS' });
    const reply = await callTransit(sandbox, APPLY_DIRECTLY, applyDirectlyFields(hangs));
    expect(reply['result_code']).toBe('SUCCESS');
    expect(new Set(sandbox.orders.map(({ platformNumber }) => platformNumber)).size).toBe(2);
    expect(() => sandbox.payer.settle('1217752501201407033233368018')).toThrow('Several orders');
  });
});

describe('a request that is not in order', () => {
  it.each<[string, string]>([
    ['签名失败', '<xml><appid>a</appid><mch_id>10000098</mch_id><nonce_str>n</nonce_str></xml>'],
    ['签名失败', '<xml><appid>a</appid><mch_id>1</mch_id><nonce_str>n</nonce_str><sign>A</sign></xml>'],
    ['参数格式校验错误', '<xml><mch_id>10000098</mch_id><nonce_str>n</nonce_str></xml>'],
    ['参数格式校验错误', '<xml><appid>a</appid><mch_id>10000098</mch_id></xml>'],
    ['参数格式校验错误', '{}'],
    [
      '参数格式校验错误',
      '<xml><appid>a</appid><mch_id>10000098</mch_id><nonce_str>n</nonce_str><sign_type>SHA1</sign_type></xml>',
    ],
  ])('is refused unsigned: %s', async (return_msg, xml) => {
    const sandbox = await testSandbox();
    const text = await postText(`${sandbox.urls.wechatTransit}${APPLY}`, xml);
    expect(text).toBe(
      `<xml><return_code><![CDATA[FAIL]]></return_code><return_msg><![CDATA[${return_msg}]]></return_msg></xml>`,
    );
  });

  it.each([
    ['with the key of another', direct.key],
    ['with the key in lower case', partner.key.toLowerCase()],
  ])('is refused when it was signed %s', async (_, key) => {
    const sandbox = await testSandbox();
    const reply = await callTransit(sandbox, APPLY, applyFields(), key);
    expect(reply).toEqual({ return_code: 'FAIL', return_msg: '签名失败' });
    expect(sandbox.orders).toEqual([]);
  });

  it('is refused when a field was changed after signing', async () => {
    const sandbox = await testSandbox();
    const fields = applyFields();
    const { encodeFlatXml } = await import('@yinjian/protocol-codec');
    const xml = encodeFlatXml({ ...fields, total_fee: '1', sign: transitSign(fields, partner.key) });
    expect(await postText(`${sandbox.urls.wechatTransit}${APPLY}`, xml)).toContain('签名失败');
  });

  it.each<[string, Record<string, string>]>([
    ['total_fee', { total_fee: '0' }],
    ['total_fee', { total_fee: '1.5' }],
    ['total_fee', { total_fee: '088' }],
    ['total_fee', { total_fee: '-1' }],
    ['total_fee', { total_fee: '' }],
    ['body', { body: '' }],
    ['body', { body: '字'.repeat(129) }],
    ['out_trade_no', { out_trade_no: 'with space' }],
    ['out_trade_no', { out_trade_no: 'x'.repeat(33) }],
    ['spbill_create_ip', { spbill_create_ip: '256.1.1.1' }],
    ['notify_url', { notify_url: 'ftp://example.com/' }],
    ['trade_type', { trade_type: 'JSAPI' }],
    ['trade_scene', { trade_scene: 'TAXI' }],
    ['scene_info', { scene_info: '{' }],
    ['scene_info', { scene_info: '{"start_time":"20170826104339"}' }],
    ['scene_info.end_time', { scene_info: METRO.replace('20170826114339', '20170826250000') }],
    ['scene_info.start_station', { scene_info: METRO.replace('"start_station":"西单",', '') }],
    ['scene_info.line_name', { trade_scene: 'BUS' }],
    ['version', { version: '1.0' }],
    ['nonce_str', { nonce_str: 'x'.repeat(33) }],
  ])('is refused with PARAM_ERROR, signed, naming %s', async (path, changes) => {
    const sandbox = await testSandbox();
    const { sign, ...reply } = await callTransit(sandbox, APPLY, applyFields(changes));
    expect(reply).toMatchObject({ return_code: 'SUCCESS', result_code: 'FAIL', err_code: 'PARAM_ERROR' });
    expect(reply['err_code_des']).toContain(path);
    expect(sign).toBe(transitSign(reply, partner.key));
    expect(sandbox.orders).toEqual([]);
  });

  it('is refused with INVALID_REQUEST where the merchant may not do it', async () => {
    const sandbox = await testSandbox();
    const refused = { result_code: 'FAIL', err_code: 'INVALID_REQUEST' };
    const apply = (path: string, fields: Record<string, string>, key: string) =>
      callTransit(sandbox, path, fields, key);
    expect(await apply(APPLY_DIRECTLY, applyFields(), partner.key)).toMatchObject(refused);
    expect(await apply(APPLY, applyDirectlyFields(), direct.key)).toMatchObject(refused);
    expect(await apply(APPLY, applyFields({ appid: direct.appid }), partner.key)).toMatchObject(refused);
    expect(await apply(APPLY, applyFields({ sub_mch_id: '1' }), partner.key)).toMatchObject(refused);
    const { sub_mch_id: _, ...fields } = applyFields();
    expect(await apply(APPLY, fields, partner.key)).toMatchObject({ err_code: 'PARAM_ERROR' });
  });

  it.each([
    'CONTRACT_NOT_EXIST',
    'CONTRACT_OVER_LIMIT',
    'REQUEST_BLOCKED',
    'PAYAUTH_ERROR',
    'TRADE_ERROR',
    'UNHEARD_OF',
  ])('is refused with %s where the contract asks for it', async (code) => {
    const sandbox = await testSandbox();
    const reply = await callTransit(sandbox, APPLY, applyFields({ contract_id: `REFUSE_${code}` }));
    expect(reply).toMatchObject({ result_code: 'FAIL', err_code: code });
    expect(sandbox.orders).toEqual([]);
  });
});

describe('with the real client', () => {
  it('a deduction is pending, then succeeds, in both modes', async () => {
    const sandbox = await testSandbox();
    const clients = await createClients(sandbox);
    const fare = { ...METRO_FARE, notify_url: NOWHERE, attach: 'A & B &amp; <c> ]]> \r\n "d"' };
    const { sub_mch_id } = partner;
    const outcomes = await Promise.all([
      clients.partner.payapply({ ...fare, out_trade_no: 'partner', sub_mch_id }),
      clients.direct.payapply({ ...fare, out_trade_no: 'direct' }),
    ]);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 'pending', authenticated: true });
    await eventually(() => expect(sandbox.orders.map(({ state }) => state)).toEqual(['paid', 'paid']));
    for (const outcome of [
      await clients.partner.queryorder({ out_trade_no: 'partner', sub_mch_id }),
      await clients.direct.queryorder({ out_trade_no: 'direct' }),
    ]) {
      expect(outcome).toMatchObject({
        status: 'succeeded',
        authenticated: true,
        data: { total_fee: 888, attach: fare.attach, cash_fee: 888 },
      });
    }
  });

  it('a bus ride is accepted', async () => {
    const sandbox = await testSandbox();
    const { direct: client } = await createClients(sandbox);
    const outcome = await client.payapply({
      ...METRO_FARE,
      out_trade_no: 'bus',
      notify_url: NOWHERE,
      trade_scene: 'BUS',
      scene_info: {
        start_time: new Date('2017-08-26T02:43:39Z'),
        line_name: '1路公车',
        qrcode_hash: METRO_FARE.scene_info.qrcode_hash,
        plate_number: '粤B888888',
      },
    });
    expect(outcome.status).toBe('pending');
  });

  it('a refusal is failed, a repeated order is to be queried', async () => {
    const sandbox = await testSandbox();
    const { direct: client } = await createClients(sandbox);
    const fare = { ...METRO_FARE, notify_url: NOWHERE };
    const refused = await client.payapply({
      ...fare,
      out_trade_no: 'r',
      contract_id: 'REFUSE_REQUEST_BLOCKED',
    });
    expect(refused).toMatchObject({ status: 'failed', error: { code: 'REQUEST_BLOCKED' } });
    const order = { ...fare, out_trade_no: 'twice', contract_id: TEST_CONTRACTS.hangs };
    await client.payapply(order);
    const again = await client.payapply(order);
    expect(again).toMatchObject({
      status: 'unknown',
      cause: { error: { code: 'ORDER_ACCEPTED' } },
      next: { action: 'query', operation: 'queryorder' },
    });
  });
});
