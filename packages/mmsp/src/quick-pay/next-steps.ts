import type { AwaitedStep, NextStep, ProceedStep } from '@yinjian/provider-kit';

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

/** The same, where it is not known which operation placed the order: a payer of UnionPay's gets no code. */
export const confirmIfPlaced: AwaitedStep = { ...confirmOrder, placedBy: 'quickPay.pay' };
