export type TransitOperationName = 'payapply' | 'queryorder' | 'querystate';
export type QuickPayOperationName =
  | 'quickPay.pay'
  | 'quickPay.confirm'
  | 'quickPay.query'
  | 'quickPay.queryBatch'
  | 'quickPay.resendSms'
  | 'quickPay.unionPayOrder'
  | 'quickPay.bindSms'
  | 'quickPay.bind'
  | 'quickPay.unbind'
  | 'quickPay.queryBinding'
  | 'quickPay.boundCardSms'
  | 'quickPay.payWithBoundCard';
export type GatewayOperationName = 'gateway.pay' | 'gateway.query' | 'gateway.queryBatch';
export type ScanPayOperationName =
  | 'scanPay.wechatPreOrder'
  | 'scanPay.wechatCard'
  | 'scanPay.wechatH5'
  | 'scanPay.alipayPreOrder'
  | 'scanPay.alipayCard'
  | 'scanPay.alipayStaticCode'
  | 'scanPay.alipayDynamicCode'
  | 'scanPay.alipayH5'
  | 'scanPay.qqPreOrder'
  | 'scanPay.qqCard'
  | 'scanPay.jdPreOrder'
  | 'scanPay.unionPayPreOrder'
  | 'scanPay.query'
  | 'scanPay.cancel'
  | 'scanPay.close'
  | 'scanPay.refund'
  | 'scanPay.refundQuery';
export type PayoutOperationName = 'payout.pay' | 'payout.query' | 'payout.balance';

/** Every operation that the sandbox serves. */
export type OperationName =
  | TransitOperationName
  | QuickPayOperationName
  | ScanPayOperationName
  | GatewayOperationName
  | PayoutOperationName;
