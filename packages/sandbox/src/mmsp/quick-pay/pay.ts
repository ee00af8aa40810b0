import { quickPay } from '@yinjian/mmsp';
import { REFUSED_AMOUNT, TEST_CARDS } from '../../magic-values.ts';
import { envelopeBehaviour } from '../envelope/behaviour.ts';
import { AMOUNT_REFUSED, NUMBER_USED } from '../envelope/errors.ts';
import { newOrder } from '../envelope/new-order.ts';
import type { Bindings } from './bindings.ts';
import { CARD_REFUSED } from './failures.ts';
import { BANK_NAME, orderFields, type QuickPayOrder } from './order.ts';

/** 快捷支付交易: places an order and sends the payer a code. With a `USER_ID` the payment binds the card. */
export const createPay = (bindings: Bindings) =>
  envelopeBehaviour<QuickPayOrder, typeof quickPay.pay>(quickPay.pay, (call) => {
    const { fields, caller, orders, world } = call;
    const { MERORDERID, AMT, CARDNO, USER_ID } = fields;
    if (orders.find(caller.MERNO, MERORDERID) !== undefined) return NUMBER_USED;
    if (Number(AMT) === REFUSED_AMOUNT) return AMOUNT_REFUSED;
    if (CARDNO === TEST_CARDS.refused) return { ...CARD_REFUSED, MERORDERID, AMT, CARDNO };
    const order: QuickPayOrder = {
      ...newOrder(call, { number: MERORDERID, amount: Number(AMT) }),
      card: fields,
      smsCode: world.random.digits(6),
      smsSentAt: world.now(),
      wrongCodes: 0,
      bindId: USER_ID === undefined ? undefined : String(100_000 + world.nextNumber()),
    };
    orders.add(order);
    if (USER_ID !== undefined && order.bindId !== undefined) {
      bindings.add({
        merchant: caller.MERNO,
        id: order.bindId,
        platformNumber: order.platformNumber,
        card: { ...fields, USER_ID },
        isBound: () => order.state === 'paid',
      });
    }
    return { STATUS: '0', ...orderFields(order), BANK_NAME };
  });
