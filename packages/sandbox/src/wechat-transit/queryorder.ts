import { queryorder as definition } from '@yinjian/wechat-transit';
import { refusal } from '../internal/refusal.ts';
import { behaviour, merchantOf } from './behaviour.ts';
import { orderFields, type TransitOrder } from './order.ts';

/** 查询订单: by the platform's number where both are given. */
export const queryorder = behaviour(definition, ({ fields, caller, operation, orders }) => {
  const merchant = merchantOf(caller);
  const order =
    fields.transaction_id === undefined
      ? orders.find(merchant, fields.out_trade_no ?? '')
      : orders.findByPlatformNumber(merchant, fields.transaction_id);
  if (order === undefined) return refusal(operation, 'ORDERNOTEXIST');
  return { ...orderFields(order), ...tradeState(order) };
});

function tradeState({ state, failure }: TransitOrder) {
  switch (state) {
    case 'paid':
      return { trade_state: 'SUCCESS', trade_state_desc: '支付成功' };
    case 'refunded':
      return { trade_state: 'REFUND', trade_state_desc: '转入退款' };
    case 'failed':
      return { trade_state: 'PAYERROR', trade_state_desc: failure?.message };
    default:
      return { trade_state: 'ACCEPT', trade_state_desc: '已接收，等待扣款' };
  }
}
