import { quickPay } from '@yinjian/mmsp';
import { escapeHtml, inYuan } from '../../internal/payer-page-html.ts';
import { REFUSED_AMOUNT } from '../../magic-values.ts';
import { envelopeBehaviour } from '../envelope/behaviour.ts';
import { AMOUNT_REFUSED, CLOSED, NUMBER_USED } from '../envelope/errors.ts';
import { newOrder } from '../envelope/new-order.ts';
import { orderFields, type QuickPayOrder } from './order.ts';

/** 银联快捷支付下单: places an order that is paid on a page, at an address or in HTML that leads there. */
export const unionPayOrder = envelopeBehaviour<QuickPayOrder, typeof quickPay.unionPayOrder>(
  quickPay.unionPayOrder,
  (call) => {
    const { fields, caller, orders, world } = call;
    const { MERORDERID, AMT, JUMP_URL, TRADE_MODE, CARDNO } = fields;
    if (orders.find(caller.MERNO, MERORDERID) !== undefined) return NUMBER_USED;
    if (Number(AMT) === REFUSED_AMOUNT) return AMOUNT_REFUSED;
    const order: QuickPayOrder = {
      ...newOrder(call, { number: MERORDERID, amount: Number(AMT) }),
      card: { CARDNO, CARDTYPE: '1' },
      wrongCodes: 0,
      bindId: undefined,
    };
    orders.add(order);
    const PAY_URL = world.pages.open({
      heading: '银联快捷支付 UnionPay',
      rows: [
        ['商户 Merchant', caller.MERNO],
        ['商户订单号 Order', MERORDERID],
        ['金额 Amount', inYuan(order.amount)],
      ],
      state: () => order.state,
      confirm: () => orders.settle(order),
      decline: () => orders.fail(order, CLOSED),
      // 不携带任何交易数据,只做展示用 [M] 快捷 5.14.2: it tells nothing, so whoever has declined goes back as well.
      returnUrl: () => JUMP_URL,
    });
    const HTML = `<form id="pay" action="${escapeHtml(PAY_URL)}"></form><script>document.getElementById("pay").submit()</script>`;
    const { CARDNO: _cardNumber, BIND_ID: _bindId, ...reply } = orderFields(order);
    return { STATUS: '0', ERRMSG: '用户支付中', ...reply, PAY_URL, ...(TRADE_MODE === '2' ? { HTML } : {}) };
  },
);
