import { quickPay } from '@yinjian/mmsp';
import { formatChinaTime } from '@yinjian/protocol-codec';
import type { World } from '../../internal/world.ts';
import { signedEnvelope } from '../envelope/message.ts';
import { BANK_NAME, orderFields, type QuickPayOrder } from './order.ts';

/** The command id of the document's sample; the tables have no row for it. */
const COMMAND_ID = 35_104;

/** 快捷支付异步通知: tells the merchant that an order was paid. */
export function sendNotification(order: QuickPayOrder, { notifier, now }: World): void {
  const { caller, fields, card } = order;
  const { MERNO, TERMNO, AGENTNO, md5Key } = caller;
  notifier.send({
    notification: 'quickPay.notification',
    number: order.number,
    url: fields.NOTIFY_URL,
    pauses: quickPay.NOTIFICATION_RETRY_SECONDS,
    compose: (attempt, flaw) => {
      order.notifiedAt = now();
      const header = {
        CommandID: COMMAND_ID,
        SeqID: 1,
        NodeType: 3,
        NodeID: 'openplat',
        Version: '1.0.0',
        RetCode: 1,
        ErrMsg: '',
        AGENTNO: AGENTNO === '' ? null : AGENTNO,
        MERNO,
        TERMNO,
      };
      const body = {
        ...orderFields(order),
        BIND_ID: undefined,
        STATUS: '1',
        NOTIFY_DATE: formatChinaTime(order.notifiedAt),
        ...(card.CARDNO === undefined
          ? {}
          : { CARDNO: masked(card.CARDNO), CARDTYPE: card.CARDTYPE, BANK_NAME }),
        PUSH_COUNT: attempt,
      };
      return signedEnvelope(header, body, { md5Key, flaw, escapesUnicode: false });
    },
    isAcknowledgement: (body) => /^SUCCESS/i.test(body),
  });
}

function masked(cardNumber: string): string {
  return `${cardNumber.slice(0, 5)}${'*'.repeat(cardNumber.length - 9)}${cardNumber.slice(-4)}`;
}
