import type { NextStep, ProceedStep } from '@yinjian/provider-kit';

/** How to find out what became of a quick payment. */
export const queryLater = {
  action: 'query',
  operation: 'quickPay.query',
  afterSeconds: [5, 10, 30, 60, 180, 300],
} as const satisfies NextStep;

/** What a placed order waits for: the code that its payer received. */
export const confirmOrder: ProceedStep = {
  action: 'proceed',
  operation: 'quickPay.confirm',
  take: ['LIST_ID'],
};

/** For an order that the platform does not know. */
export const placeAgain: NextStep = {
  action: 'repeat',
  operation: 'quickPay.pay',
  others: ['quickPay.unionPayOrder', 'quickPay.payWithBoundCard'],
  afterSeconds: [30, 60, 300],
};
