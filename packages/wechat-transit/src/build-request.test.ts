import { describe, expect, it } from 'vitest';
import { type BuildOptions, buildRequest } from './build-request.ts';
import type { Credentials } from './credentials.ts';
import { issuesOf, rejection } from './internal/fixtures/rejection.ts';
import {
  busOrder,
  direct,
  directMd5,
  metroOrder,
  NONCE,
  ORDER,
  partner,
} from './internal/fixtures/samples.ts';
import { payapply } from './payapply.ts';
import { queryorder } from './queryorder.ts';

const nonce = () => NONCE;

// The bodies were written by hand, their signatures computed with Python's hashlib and hmac.
const PARTNER_METRO =
  '<xml><appid>wxcbda96de0b165486</appid><mch_id>10000098</mch_id>' +
  '<nonce_str>5K8264ILTKCH16CQ2502SI8ZNMTM67VS</nonce_str><sign_type>HMAC-SHA256</sign_type>' +
  '<body>地铁代扣</body><detail>A&lt;B&gt;&amp;"C\'\n]]&gt;第二行</detail><attach>自定义参数</attach>' +
  '<out_trade_no>1217752501201407033233368018</out_trade_no><total_fee>888</total_fee>' +
  '<fee_type>CNY</fee_type><spbill_create_ip>8.8.8.8</spbill_create_ip><goods_tag>WXG</goods_tag>' +
  '<notify_url>http://yoursite.com/wxpay.html?a=1&amp;b=2</notify_url><trade_type>PAP</trade_type>' +
  '<contract_id>Wx15463511252015071056489715</contract_id><trade_scene>METRO</trade_scene>' +
  '<version>2.0</version><clientip>119.145.83.6</clientip>' +
  '<deviceid>baf04e6bbbd06f7b1a197d18ed53b7f1</deviceid><mobile>18933432355</mobile>' +
  '<email>aobama@whitehouse.com</email><qq>100243</qq><openid>oUpF8uMuAJO_M2pxb1Q9zNjWeS6o</openid>' +
  '<creid>110102199701011000</creid><outerid>rider-7</outerid><sub_mch_id>1900000109</sub_mch_id>' +
  '<sub_appid>wxcbda96de0b165489</sub_appid><scene_info>{"scene_info":{"start_time":"20170826104339",' +
  '"end_time":"20170826114339",' +
  '"qrcode_hash":"a756836e7432437d98bbf07bdde2942c99f6a2ab88a72b60aa747fce54b093c6",' +
  '"start_station":"西单","end_station":"天安门西"}}</scene_info>' +
  '<sign>3A1230AF2877BFEBF23BFEEE45AE17EC2DC99312BF81B7DBA2749069D88514A9</sign></xml>';
const DIRECT_BUS =
  '<xml><appid>wxcbda96de0b165486</appid><mch_id>10000098</mch_id>' +
  '<nonce_str>5K8264ILTKCH16CQ2502SI8ZNMTM67VS</nonce_str><sign_type>MD5</sign_type>' +
  '<body>公交代扣</body><out_trade_no>1217752501201407033233368018</out_trade_no>' +
  '<total_fee>888</total_fee><spbill_create_ip>8.8.8.8</spbill_create_ip>' +
  '<notify_url>http://yoursite.com/wxpay.html</notify_url><trade_type>PAP</trade_type>' +
  '<contract_id>Wx15463511252015071056489715</contract_id><trade_scene>BUS</trade_scene>' +
  '<scene_info>{"scene_info":{"start_time":"20170826104339","line_name":"1路",' +
  '"qrcode_hash":"a756836e7432437d98bbf07bdde2942c99f6a2ab88a72b60aa747fce54b093c6",' +
  '"plate_number":"粤B888888"}}</scene_info><sign>AC1DD82F1905770D3CC8AFCD36539BD7</sign></xml>';
const PARTNER_QUERY =
  '<xml><appid>wxcbda96de0b165486</appid><mch_id>10000098</mch_id>' +
  '<nonce_str>5K8264ILTKCH16CQ2502SI8ZNMTM67VS</nonce_str><sign_type>HMAC-SHA256</sign_type>' +
  '<transaction_id>1008450740201411110005820873</transaction_id><sub_mch_id>1900000109</sub_mch_id>' +
  '<sign>914EB921FF411A3A3A9B89C0A479946C420104D89C399E94D87451319A647056</sign></xml>';
