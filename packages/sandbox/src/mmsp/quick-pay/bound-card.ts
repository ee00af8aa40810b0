import { quickPay } from '@yinjian/mmsp';
import { REFUSED_AMOUNT, TEST_CARDS } from '../../magic-values.ts';
import { type EnvelopeCaller, envelopeBehaviour } from '../envelope/behaviour.ts';
import { AMOUNT_REFUSED, NUMBER_USED } from '../envelope/errors.ts';
import { newOrder } from '../envelope/new-order.ts';
import type { Bindings } from './bindings.ts';
import { CLOSED_ORDER, NO_CODE_SENT, NOT_BOUND, TOO_SOON, WRONG_CODE } from './failures.ts';
import { BANK_NAME, orderFields, type QuickPayOrder } from './order.ts';
import { startPayment } from './start-payment.ts';
import { checkCode, type TextMessages } from './text-messages.ts';

interface BoundPayment {
  readonly BIND_ID: string;
  readonly MERORDERID: string;
  readonly USER_ID: string;
  readonly AMT: string;
}

const purposeOf = ({ MERNO }: EnvelopeCaller, { MERORDERID }: BoundPayment) => `pay ${MERNO} ${MERORDERID}`;
const parametersOf = ({ BIND_ID, USER_ID, AMT }: BoundPayment) => JSON.stringify([BIND_ID, USER_ID, AMT]);

/** 绑卡支付 and its code. */
export function createBoundCardPayment(bindings: Bindings, messages: TextMessages) {
  const bindingOf = ({ MERNO }: EnvelopeCaller, { BIND_ID, USER_ID }: BoundPayment) => {
    const binding = bindings.find(MERNO, BIND_ID);
    return binding?.card.USER_ID === USER_ID ? binding : undefined;
  };

  const boundCardSms = envelopeBehaviour<QuickPayOrder, typeof quickPay.boundCardSms>(
    quickPay.boundCardSms,
    ({ fields, caller, orders }) => {
      const { MERORDERID, USER_ID, PHONENO, AMT } = fields;
      if (orders.find(caller.MERNO, MERORDERID) !== undefined) return NUMBER_USED;
      if (Number(AMT) === REFUSED_AMOUNT) return AMOUNT_REFUSED;
      const binding = bindingOf(caller, fields);
      const echo = { MERORDERID, USER_ID, CARDNO: binding?.card.CARDNO };
      if (binding === undefined || binding.card.PHONENO !== PHONENO) return { ...NOT_BOUND, ...echo };
      const sent = messages.send(purposeOf(caller, fields), parametersOf(fields));
      if (sent === 'other-parameters') return NUMBER_USED;
      if (sent === 'too-soon') return { ...TOO_SOON, ...echo };
      return { STATUS: '1', ...echo, LIST_ID: sent.platformNumber };
    },
  );

  /** A card that hangs leaves the state unknown: 状态未知,请发查询. */
  const payWithBoundCard = envelopeBehaviour<QuickPayOrder, typeof quickPay.payWithBoundCard>(
    quickPay.payWithBoundCard,
    (call) => {
      const { fields, caller, orders, world } = call;
      const { BIND_ID, MERORDERID, USER_ID, AMT, MSG_CODE } = fields;
      if (orders.find(caller.MERNO, MERORDERID) !== undefined) return NUMBER_USED;
      const echo = { MERORDERID, USER_ID, BIND_ID, AMT };
      const binding = bindingOf(caller, fields);
      if (binding === undefined) return { ...NOT_BOUND, ...echo };
      const sent = messages.find(purposeOf(caller, fields));
      if (sent === undefined || sent.parameters !== parametersOf(fields)) return { ...NO_CODE_SENT, ...echo };
      const verdict = checkCode(sent, MSG_CODE);
      if (verdict === 'closed') return { ...CLOSED_ORDER, ...echo };
      if (verdict === 'wrong') return { ...WRONG_CODE, ...echo };
      const order: QuickPayOrder = {
        ...newOrder(call, { number: MERORDERID, amount: Number(AMT) }),
        platformNumber: sent.platformNumber,
        card: binding.card,
        smsCode: MSG_CODE,
        wrongCodes: 0,
        bindId: BIND_ID,
      };
      orders.add(order);
      startPayment(order, orders, world);
      const isUnknown = binding.card.CARDNO === TEST_CARDS.hangs;
      return { STATUS: isUnknown ? '0' : '1', ...orderFields(order), USER_ID, BANK_NAME };
    },
  );

  return { 'quickPay.boundCardSms': boundCardSms, 'quickPay.payWithBoundCard': payWithBoundCard };
}
