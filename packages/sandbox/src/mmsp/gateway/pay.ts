import { gateway } from '@yinjian/mmsp';
import type { CheckedFields } from '../../internal/checked-fields.ts';
import { isSameOrder } from '../../internal/checked-fields.ts';
import { HtmlPage, inYuan, payerPageHtml } from '../../internal/payer-page-html.ts';
import type { PayerPage } from '../../internal/payer-pages.ts';
import type { Refusal } from '../../internal/refusal.ts';
import type { World } from '../../internal/world.ts';
import { REFUSED_AMOUNT } from '../../magic-values.ts';
import type { EnvelopeBehaviour, EnvelopeCall } from '../envelope/behaviour.ts';
import { AMOUNT_REFUSED, CLOSED, NUMBER_USED } from '../envelope/errors.ts';
import { newOrder } from '../envelope/new-order.ts';
import { type GatewayOrder, orderFields, orderStatus } from './order.ts';

type Call = EnvelopeCall<CheckedFields<typeof gateway.pay>, GatewayOrder>;

/**
 * 网关支付请求: what the payer's browser posted becomes an order, to be paid on a page. A browser that posts the same form
 * again sees the same page.
 */
export const pay: EnvelopeBehaviour<GatewayOrder> = {
  definition: gateway.pay,
  execute: (call) => place(call as Call),
};

function place(call: Call): HtmlPage | Refusal {
  const { fields, caller, operation, orders, world } = call;
  const { MERORDERID, AMT } = fields;
  const known = orders.find(caller.MERNO, MERORDERID);
  if (known !== undefined) {
    return known.page !== undefined && isSameOrder(operation, fields, known.fields)
      ? known.page
      : NUMBER_USED;
  }
  if (Number(AMT) === REFUSED_AMOUNT) return AMOUNT_REFUSED;
  const order: GatewayOrder = newOrder(call, { number: MERORDERID, amount: Number(AMT) });
  orders.add(order);
  const page = pageOf(order, orders, world);
  const address = world.pages.open(page);
  order.page = new HtmlPage(() => payerPageHtml(page, address));
  return order.page;
}

function pageOf(order: GatewayOrder, orders: Call['orders'], { now }: World): PayerPage {
  const { fields, number, amount, merchant } = order;
  return {
    heading: `网银支付 ${bankOf(fields.PAY_CHANNEL)}`,
    rows: [
      ['商户 Merchant', merchant],
      ['商户订单号 Order', number],
      ['金额 Amount', inYuan(amount)],
      ['商品 Goods', fields.GOODSNAME ?? ''],
      ['备注 Remark', fields.REMARK ?? ''],
    ],
    state: () => order.state,
    confirm: () => orders.settle(order),
    decline: () => orders.fail(order, CLOSED),
    returnUrl: () => {
      order.notifiedAt ??= now();
      return withParameters(fields.JUMP_URL, { ...orderStatus(order), ...orderFields(order) });
    },
  };
}

function bankOf(channel: string): string {
  const banks: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = gateway.bankChannels;
  const bank = Object.hasOwn(banks, channel) ? banks[channel] : undefined;
  return bank === undefined ? channel : `${bank.zh} ${bank.en}`;
}

/** GET parameters after those that are there, before the fragment [M] 网关 5.5. */
function withParameters(address: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.append(name, value);
  }
  return url.href;
}
