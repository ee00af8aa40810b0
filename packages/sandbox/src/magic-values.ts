/** Card and account numbers that decide what becomes of an order, in quick pay and in payouts. */
export const TEST_CARDS = {
  /** Refused at once: the card holder's data do not match. */
  refused: '6200000000000010',
  /** Accepted; the payment then fails. */
  fails: '6200000000000028',
  /** Accepted; stays in progress until `payer.settle` or `payer.fail`. */
  hangs: '6200000000000036',
  /** Payouts: in progress, then returned by the bank (`PAYSTATE` 4). Elsewhere it is paid like any other. */
  returned: '6200000000000044',
} as const;

/** `contract_id` values that decide what becomes of a deduction. */
export const TEST_CONTRACTS = {
  /** Accepted; the deduction then fails (`PAYERROR`). */
  fails: 'FAIL_DEDUCTION',
  /** Accepted; stays `ACCEPT` until `payer.settle` or `payer.fail`. */
  hangs: 'HOLD_DEDUCTION',
} as const;

/** The quick-pay amount, in fen, that is refused with `[-3005]`. */
export const REFUSED_AMOUNT = 3005;

/** Payouts above this amount, in fen, are reviewed first (`PAYSTATE` 5). */
export const REVIEW_ABOVE = 5_000_000;

/** After this many wrong codes a quick-pay order is closed. */
export const SMS_CODE_ATTEMPTS = 5;

const REFUSE = /^REFUSE_(-?\w{1,32})$/;

/**
 * `REFUSE_` and a code, as the `contract_id` of a deduction or the `MEMO` of a payout: refused at once with that
 * code. Any code will do, documented or not.
 */
export function refusalCode(value: string): string | undefined {
  return REFUSE.exec(value)?.[1];
}
