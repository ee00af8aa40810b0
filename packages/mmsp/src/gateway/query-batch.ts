import type { NextStep } from '@yinjian/provider-kit';
import * as batch from '../envelope/batch-fields.ts';
import { batchReply, batchStates, lacksRows } from '../envelope/batch-reply.ts';
import { envelopeErrors } from '../errors.ts';
import { defineOperation } from '../operation.ts';

const askAgain: NextStep = { action: 'query', operation: 'gateway.queryBatch', afterSeconds: [5, 15, 60] };

/**
 * 网关支付多笔批量查询 0x030E [M] 网关 5.4: one page of the orders that were paid in a stretch of time. An order that is
 * not among them may still be paid. `succeeded` means that the answer was obtained.
 *
 * @throws RequestError before anything is sent, when the input breaks a rule.
 */
export const queryBatch = defineOperation({
  name: 'gateway.queryBatch',
  product: 'gateway',
  commandId: 0x030e,
  // As the sample prints it: quick pay's.
  replyCommandId: 33_545,
  title: { zh: '网关支付多笔批量查询', en: 'Query paid orders' },
  section: '[M] 网关 5.4',
  open: true,
  movesMoney: false,
  needsCertificate: false,
  role: 'query',
  request: {
    fields: {
      START_DATE: batch.START_DATE,
      END_DATE: batch.END_DATE,
      PERPAGE: batch.PERPAGE,
      PAGE: batch.PAGE,
    },
    dateWindow: batch.BATCH_WINDOW,
  },
  reply: batchReply,
  echoes: ['PAGE'],
  states: batchStates,
  contradiction: lacksRows,
  errors: envelopeErrors,
  whenUnknown: askAgain,
});
