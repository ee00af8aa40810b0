import { scanPay } from '@yinjian/mmsp';
import type { World } from '../../internal/world.ts';
import { signedEnvelope } from '../envelope/message.ts';
import { orderFields, type ScanPayOrder } from './order.ts';

/** 支付结果通知: tells the merchant that an order was paid. */
export function sendNotification(order: ScanPayOrder, { notifier }: World): void {
  const { MERNO, TERMNO, AGENTNO, md5Key } = order.caller;
  notifier.send({
    notification: 'scanPay.notification',
    number: order.number,
    url: order.fields.NOTIFY_URL,
    pauses: scanPay.NOTIFICATION_RETRY_SECONDS,
    compose: (_, flaw) => {
      const header = {
        CommandID: scanPay.notification.commandId,
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
      const { TRADETIME, ...fields } = orderFields(order);
      // The table has a number for the amount and spells the time of the order wrongly.
      const body = { ...fields, AMT: order.amount, TRDETIME: TRADETIME, STATUS: '1' };
      return signedEnvelope(header, body, { md5Key, flaw, escapesUnicode: false });
    },
    isAcknowledgement: (body) => body === 'SUCCESS',
  });
}
