import { gateway } from '@yinjian/mmsp';
import { envelopeBehaviour } from '../envelope/behaviour.ts';
import { NO_SUCH_ORDER } from '../envelope/errors.ts';
import { type GatewayOrder, orderFields, orderStatus } from './order.ts';

/** 网关支付结果单笔查询. An order whose form was never posted is not there. */
export const query = envelopeBehaviour<GatewayOrder, typeof gateway.query>(
  gateway.query,
  ({ fields, caller, orders }) => {
    const order = orders.find(caller.MERNO, fields.MERORDERID);
    if (order === undefined) return NO_SUCH_ORDER;
    return { ...orderStatus(order), ...orderFields(order) };
  },
);
