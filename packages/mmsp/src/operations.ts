import {
  describeNotification,
  describeOperation,
  type ErrorCodes,
  type NotificationDescription,
  type OperationDescription,
} from '@yinjian/provider-kit';
import { headerErrors } from './errors.ts';
import { notification as gatewayNotification } from './gateway/notification.ts';
import * as gateway from './gateway/operations.ts';
import type { MmspOperation, Product } from './operation.ts';
import * as payout from './payout/operations.ts';
import { notification as quickPayNotification } from './quick-pay/notification.ts';
import * as quickPay from './quick-pay/operations.ts';
import { notification as scanPayNotification } from './scan-pay/notification.ts';
import * as scanPay from './scan-pay/operations.ts';

/** An operation of the platform as documentation and tools see it: data alone, fit for JSON. */
export interface MmspOperationDescription extends OperationDescription {
  readonly product: Product;
  /** `CommandID` in an envelope, `CMDID` of a payout. The documents print it in hex; it travels in decimal. */
  readonly commandId: number;
  /** What an envelope's header refuses with; the codes in its body are in `errors`. Payouts have no header. */
  readonly headerErrors?: ErrorCodes;
}

/** A notification of the platform as documentation and tools see it: data alone, fit for JSON. */
export interface MmspNotificationDescription extends NotificationDescription {
  readonly product: Product;
}

/** Every operation of the platform, product by product, by command id. */
export const operations: readonly MmspOperationDescription[] = /* @__PURE__ */ describeProducts();

function describeProducts(): MmspOperationDescription[] {
  return [payout, quickPay, scanPay, gateway].flatMap((product) =>
    Object.values<MmspOperation>(product)
      .map((operation) => ({
        ...describeOperation(operation),
        product: operation.product,
        commandId: operation.commandId,
        ...(operation.product === 'payout' ? {} : { headerErrors: operation.headerErrors ?? headerErrors }),
      }))
      .toSorted((one, other) => one.commandId - other.commandId),
  );
}

/** Every notification of the platform. */
export const notifications: readonly MmspNotificationDescription[] = /* @__PURE__ */ describeNotifications();

function describeNotifications(): MmspNotificationDescription[] {
  return [
    { product: 'quickPay', ...describeNotification(quickPayNotification) },
    { product: 'scanPay', ...describeNotification(scanPayNotification) },
    { product: 'gateway', ...describeNotification(gatewayNotification) },
  ];
}