const DIRECT_QUERY =
  '<xml><appid>wxcbda96de0b165486</appid><mch_id>10000098</mch_id>' +
  '<nonce_str>5K8264ILTKCH16CQ2502SI8ZNMTM67VS</nonce_str><sign_type>MD5</sign_type>' +
  '<out_trade_no>1217752501201407033233368018</out_trade_no>' +
  '<sign>98C5492F6439F5673EAF5EB3CDFD4DCE</sign></xml>';

describe('buildRequest', () => {
  it('gives the exact bytes of a metro ride in partner mode', () => {
    expect(buildRequest(payapply.partner, metroOrder, partner, { nonce }).request).toEqual({
      method: 'POST',
      url: 'https://api.mch.weixin.qq.com/transit/partnerpay/payapply',
      headers: { 'content-type': 'text/xml; charset=utf-8' },
      body: PARTNER_METRO,
    });
  });

  it('gives the exact bytes of a bus ride in direct mode, signed with MD5', () => {
    const { request } = buildRequest(payapply.direct, busOrder, directMd5, { nonce });
    expect(request.url).toBe('https://api.mch.weixin.qq.com/transit/pay/payapply');
    expect(request.body).toBe(DIRECT_BUS);
  });

  it('gives the exact bytes of queries', () => {
    const transaction_id = '1008450740201411110005820873';
    const { request: byPartner } = buildRequest(
      queryorder.partner,
      { sub_mch_id: '1900000109', transaction_id },
      partner,
      {
        nonce,
        baseUrl: 'https://api2.mch.weixin.qq.com/',
      },
    );
    expect(byPartner.url).toBe('https://api2.mch.weixin.qq.com/transit/partnerpay/queryorder');
    expect(byPartner.body).toBe(PARTNER_QUERY);
    const { request: byMerchant } = buildRequest(queryorder.direct, { out_trade_no: ORDER }, directMd5, {
      nonce,
    });
    expect(byMerchant.url).toBe('https://api.mch.weixin.qq.com/transit/queryorder');
    expect(byMerchant.body).toBe(DIRECT_QUERY);
  });

  it('makes up a new nonce each time', () => {
    const bodies = [1, 2].map(
      () => buildRequest(queryorder.direct, { out_trade_no: ORDER }, direct).request.body,
    );
    expect(bodies[0]).toMatch(/<nonce_str>[A-Za-z0-9]{32}<\/nonce_str>/);
    expect(bodies[0]).not.toBe(bodies[1]);
  });

  it.each(['', 'n'.repeat(33), 'a\u0000b', 'a\ud800'])('sends no unusable nonce: %j', async (value) => {
    const run = () =>
      buildRequest(queryorder.direct, { out_trade_no: ORDER }, direct, { nonce: () => value });
    expect(issuesOf(await rejection(run))).toEqual(['nonce_str invalid_value']);
  });

  it('refuses an operation of the other mode', async () => {
    const run = () => buildRequest(payapply.direct, busOrder, partner);
    expect(issuesOf(await rejection(run))).toEqual(['mode conflict']);
  });

  it('names everything that is unusable at once', async () => {
    const credentials = { ...direct, key: '' } as Credentials;
    const run = () =>
      buildRequest(payapply.direct, busOrder, credentials, { baseUrl: 'http://api.mch.weixin.qq.com' });
    expect(issuesOf(await rejection(run))).toEqual(['key invalid_value', 'baseUrl invalid_value']);
  });

  it('refuses an option that it would not read', async () => {
    const options = { base: 'https://api2.mch.weixin.qq.com', nonce: 'N' } as unknown as BuildOptions;
    const run = () => buildRequest(payapply.direct, busOrder, direct, options);
    expect(issuesOf(await rejection(run))).toEqual(['nonce wrong_type', 'base unknown_field']);
  });

  it('refuses a mistaken input', async () => {
    const run = () => buildRequest(payapply.direct, { ...busOrder, total_fee: 8.88 }, direct);
    const error = await rejection(run);
    expect(error).toMatchObject({ name: 'RequestError', operation: 'payapply' });
    expect(issuesOf(error)).toEqual(['total_fee invalid_value']);
  });
});
