import { gateway } from '@yinjian/mmsp';
import { batchReply } from '../envelope/batch.ts';
import { envelopeBehaviour } from '../envelope/behaviour.ts';
import { type GatewayOrder, orderFields, orderStatus } from './order.ts';

/** 网关支付多笔批量查询. A single row stands there without a list around it, as in the document's sample. */
export const queryBatch = envelopeBehaviour<GatewayOrder, typeof gateway.queryBatch>(
  gateway.queryBatch,
  ({ fields, caller, orders }) => {
    const reply = batchReply(fields, orders, caller, (order) => {
      const { LIST_ID, MERORDERID, PAY_DATE, NOTIFY_DATE, AMT } = orderFields(order);
      return { ...orderStatus(order), LIST_ID, MERORDERID, PAY_DATE, NOTIFY_DATE, AMT };
    });
    const [row, ...others] = reply.BIZ_CONTENT;
    return row !== undefined && others.length === 0 ? { ...reply, BIZ_CONTENT: row } : reply;
  },
);
