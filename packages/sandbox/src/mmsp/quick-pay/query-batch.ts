import { quickPay } from '@yinjian/mmsp';
import { batchReply } from '../envelope/batch.ts';
import { envelopeBehaviour } from '../envelope/behaviour.ts';
import { orderFields, orderStatus, type QuickPayOrder } from './order.ts';

/** 快捷支付多笔批量查询. */
export const queryBatch = envelopeBehaviour<QuickPayOrder, typeof quickPay.queryBatch>(
  quickPay.queryBatch,
  ({ fields, caller, orders }) =>
    batchReply(fields, orders, caller, (order) => ({
      ...orderStatus(order),
      ...orderFields(order),
      CARDTYPE: order.card.CARDTYPE,
    })),
);
