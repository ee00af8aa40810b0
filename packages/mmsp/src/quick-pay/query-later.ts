import type { NextStep } from '@yinjian/provider-kit';

/** How to find out what became of a quick payment. */
export const queryLater: NextStep = {
  action: 'query',
  operation: 'quickPay.query',
  afterSeconds: [5, 10, 30, 60, 180, 300],
};
