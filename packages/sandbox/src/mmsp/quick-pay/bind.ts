import { quickPay } from '@yinjian/mmsp';
import { TEST_CARDS } from '../../magic-values.ts';
import { type EnvelopeCaller, envelopeBehaviour } from '../envelope/behaviour.ts';
import { NUMBER_USED } from '../envelope/errors.ts';
import type { Bindings } from './bindings.ts';
import { CARD_REFUSED, CLOSED_ORDER, NO_CODE_SENT, NOT_BOUND, TOO_SOON, WRONG_CODE } from './failures.ts';
import type { QuickPayOrder } from './order.ts';
import { checkCode, type TextMessages } from './text-messages.ts';

interface Holder {
  readonly MERORDERID: string;
  readonly USER_ID: string;
  readonly CARDNO: string;
  readonly PHONENO: string;
}

const purposeOf = ({ MERNO }: EnvelopeCaller, { MERORDERID }: Holder) => `bind ${MERNO} ${MERORDERID}`;
const parametersOf = ({ USER_ID, CARDNO, PHONENO }: Holder) => JSON.stringify([USER_ID, CARDNO, PHONENO]);

/** 鉴权绑卡 with its code, 解绑 and 查询. */
export function createBinding(bindings: Bindings, messages: TextMessages) {
  const bindSms = envelopeBehaviour<QuickPayOrder, typeof quickPay.bindSms>(
    quickPay.bindSms,
    ({ fields, caller }) => {
      const { MERORDERID, USER_ID, CARDNO } = fields;
      const echo = { MERORDERID, USER_ID, CARDNO };
      if (CARDNO === TEST_CARDS.refused) return { ...CARD_REFUSED, ...echo };
      const sent = messages.send(purposeOf(caller, fields), parametersOf(fields));
      if (sent === 'other-parameters') return NUMBER_USED;
      if (sent === 'too-soon') return { ...TOO_SOON, ...echo };
      return { STATUS: '1', ...echo, LIST_ID: sent.platformNumber };
    },
  );

  const bind = envelopeBehaviour<QuickPayOrder, typeof quickPay.bind>(
    quickPay.bind,
    ({ fields, caller, world }) => {
      const { MERORDERID, USER_ID, CARDNO, MSG_CODE } = fields;
      const echo = { MERORDERID, USER_ID, CARDNO };
      const sent = messages.find(purposeOf(caller, fields));
      if (sent === undefined || sent.parameters !== parametersOf(fields)) return { ...NO_CODE_SENT, ...echo };
      const verdict = checkCode(sent, MSG_CODE);
      if (verdict === 'closed') return { ...CLOSED_ORDER, ...echo };
      if (verdict === 'wrong') return { ...WRONG_CODE, ...echo };
      sent.bindId ??= String(100_000 + world.nextNumber());
      bindings.add({
        merchant: caller.MERNO,
        id: sent.bindId,
        platformNumber: sent.platformNumber,
        card: fields,
        isBound: () => true,
      });
      return { STATUS: '1', ...echo, LIST_ID: sent.platformNumber, BIND_ID: sent.bindId };
    },
  );

  const unbind = envelopeBehaviour<QuickPayOrder, typeof quickPay.unbind>(
    quickPay.unbind,
    ({ fields, caller }) => {
      const binding = bindings.find(caller.MERNO, fields.BIND_ID);
      if (binding === undefined) return NOT_BOUND;
      bindings.remove(binding);
      return { STATUS: '1' };
    },
  );

  const queryBinding = envelopeBehaviour<QuickPayOrder, typeof quickPay.queryBinding>(
    quickPay.queryBinding,
    ({ fields, caller }) => {
      const binding = bindings.find(caller.MERNO, fields.BIND_ID);
      if (binding === undefined) return { ...NOT_BOUND, STATUS: '0' };
      const { CARDNO, CARDTYPE, EXPDATE, CVN2, NAME, ID_NO, PHONENO } = binding.card;
      const card = { CARDNO, CARDTYPE, EXPDATE, CVN2, NAME, ID_NO, PHONENO };
      return { STATUS: '1', ...card, LIST_ID: binding.platformNumber, BIND_ID: binding.id };
    },
  );

  return {
    'quickPay.bindSms': bindSms,
    'quickPay.bind': bind,
    'quickPay.unbind': unbind,
    'quickPay.queryBinding': queryBinding,
  };
}
