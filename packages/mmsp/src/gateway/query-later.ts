import type { NextStep } from '@yinjian/provider-kit';

/** How to find out what became of a gateway payment. Only successful ones are notified. */
export const queryLater: NextStep = {
  action: 'query',
  operation: 'gateway.query',
  afterSeconds: [15, 30, 60, 180, 600, 1800],
};
