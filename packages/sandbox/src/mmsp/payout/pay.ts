import { payout } from '@yinjian/mmsp';
import { formatChinaTime } from '@yinjian/protocol-codec';
import { refusal } from '../../internal/refusal.ts';
import type { World } from '../../internal/world.ts';
import { REVIEW_ABOVE, TEST_CARDS } from '../../magic-values.ts';
import { payoutBehaviour } from './behaviour.ts';
import { newPayout, PAY_STATES, type PayoutOrder } from './order.ts';
import { PAYMENT_FAILED, type PayoutOrderBook } from './order-book.ts';

/** How long a large payout waits for its review, in seconds. */
const REVIEW_SECONDS = 30;

/** From acceptance, or review, to the payment, in seconds. */
const PAYOUT_SECONDS = 10;

/** 单笔代付: accepts a payout, which is paid later. */
export const pay = payoutBehaviour(payout.pay, ({ fields, operation, orders, world }) => {
  const { MERNO, ORDERNO, AMT, ACCNAME, ACCNO, ACCTYPE, PAYTYPE } = fields;
  if (orders.find(MERNO, ORDERNO) !== undefined) return refusal(operation, '1008');
  if (ACCTYPE === '1') return refusal(operation, '1019', '暂不支持贷记卡');
  if (ACCNO === TEST_CARDS.refused) return refusal(operation, '1026');
  if (PAYTYPE === '3') return refusal(operation, '1049');
  if (!world.account.freeze(Number(AMT))) return refusal(operation, '1031');

  const order = newPayout(fields, world);
  if (order.amount > REVIEW_ABOVE) order.state = 'in-review';
  orders.add(order);
  const reply = {
    MERNO,
    ORDERNO,
    BSORDERNO: order.platformNumber,
    ...PAY_STATES[order.state],
    RSPTIME: formatChinaTime(order.placedAt),
    AMT,
    ACCNAME,
    ACCNO,
  };
  carryOut(order, orders, world);
  return reply;
});

function carryOut(order: PayoutOrder, orders: PayoutOrderBook, world: World): void {
  if (order.state === 'in-review') {
    world.scheduler.after(REVIEW_SECONDS, () => {
      if (order.state !== 'in-review') return;
      order.state = 'in-progress';
      carryOut(order, orders, world);
    });
    return;
  }
  if (order.fields.ACCNO === TEST_CARDS.hangs) return;
  world.scheduler.after(PAYOUT_SECONDS, () => {
    if (order.fields.ACCNO === TEST_CARDS.fails) orders.fail(order, PAYMENT_FAILED);
    else if (order.fields.ACCNO !== TEST_CARDS.returned) orders.settle(order);
    else orders.return(order);
  });
}
