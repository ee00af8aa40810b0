import { code, type DataOf, type Outcome, optional, type SucceededDataOf, text } from '@yinjian/provider-kit';
import { noticeErrors } from './errors.ts';
import { orderReply } from './order-reply.ts';
import { queryorder } from './queryorder.ts';

/** 支付结果通知, and the notice that a payer has repaid a fare that was advanced: same address, same order number. */
export const paymentNotice = {
  name: 'paymentNotice',
  title: { zh: '支付结果通知', en: 'Payment notice' },
  section: '[W] notify_url',
  role: 'act',
  reply: {
    ...orderReply,
    trade_state: optional(text({ zh: '交易状态', en: 'State of the order' }, { maxLength: 32 })),
    user_repaid: optional(
      code(
        { zh: '用户是否已还款', en: 'Whether the payer has repaid the advance' },
        { Y: { zh: '已还款', en: 'repaid' }, N: { zh: '未还款', en: 'not repaid' } },
      ),
    ),
  },
  states: {
    field: 'trade_state',
    values: {
      SUCCESS: { status: 'succeeded', title: { zh: '支付成功', en: 'paid' } },
      PAY_FAIL: { status: 'failed', title: { zh: '支付失败', en: 'the payment failed' } },
      FAIL: { status: 'failed', title: { zh: '支付失败', en: 'the payment failed' } },
    },
  },
  errors: noticeErrors,
  whenUnknown: queryorder.partner.whenUnknown,
} as const;

/** The pauses after which an unacknowledged notice is sent again, in seconds. */
export const NOTICE_RETRY_SECONDS = [15, 15, 30, 180, 1800, 1800, 1800, 1800, 3600] as const;

type NoticeReply = (typeof paymentNotice)['reply'];

/** What a notice tells besides the state of the order. */
export interface NoticeIdentity {
  /**
   * - `repayment`: the payer has repaid the fare (`user_repaid` is `Y`). It comes to the same address under the order
   *   number of the payment; should no payment notice have come before, it tells of the payment as well.
   * - `payment`: anything else. Where `data.user_repaid` is `N`, the fare was advanced and the payer owes it.
   */
  readonly kind: 'payment' | 'repayment';
  /**
   * The same each time a notice is sent again, and another for everything else that is told of the order: what to
   * deduplicate on. `out_trade_no` alone would swallow the repayment.
   */
  readonly id: string;
}

/**
 * What a verified notice says. `succeeded` means the fare was paid: compare `total_fee` (fen) with your order.
 * `kind` tells a payment from a repayment, `id` a new notice from one that was sent again. The repayment notice is not
 * documented in full: one without the fields that tell of the payment is `unknown`, with what it says in `data`.
 */
export type PaymentNotice = Outcome<DataOf<NoticeReply>, SucceededDataOf<NoticeReply>> & NoticeIdentity;
