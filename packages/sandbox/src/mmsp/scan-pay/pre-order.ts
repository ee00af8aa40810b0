import { type MmspOperation, scanPay } from '@yinjian/mmsp';
import type { ReplyFields } from '../../internal/checked-fields.ts';
import type { Refusal } from '../../internal/refusal.ts';
import type { EnvelopeBehaviour, EnvelopeCall } from '../envelope/behaviour.ts';
import { type PreOrderFields, type ScanPayOrder, wireTime } from './order.ts';
import { ALIPAY, JD, openPayerPage, QQ, UNION_PAY, type WalletApp, WECHAT } from './payer-page.ts';
import { placeOrder } from './place.ts';

type Call = EnvelopeCall<PreOrderFields, ScanPayOrder>;

/** What the wallet's script is called with (原生态). */
const PAY_INFO = JSON.stringify({ appId: 'wxsandbox', package: 'prepay_id=sandbox', signType: 'MD5' });

/** Places an order, which then waits for the payer. */
function place(call: Call, app: WalletApp): ReplyFields<typeof scanPay.wechatPreOrder> | Refusal {
  const { TRADETYPE, IS_RAW } = call.fields;
  const isRaw = TRADETYPE === '2' && IS_RAW === '1';
  return placeOrder(call, app.wallet, (order) => ({
    STATUS: '1',
    ORDERNO: order.platformNumber,
    ...(isRaw ? { PAY_INFO } : { URL: openPayerPage(order, app, call) }),
    TRADETYPE,
    TRADETIME: wireTime(order.placedAt),
    MERORDERID: order.number,
  }));
}

function placing(definition: MmspOperation, app: WalletApp): EnvelopeBehaviour<ScanPayOrder> {
  return { definition, execute: (call) => place(call as Call, app) };
}

/** 下预订单, and H5 payments, which are placed alike. */
export const preOrders = {
  'scanPay.wechatPreOrder': placing(scanPay.wechatPreOrder, WECHAT),
  'scanPay.wechatH5': placing(scanPay.wechatH5, WECHAT),
  'scanPay.alipayPreOrder': placing(scanPay.alipayPreOrder, ALIPAY),
  'scanPay.alipayStaticCode': placing(scanPay.alipayStaticCode, ALIPAY),
  'scanPay.alipayDynamicCode': placing(scanPay.alipayDynamicCode, ALIPAY),
  'scanPay.alipayH5': placing(scanPay.alipayH5, ALIPAY),
  'scanPay.qqPreOrder': placing(scanPay.qqPreOrder, QQ),
  'scanPay.jdPreOrder': placing(scanPay.jdPreOrder, JD),
  'scanPay.unionPayPreOrder': placing(scanPay.unionPayPreOrder, UNION_PAY),
};
