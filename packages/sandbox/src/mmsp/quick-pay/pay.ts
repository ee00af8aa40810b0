import { quickPay } from '@yinjian/mmsp';
import { Refusal } from '../../internal/refusal.ts';
import { REFUSED_AMOUNT, TEST_CARDS } from '../../magic-values.ts';
import { envelopeBehaviour } from '../envelope/behaviour.ts';
import { BANK_NAME, orderFields, type QuickPayOrder } from './order.ts';

/** 快捷支付交易: places an order and sends the payer a code. */
export const pay = envelopeBehaviour<QuickPayOrder, typeof quickPay.pay>(
  quickPay.pay,
  ({ fields, caller, orders, world }) => {
    const { MERORDERID, AMT, CARDNO, USER_ID } = fields;
    if (orders.find(caller.MERNO, MERORDERID) !== undefined) return new Refusal('-2001', '商户订单号重复');
    if (Number(AMT) === REFUSED_AMOUNT) return new Refusal('-3005', '交易金额不符，请修改交易金额');
    if (CARDNO === TEST_CARDS.refused) {
      return { STATUS: '2', ERRCODE: 'D4', ERRMSG: '要素不匹配', MERORDERID, AMT, CARDNO };
    }
    const order: QuickPayOrder = {
      merchant: caller.MERNO,
      number: MERORDERID,
      platformNumber: String(100_000_000_000 + world.nextNumber()),
      amount: Number(AMT),
      fields,
      caller,
      placedAt: world.now(),
      state: 'placed',
      smsCode: world.random.digits(6),
      wrongCodes: 0,
      bindId: USER_ID === undefined ? undefined : String(100_000 + world.nextNumber()),
    };
    orders.add(order);
    return { STATUS: '0', ...orderFields(order), BANK_NAME };
  },
);
