import {
  type DataOf,
  integer,
  type Outcome,
  optional,
  relied,
  type SucceededDataOf,
  settled,
} from '@yinjian/provider-kit';
import { envelopeErrors } from '../errors.ts';
import * as field from './fields.ts';
import { queryLater } from './query-later.ts';
import { paymentStates } from './states.ts';

/** 网关支付异步通知 [M] 网关 5.2. Only successful payments are notified. */
export const notification = {
  name: 'gateway.notification',
  title: { zh: '网关支付异步通知', en: 'Notification of a gateway payment' },
  section: '[M] 网关 5.2',
  role: 'act',
  reply: {
    STATUS: relied(field.STATUS),
    ERRCODE: field.ERRCODE,
    ERRMSG: field.ERRMSG,
    LIST_ID: relied(field.LIST_ID),
    MERORDERID: relied(field.MERORDERID),
    AMT: relied(field.AMT),
    GOODSNAME: field.GOODSNAME,
    PAY_CHANNEL: field.PAY_CHANNEL,
    PAY_DATE: settled(field.PAY_DATE),
    NOTIFY_DATE: field.NOTIFY_DATE,
    REMARK: field.REMARK,
    // Not in this table; quick pay's notification, of the same make, carries it.
    PUSH_COUNT: optional(integer({ zh: '推送次数', en: 'How often it was sent' })),
  },
  states: paymentStates,
  errors: envelopeErrors,
  whenUnknown: queryLater,
} as const;

type Reply = (typeof notification)['reply'];

/** What a verified notification says: `succeeded` means paid. The same notification comes several times. */
export type GatewayNotification = Outcome<DataOf<Reply>, SucceededDataOf<Reply>>;
