import { quickPay } from '@yinjian/mmsp';
import { Refusal } from '../../internal/refusal.ts';
import { envelopeBehaviour } from '../envelope/behaviour.ts';
import { orderFields, orderStatus, type QuickPayOrder } from './order.ts';

/** 单笔交易查询. Writes `CARDTYPE` as a bare number, which a signature has to survive. */
export const query = envelopeBehaviour<QuickPayOrder, typeof quickPay.query>(
  quickPay.query,
  ({ fields, caller, orders }) => {
    const order = orders.find(caller.MERNO, fields.MERORDERID);
    if (order === undefined) return new Refusal('-2002', '没有该订单');
    return { ...orderStatus(order), ...orderFields(order), CARDTYPE: Number(order.fields.CARDTYPE) };
  },
);
