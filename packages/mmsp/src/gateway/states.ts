import type { States } from '@yinjian/provider-kit';
import { queryLater } from './query-later.ts';

/** `STATUS` of a query and of a notification [M] 网关 5.2, 5.3. */
export const paymentStates: States = {
  field: 'STATUS',
  values: {
    '0': { status: 'pending', title: { zh: '待支付', en: 'not paid yet' }, next: queryLater },
    '1': { status: 'succeeded', title: { zh: '支付成功', en: 'paid' } },
    '2': { status: 'failed', title: { zh: '支付失败', en: 'the payment failed' } },
    '3': { status: 'refunded', title: { zh: '已退款', en: 'was paid and has been refunded' } },
  },
};
