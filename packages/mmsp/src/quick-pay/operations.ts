// Every operation of quick pay: a new one is a file of its own and a line here.
export { bind } from './bind.ts';
export { bindSms } from './bind-sms.ts';
export { boundCardSms } from './bound-card-sms.ts';
export { confirm } from './confirm.ts';
export { pay } from './pay.ts';
export { payWithBoundCard } from './pay-with-bound-card.ts';
export { query } from './query.ts';
export { queryBatch } from './query-batch.ts';
export { queryBinding } from './query-binding.ts';
export { resendSms } from './resend-sms.ts';
export { unbind } from './unbind.ts';
export { unionPayOrder } from './union-pay-order.ts';
