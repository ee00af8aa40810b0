// Every operation: a new one is a file of its own and a line here.
export { payapply } from './payapply.ts';
export { queryorder } from './queryorder.ts';
export { querystate } from './querystate.ts';
