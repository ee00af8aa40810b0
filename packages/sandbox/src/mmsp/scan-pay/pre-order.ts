import { type MmspOperation, scanPay } from '@yinjian/mmsp';
import type { ReplyFields } from '../../internal/checked-fields.ts';
import type { Refusal } from '../../internal/refusal.ts';
import type { EnvelopeBehaviour, EnvelopeCall } from '../envelope/behaviour.ts';
import { type ScanPayFields, type ScanPayOrder, type Wallet, wireTime } from './order.ts';
import { placeOrder } from './place.ts';

/** The fields of every operation that places an order; H5 payments have no `TRADETYPE`. */
interface PlacingFields extends ScanPayFields {
  readonly TRADETYPE?: string;
  readonly IS_RAW?: string;
}

/** Where a phone would pay. Nobody listens there: the payer pays with `payer.settle`. */
const PAY_PAGE = 'https://pay.sandbox.invalid/';

/** What the wallet's script is called with (原生态). */
const PAY_INFO = JSON.stringify({ appId: 'wxsandbox', package: 'prepay_id=sandbox', signType: 'MD5' });

/** Places an order, which then waits for the payer. */
function place(
  call: EnvelopeCall<PlacingFields, ScanPayOrder>,
  wallet: Wallet,
): ReplyFields<typeof scanPay.wechatPreOrder> | Refusal {
  const { TRADETYPE, IS_RAW } = call.fields;
  const isRaw = TRADETYPE === '2' && IS_RAW === '1';
  return placeOrder(call, wallet, (order) => ({
    STATUS: '1',
    ORDERNO: order.platformNumber,
    ...(isRaw ? { PAY_INFO } : { URL: `${PAY_PAGE}${order.platformNumber}` }),
    TRADETYPE,
    TRADETIME: wireTime(order.placedAt),
    MERORDERID: order.number,
  }));
}

function placing(definition: MmspOperation, wallet: Wallet): EnvelopeBehaviour<ScanPayOrder> {
  return {
    definition,
    execute: (call) => place(call as EnvelopeCall<PlacingFields, ScanPayOrder>, wallet),
  };
}

/** 下预订单, and H5 payments, which are placed alike. */
export const preOrders = {
  'scanPay.wechatPreOrder': placing(scanPay.wechatPreOrder, '1'),
  'scanPay.wechatH5': placing(scanPay.wechatH5, '1'),
  'scanPay.alipayPreOrder': placing(scanPay.alipayPreOrder, '2'),
  'scanPay.alipayStaticCode': placing(scanPay.alipayStaticCode, '2'),
  'scanPay.alipayDynamicCode': placing(scanPay.alipayDynamicCode, '2'),
  'scanPay.alipayH5': placing(scanPay.alipayH5, '2'),
  'scanPay.qqPreOrder': placing(scanPay.qqPreOrder, '3'),
  'scanPay.jdPreOrder': placing(scanPay.jdPreOrder, undefined),
  'scanPay.unionPayPreOrder': placing(scanPay.unionPayPreOrder, undefined),
};
