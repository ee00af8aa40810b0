import {
  conditional,
  type DataOf,
  integer,
  type Outcome,
  relied,
  type SucceededDataOf,
  settled,
  type Title,
  UNSAID,
} from '@yinjian/provider-kit';
import { quickPayErrors } from './errors.ts';
import * as field from './fields.ts';
import { queryLater } from './next-steps.ts';

const withCard: Title = { zh: '有卡号时', en: 'where there is CARDNO' };

/** 快捷支付异步通知 [M] 快捷 5.5. Only successful payments are notified. */
export const notification = {
  name: 'quickPay.notification',
  title: { zh: '快捷支付异步通知', en: 'Notification of a quick payment' },
  section: '[M] 快捷 5.5',
  role: 'act',
  reply: {
    STATUS: relied(field.STATUS),
    LIST_ID: relied(field.LIST_ID),
    MERORDERID: relied(field.MERORDERID),
    PAY_DATE: settled(field.PAY_DATE),
    NOTIFY_DATE: field.NOTIFY_DATE,
    AMT: relied(field.AMT),
    CARDNO: conditional(field.CARDNO, UNSAID),
    PUSH_COUNT: conditional(integer({ zh: '推送次数', en: 'How often it was sent' }), UNSAID),
    CARDTYPE: conditional(field.CARDTYPE, withCard),
    BANK_NAME: conditional(field.BANK_NAME_10, withCard),
  },
  states: {
    field: 'STATUS',
    values: { '1': { status: 'succeeded', title: { zh: '支付成功', en: 'paid' } } },
  },
  errors: quickPayErrors,
  whenUnknown: queryLater,
} as const;

type Reply = (typeof notification)['reply'];

/** What a verified notification says: `succeeded` means paid. The same notification comes several times. */
export type QuickPayNotification = Outcome<DataOf<Reply>, SucceededDataOf<Reply>>;
