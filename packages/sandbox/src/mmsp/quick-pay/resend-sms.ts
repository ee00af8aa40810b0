import { quickPay } from '@yinjian/mmsp';
import { envelopeBehaviour } from '../envelope/behaviour.ts';
import { NO_SUCH_ORDER } from '../envelope/errors.ts';
import { CLOSED_ORDER, TOO_SOON } from './failures.ts';
import type { QuickPayOrder } from './order.ts';
import { isTooSoon } from './text-messages.ts';

/** 快捷支付交易短信重发: another code, which replaces the first. */
export const resendSms = envelopeBehaviour<QuickPayOrder, typeof quickPay.resendSms>(
  quickPay.resendSms,
  ({ fields, caller, orders, world }) => {
    const order = orders.findByPlatformNumber(caller.MERNO, fields.LIST_ID);
    if (order === undefined) return NO_SUCH_ORDER;
    const { LIST_ID } = fields;
    if (order.state !== 'placed' || order.smsSentAt === undefined) return { ...CLOSED_ORDER, LIST_ID };
    if (isTooSoon(order.smsSentAt, world)) return { ...TOO_SOON, LIST_ID };
    order.smsCode = world.random.digits(6);
    order.smsSentAt = world.now();
    return { STATUS: '1', LIST_ID };
  },
);
