import { payapply as definition } from '@yinjian/wechat-transit';
import { refusal } from '../internal/refusal.ts';
import { TEST_CONTRACTS } from '../magic-values.ts';
import { behaviour, merchantOf } from './behaviour.ts';
import { newOrder } from './order.ts';
import { DEDUCTION_FAILED } from './order-book.ts';
import { repeatRefusal } from './repeat-refusal.ts';

/** From the application to the deduction, in seconds. */
const DEDUCTION_SECONDS = 5;

/** 申请扣款: accepts an order; the deduction follows. */
export const payapply = behaviour(definition, (call) => {
  const { fields, operation, orders, world } = call;
  const earlier = orders.find(merchantOf(call.caller), fields.out_trade_no);
  if (earlier !== undefined) return repeatRefusal(operation, earlier, fields);
  if (orders.stateOf(fields) !== 'NORMAL') return refusal(operation, 'REQUEST_BLOCKED');

  const order = newOrder(call, { number: fields.out_trade_no, amount: Number(fields.total_fee), fields });
  orders.add(order);
  if (fields.contract_id === TEST_CONTRACTS.hangs) return {};
  world.scheduler.after(DEDUCTION_SECONDS, () => {
    if (fields.contract_id !== TEST_CONTRACTS.fails) orders.settle(order);
    else orders.fail(order, DEDUCTION_FAILED);
  });
  return {};
});
