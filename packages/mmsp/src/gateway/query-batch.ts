import { ASK_AGAIN_SECONDS, batchQuery } from '../envelope/batch-query.ts';
import { defineOperation } from '../operation.ts';

/**
 * 网关支付多笔批量查询 0x030E [M] 网关 5.4: one page of the orders that were paid in a stretch of time. An order that is
 * not among them may still be paid. `succeeded` means that the answer was obtained.
 *
 * @throws RequestError before anything is sent, when the input breaks a rule.
 */
export const queryBatch = defineOperation({
  ...batchQuery,
  name: 'gateway.queryBatch',
  product: 'gateway',
  commandId: 0x030e,
  // As the sample prints it: quick pay's.
  replyCommandId: 33_545,
  title: { zh: '网关支付多笔批量查询', en: 'Query paid orders' },
  section: '[M] 网关 5.4',
  whenUnknown: { action: 'query', operation: 'gateway.queryBatch', afterSeconds: ASK_AGAIN_SECONDS },
});
