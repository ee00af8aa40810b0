import { quickPay } from '@yinjian/mmsp';
import { envelopeBehaviour } from '../envelope/behaviour.ts';
import { NO_SUCH_ORDER } from '../envelope/errors.ts';
import { orderFields, orderStatus, type QuickPayOrder } from './order.ts';

/** 单笔交易查询. Writes `CARDTYPE` as a bare number, which a signature has to survive. */
export const query = envelopeBehaviour<QuickPayOrder, typeof quickPay.query>(
  quickPay.query,
  ({ fields, caller, orders }) => {
    const order = orders.find(caller.MERNO, fields.MERORDERID);
    if (order === undefined) return NO_SUCH_ORDER;
    return { ...orderStatus(order), ...orderFields(order), CARDTYPE: Number(order.card.CARDTYPE) };
  },
);
