import {
  describeNotification,
  describeOperation,
  type NotificationDescription,
  type OperationDescription,
} from '@yinjian/provider-kit';
import * as definitions from './definitions.ts';
import type { TransitOperation } from './operation.ts';
import { paymentNotice } from './payment-notice.ts';

/** An operation as documentation and tools see it: data alone, fit for JSON. */
export interface TransitOperationDescription extends OperationDescription {
  /** The mode of the credentials that it is called with. `name` is unique within a mode. */
  readonly mode: TransitOperation['mode'];
  /** Under the platform's address. */
  readonly path: string;
}

/** Every operation, in both modes. */
export const operations: readonly TransitOperationDescription[] = /* @__PURE__ */ describeBothModes();

function describeBothModes(): TransitOperationDescription[] {
  return Object.values(definitions)
    .flatMap(({ partner, direct }): TransitOperation[] => [partner, direct])
    .map((operation) => ({
      ...describeOperation(operation),
      mode: operation.mode,
      path: operation.path,
    }));
}

/** The notice of a payment, and that of a repayment, as far as it is documented: both come to the same handler. */
export const notifications: readonly NotificationDescription[] = /* @__PURE__ */ [
  paymentNotice,
  {
    ...paymentNotice,
    name: 'repaymentNotice',
    title: { zh: '还款回调通知', en: 'Repayment notice: the payer has repaid an advanced fare' },
    section: '[W] version（还款回调通知）',
  },
].map(describeNotification);
