import { quickPay } from '@yinjian/mmsp';
import { Refusal } from '../../internal/refusal.ts';
import { SMS_CODE_ATTEMPTS, TEST_CARDS } from '../../magic-values.ts';
import { envelopeBehaviour } from '../envelope/behaviour.ts';
import { CLOSED, type QuickPayOrder } from './order.ts';

/** From the right code to the payment, in seconds. */
const PAYMENT_SECONDS = 2;

/** The documents list no code for it. */
const WRONG_CODE = { STATUS: '2', ERRCODE: 'E1', ERRMSG: '短信验证码错误' };

/** 交易短信确认: with the payer's code, the payment starts. The right code may come again. */
export const confirm = envelopeBehaviour<QuickPayOrder, typeof quickPay.confirm>(
  quickPay.confirm,
  ({ fields, caller, orders, world }) => {
    const order = orders.findByPlatformNumber(caller.MERNO, fields.LIST_ID);
    if (order === undefined) return new Refusal('-2002', '没有该订单');
    if (order.state === 'failed') return { STATUS: '2', ERRCODE: CLOSED.code, ERRMSG: CLOSED.message };
    if (fields.MSG_CODE !== order.smsCode) {
      order.wrongCodes += 1;
      if (order.state === 'placed' && order.wrongCodes >= SMS_CODE_ATTEMPTS) orders.fail(order, CLOSED);
      return WRONG_CODE;
    }
    if (order.state === 'placed') {
      order.state = 'in-progress';
      const { CARDNO } = order.fields;
      if (CARDNO !== TEST_CARDS.hangs) {
        world.scheduler.after(PAYMENT_SECONDS, () => {
          if (CARDNO === TEST_CARDS.fails) orders.fail(order, CLOSED);
          else orders.settle(order);
        });
      }
    }
    return { STATUS: '1', LIST_ID: order.platformNumber };
  },
);
