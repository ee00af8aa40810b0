import { quickPay } from '@yinjian/mmsp';
import { SMS_CODE_ATTEMPTS } from '../../magic-values.ts';
import { envelopeBehaviour } from '../envelope/behaviour.ts';
import { CLOSED, NO_SUCH_ORDER } from '../envelope/errors.ts';
import { CLOSED_ORDER, WRONG_CODE } from './failures.ts';
import type { QuickPayOrder } from './order.ts';
import { startPayment } from './start-payment.ts';

/** 交易短信确认: with the payer's code, the payment starts. The right code may come again. */
export const confirm = envelopeBehaviour<QuickPayOrder, typeof quickPay.confirm>(
  quickPay.confirm,
  ({ fields, caller, orders, world }) => {
    const order = orders.findByPlatformNumber(caller.MERNO, fields.LIST_ID);
    if (order === undefined) return NO_SUCH_ORDER;
    if (order.state === 'failed') return CLOSED_ORDER;
    if (fields.MSG_CODE !== order.smsCode) {
      order.wrongCodes += 1;
      if (order.state === 'placed' && order.wrongCodes >= SMS_CODE_ATTEMPTS) orders.fail(order, CLOSED);
      return WRONG_CODE;
    }
    if (order.state === 'placed') startPayment(order, orders, world);
    return { STATUS: '1', LIST_ID: order.platformNumber };
  },
);
