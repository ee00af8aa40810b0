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

/** `CODE` values that decide what becomes of a card payment in scan pay; any other is paid at once. */
export const TEST_PAYMENT_CODES = {
  /** Refused: `STATUS` 2. */
  refused: '130000000000000010',
  /** `STATUS` 3; the payer then enters the password. */
  pays: '130000000000000028',
  /** `STATUS` 3; the payer then declines. */
  declines: '130000000000000036',
  /** `STATUS` 3 until `payer.settle` or `payer.fail`, or until the order expires. */
  hangs: '130000000000000044',
} as const;

/** How `REFUND_MERORDERID` begins where that decides what becomes of a refund. */
export const TEST_REFUNDS = {
  /** Accepted; then fails, and the amount can be given back again. */
  fails: 'FAIL',
} as const;

/** `contract_id` values that decide what becomes of a deduction. */
export const TEST_CONTRACTS = {
  /** Accepted; the deduction then fails (`PAYERROR`). */
  fails: 'FAIL_DEDUCTION',
  /** Accepted; stays `ACCEPT` until `payer.settle` or `payer.fail`. */
  hangs: 'HOLD_DEDUCTION',
} as const;

/** `openid` values that decide what is said of a payer. */
export const TEST_PAYERS = {
  /** `user_state` BLOCKED; a deduction is refused with REQUEST_BLOCKED. */
  blocked: 'o-sandbox-blocked',
} as const;

/** The amount of an order in quick pay, in scan pay and at the gateway, in fen, that is refused with `[-3005]`. */
export const REFUSED_AMOUNT = 3005;

/** Payouts above this amount, in fen, are reviewed first (`PAYSTATE` 5). */
export const REVIEW_ABOVE = 5_000_000;

/** After this many wrong codes a quick-pay order is closed. */
export const SMS_CODE_ATTEMPTS = 5;
