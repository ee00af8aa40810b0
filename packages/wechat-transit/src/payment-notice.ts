import {
  type DataOf,
  type ErrorCodes,
  type Outcome,
  optional,
  type SucceededDataOf,
  text,
} from '@yinjian/provider-kit';
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
      text(
        { zh: '用户是否已还款', en: 'Whether the payer has repaid the advance (Y or N)' },
        { maxLength: 1 },
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
  errors: {} as ErrorCodes,
  whenUnknown: queryorder.partner.whenUnknown,
} as const;

/** The pauses after which an unacknowledged notice is sent again, in seconds. */
export const NOTICE_RETRY_SECONDS = [15, 15, 30, 180, 1800, 1800, 1800, 1800, 3600] as const;

type NoticeReply = (typeof paymentNotice)['reply'];

/**
 * What a verified notice says. `succeeded` means the fare was paid: compare `total_fee` (fen) with your order. The
 * same notice comes several times, and a repayment comes under the order number of the payment: tell them apart by
 * `out_trade_no` together with `user_repaid`.
 */
export type PaymentNotice = Outcome<DataOf<NoticeReply>, SucceededDataOf<NoticeReply>>;
