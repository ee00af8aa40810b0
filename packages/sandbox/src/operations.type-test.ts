import type { Misbehaviour, OperationName, PayoutOperationName, TransitOperationName } from './index.ts';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

true satisfies Same<TransitOperationName, 'payapply' | 'queryorder' | 'querystate'>;
true satisfies Same<PayoutOperationName, 'payout.pay' | 'payout.query' | 'payout.balance'>;

export const names = [
  'payapply',
  'payout.pay',
  'quickPay.unionPayOrder',
  'scanPay.alipayH5',
  'gateway.queryBatch',
] satisfies OperationName[];

// @ts-expect-error no provider defines it
export const unknownName: OperationName = 'quickPay.giveAway';

// @ts-expect-error what a product exports besides is no operation
export const noOperation: OperationName = 'quickPay.notification';

// @ts-expect-error a document type is a fault of XML
export const wrongWire: Misbehaviour = { operation: 'quickPay.pay', fault: 'doctype' };

// @ts-expect-error a refusal needs a code
export const noCode: Misbehaviour = { operation: 'payapply', fault: 'refuse' };
