// Every operation of payouts: a new one is a file of its own and a line here.
export { balance } from './balance.ts';
export { pay } from './pay.ts';
export { query } from './query.ts';
