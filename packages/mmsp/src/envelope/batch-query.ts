import { envelopeErrors } from '../errors.ts';
import * as batch from './batch-fields.ts';
import { batchReply, batchStates, lacksRows } from './batch-reply.ts';

/** What the batch queries of quick pay and of the gateway have in common [M] 快捷 5.9, 网关 5.4. */
export const batchQuery = {
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
} as const;

/** The pauses after which a batch query is asked again, in seconds. */
export const ASK_AGAIN_SECONDS = [5, 15, 60] as const;
