import { type DataOf, type Outcome, relied, type SucceededDataOf, settled } from '@yinjian/provider-kit';
import { envelopeErrors } from '../errors.ts';
import * as field from './fields.ts';
import { queryLater } from './timing.ts';

/** 支付结果通知 0x0914 [M] 扫码 10.8. Only successful payments are notified. */
export const notification = {
  name: 'scanPay.notification',
  commandId: 0x0914,
  title: { zh: '支付结果通知', en: 'Notification of a scan payment' },
  section: '[M] 扫码 10.8',
  role: 'act',
  reply: {
    AMT: relied(field.AMT),
    ORDERNO: relied(field.ORDERNO),
    TRADETIME: field.TRADETIME,
    PAYTIME: settled(field.PAYTIME),
    STATUS: relied(field.STATUS),
    TRADETYPE: field.WALLET,
    MERORDERID: relied(field.MERORDERID),
  },
  states: {
    field: 'STATUS',
    values: { '1': { status: 'succeeded', title: { zh: '支付成功', en: 'paid' } } },
  },
  errors: envelopeErrors,
  whenUnknown: queryLater,
} as const;

type Reply = (typeof notification)['reply'];

/** What a verified notification says: `succeeded` means paid. The same notification comes several times. */
export type ScanPayNotification = Outcome<DataOf<Reply>, SucceededDataOf<Reply>>;
