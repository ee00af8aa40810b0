import { ASK_AGAIN_SECONDS, batchQuery } from '../envelope/batch-query.ts';
import { defineOperation } from '../operation.ts';
import { quickPayErrors } from './errors.ts';

/**
 * 快捷支付多笔批量查询 0x0309 [M] 快捷 5.9: one page of the orders that were paid in a stretch of time. An order that is
 * not among them may still be paid. `succeeded`: the answer was obtained.
 */
export const queryBatch = defineOperation({
  ...batchQuery,
  errors: quickPayErrors,
  name: 'quickPay.queryBatch',
  product: 'quickPay',
  commandId: 0x0309,
  title: { zh: '快捷支付多笔批量查询', en: 'Query paid orders' },
  section: '[M] 快捷 5.9',
  whenUnknown: { action: 'query', operation: 'quickPay.queryBatch', afterSeconds: ASK_AGAIN_SECONDS },
});
