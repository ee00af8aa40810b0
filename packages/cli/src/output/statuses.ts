import type { Outcome, Title } from '@yinjian/provider-kit';
import type { style } from './style.ts';

type Status = Outcome<unknown>['status'];

/** What each status lets one conclude. */
export const STATUSES: Readonly<
  Record<
    Status,
    { readonly title: Title; readonly colour: Parameters<typeof style>[0]; readonly sign: string }
  >
> = {
  succeeded: {
    title: {
      en: 'it happened; a payment is paid, a question is answered',
      zh: '已发生；支付已完成，或查询有了答案',
    },
    colour: 'green',
    sign: '✓',
  },
  pending: {
    title: { en: 'accepted or under way, not paid yet', zh: '已受理或处理中，尚未支付' },
    colour: 'yellow',
    sign: '…',
  },
  failed: {
    title: { en: 'it will not happen without a new request', zh: '失败，不发起新的请求就不会发生' },
    colour: 'red',
    sign: '✗',
  },
  refunded: {
    title: {
      en: 'it was paid and has been refunded, wholly or in part',
      zh: '曾经支付，之后已全部或部分退款',
    },
    colour: 'magenta',
    sign: '↩',
  },
  unknown: {
    title: {
      en: 'it may or may not have happened: never take it for failed',
      zh: '可能已发生，也可能没有：绝不能当作失败',
    },
    colour: 'magenta',
    sign: '?',
  },
};
