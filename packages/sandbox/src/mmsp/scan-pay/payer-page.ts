import { inYuan } from '../../internal/payer-page-html.ts';
import type { EnvelopeCall } from '../envelope/behaviour.ts';
import { CLOSED } from '../envelope/errors.ts';
import type { PreOrderFields, ScanPayOrder, Wallet } from './order.ts';

/** The app with which a payer pays. */
export interface WalletApp {
  readonly wallet: Wallet;
  readonly name: string;
}

export const WECHAT: WalletApp = { wallet: '1', name: '微信支付 WeChat Pay' };
export const ALIPAY: WalletApp = { wallet: '2', name: '支付宝 Alipay' };
export const QQ: WalletApp = { wallet: '3', name: 'QQ钱包 QQ Wallet' };
export const JD: WalletApp = { wallet: undefined, name: '京东支付 JD Pay' };
export const UNION_PAY: WalletApp = { wallet: undefined, name: '银联钱包 UnionPay' };

/** Opens the page that stands for the payer's app, and gives back its address. */
export function openPayerPage(
  order: ScanPayOrder,
  { name }: WalletApp,
  { fields, orders, world }: EnvelopeCall<PreOrderFields, ScanPayOrder>,
): string {
  const { GOODSNAME, JUMP_URL, TRADETYPE } = fields;
  const isH5 = TRADETYPE === undefined;
  return world.pages.open({
    heading: name,
    rows: [
      ['商户 Merchant', order.merchant],
      ['商户订单号 Order', order.number],
      ['金额 Amount', inYuan(order.amount)],
      ['商品 Goods', GOODSNAME],
    ],
    state: () => (order.hasExpired ? 'expired' : order.state),
    confirm: () => orders.settle(order),
    decline: () => orders.fail(order, CLOSED),
    // An H5 payment came from a browser, which has to go on; a pre-order leads back 支付成功后 only [M] 扫码 5.1.
    returnUrl: () => (order.state === 'paid' || (isH5 && order.state === 'failed') ? JUMP_URL : undefined),
  });
}
