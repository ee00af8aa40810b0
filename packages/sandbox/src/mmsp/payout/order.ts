import type { payout } from '@yinjian/mmsp';
import { formatChinaTime } from '@yinjian/protocol-codec';
import type { CheckedFields } from '../../internal/checked-fields.ts';
import type { Order } from '../../internal/order-book.ts';
import type { World } from '../../internal/world.ts';
import type { OrderState } from '../../order-record.ts';

/** A payout. */
export interface PayoutOrder extends Order<CheckedFields<typeof payout.pay>> {
  state: PayoutState;
}

type PayoutState = Exclude<OrderState, 'closed' | 'cancelled' | 'refunded'>;

/** `PAYSTATE` and its words [M] 代付 5.2.3. */
export const PAY_STATES: Readonly<Record<PayoutState, { readonly PAYSTATE: string; readonly DESC: string }>> =
  {
    paid: { PAYSTATE: '1', DESC: '付款成功' },
    placed: { PAYSTATE: '2', DESC: '付款中' },
    'in-progress': { PAYSTATE: '2', DESC: '付款中' },
    failed: { PAYSTATE: '3', DESC: '付款失败' },
    returned: { PAYSTATE: '4', DESC: '银行退票' },
    'in-review': { PAYSTATE: '5', DESC: '代付请求已受理，等待审核' },
  };

/** A payout under way. */
export function newPayout(fields: PayoutOrder['fields'], { now, nextNumber }: World): PayoutOrder {
  const { MERNO, ORDERNO, AMT } = fields;
  const placedAt = now();
  return {
    merchant: MERNO,
    number: ORDERNO,
    platformNumber: `${formatChinaTime(placedAt).slice(0, 8)}${String(nextNumber()).padStart(8, '0')}`,
    amount: Number(AMT),
    fields,
    placedAt,
    state: 'in-progress',
  };
}
