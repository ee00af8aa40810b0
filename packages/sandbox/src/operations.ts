export type TransitOperationName = 'payapply' | 'queryorder';
export type QuickPayOperationName = 'quickPay.pay' | 'quickPay.confirm' | 'quickPay.query';
export type PayoutOperationName = 'payout.pay' | 'payout.query';

/** Every operation that the sandbox serves. */
export type OperationName = TransitOperationName | QuickPayOperationName | PayoutOperationName;
