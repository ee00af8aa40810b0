import type { NextStep, States } from '@yinjian/provider-kit';

/** How to find out what became of a payout: it is sent again only where the platform does not know its number. */
export const queryLater: NextStep = {
  action: 'query',
  operation: 'payout.query',
  afterSeconds: [10, 30, 60, 180, 600, 1800],
};

/** States of the payout itself [M] 代付 5.2.3. State 4 is not documented but occurs. */
export const payoutStates: States = {
  field: 'PAYSTATE',
  values: {
    '1': { status: 'succeeded', title: { zh: '付款成功', en: 'paid' } },
    '2': { status: 'pending', title: { zh: '付款中', en: 'in progress' }, next: queryLater },
    '3': { status: 'failed', title: { zh: '付款失败', en: 'failed' }, isDefinite: true },
    '4': { status: 'failed', title: { zh: '银行退票', en: 'returned by the bank' }, isDefinite: true },
    '5': {
      status: 'pending',
      title: { zh: '已受理，等待审核', en: 'accepted, waiting for review' },
      next: queryLater,
    },
  },
};
