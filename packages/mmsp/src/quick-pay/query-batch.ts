import type { NextStep } from '@yinjian/provider-kit';
import * as batch from '../envelope/batch-fields.ts';
import { batchReply, batchStates, lacksRows } from '../envelope/batch-reply.ts';
import { envelopeErrors } from '../errors.ts';
import { defineOperation } from '../operation.ts';

const askAgain: NextStep = { action: 'query', operation: 'quickPay.queryBatch', afterSeconds: [5, 15, 60] };

/**
 * 快捷支付多笔批量查询 0x0309 [M] 快捷 5.9: one page of the orders that were paid in a stretch of time. An order that is
 * not among them may still be paid. `succeeded`: the answer was obtained.
 */
export const queryBatch = defineOperation({
  name: 'quickPay.queryBatch',
  product: 'quickPay',
  commandId: 0x0309,
  title: { zh: '快捷支付多笔批量查询', en: 'Query paid orders' },
  section: '[M] 快捷 5.9',
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
