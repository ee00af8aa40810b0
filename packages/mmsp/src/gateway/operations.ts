// Every operation of gateway payment: a new one is a file of its own and a line here.
export { pay } from './pay.ts';
export { query } from './query.ts';
export { queryBatch } from './query-batch.ts';
