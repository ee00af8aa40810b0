import { formatChinaTime } from '@yinjian/protocol-codec';
import { payapply as definition } from '@yinjian/wechat-transit';
import { isSameOrder } from '../internal/checked-fields.ts';
import { refusal } from '../internal/refusal.ts';
import { refusalCode, TEST_CONTRACTS } from '../magic-values.ts';
import { behaviour, merchantOf } from './behaviour.ts';
import type { TransitOrder } from './order.ts';

/** From the application to the deduction, in seconds. */
const DEDUCTION_SECONDS = 5;

/** 申请扣款: accepts an order; the deduction follows. */
export const payapply = behaviour(definition, ({ fields, caller, operation, orders, world }) => {
  const earlier = orders.find(merchantOf(caller), fields.out_trade_no);
  if (earlier !== undefined) {
    const isSame = isSameOrder(operation, earlier.fields, fields);
    return refusal(operation, isSame ? repeatCode(earlier) : 'OUT_TRADE_NO_USED');
  }
  const refused = refusalCode(fields.contract_id);
  if (refused !== undefined) return refusal(operation, refused);
  if (orders.stateOf(fields) !== 'NORMAL') return refusal(operation, 'REQUEST_BLOCKED');

  const order: TransitOrder = {
    merchant: merchantOf(caller),
    number: fields.out_trade_no,
    platformNumber: `4200${formatChinaTime(world.now())}${String(world.nextNumber()).padStart(10, '0')}`,
    amount: Number(fields.total_fee),
    fields,
    caller,
    placedAt: world.now(),
    state: 'in-progress',
  };
  orders.add(order);
  if (fields.contract_id === TEST_CONTRACTS.hangs) return {};
  world.scheduler.after(DEDUCTION_SECONDS, () => {
    if (fields.contract_id !== TEST_CONTRACTS.fails) orders.settle(order);
    else orders.fail(order, { code: 'TRADE_ERROR', message: '支付失败' });
  });
  return {};
});

/** The very same parameters again. */
function repeatCode({ state }: TransitOrder): string {
  if (state === 'in-progress') return 'ORDER_ACCEPTED';
  return state === 'paid' ? 'ORDER_PAID' : 'ORDER_CLOSED';
}
