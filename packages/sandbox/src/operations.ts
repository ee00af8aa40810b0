import type { gateway, MmspOperation, payout, quickPay, scanPay } from '@yinjian/mmsp';
import type * as wechatTransit from '@yinjian/wechat-transit';
import type { TransitDefinition } from './wechat-transit/behaviour.ts';

/** The names of the operations among what a provider exports. */
type NamesAmong<Exports> = {
  [Key in keyof Exports]: Exports[Key] extends MmspOperation ? Exports[Key]['name'] : never;
}[keyof Exports];

type NamesInBothModes<Exports> = {
  [Key in keyof Exports]: Exports[Key] extends TransitDefinition ? Exports[Key]['direct']['name'] : never;
}[keyof Exports];

export type TransitOperationName = NamesInBothModes<typeof wechatTransit>;
export type QuickPayOperationName = NamesAmong<typeof quickPay>;
export type GatewayOperationName = NamesAmong<typeof gateway>;
export type ScanPayOperationName = NamesAmong<typeof scanPay>;
export type PayoutOperationName = NamesAmong<typeof payout>;

/** Every operation that the sandbox serves: those that the providers define. */
export type OperationName =
  | TransitOperationName
  | QuickPayOperationName
  | ScanPayOperationName
  | GatewayOperationName
  | PayoutOperationName;
