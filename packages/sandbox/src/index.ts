export { ConfigurationError } from '@yinjian/provider-kit';
export {
  REFUSED_AMOUNT,
  REVIEW_ABOVE,
  SMS_CODE_ATTEMPTS,
  TEST_CARDS,
  TEST_CONTRACTS,
  TEST_PAYERS,
  TEST_PAYMENT_CODES,
  TEST_REFUNDS,
} from './magic-values.ts';
export { merchants, type WechatTransitMerchant } from './merchants.ts';
export type {
  Misbehaviour,
  NotificationFault,
  NotificationMisbehaviour,
  NotificationName,
  OperationFault,
  OperationMisbehaviour,
  PayoutFault,
  TransitFault,
} from './misbehaviour.ts';
export type { NotificationAttempt, NotificationRecord } from './notification-record.ts';
export type {
  GatewayOperationName,
  OperationName,
  PayoutOperationName,
  QuickPayOperationName,
  ScanPayOperationName,
  TransitOperationName,
} from './operations.ts';
export type { OrderRecord, OrderState, ProductName } from './order-record.ts';
export type { Payer } from './payer.ts';
export type { Sandbox } from './sandbox.ts';
export type { SandboxOptions } from './sandbox-options.ts';
export { startSandbox } from './start-sandbox.ts';
