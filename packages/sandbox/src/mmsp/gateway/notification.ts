import { gateway } from '@yinjian/mmsp';
import { formatChinaTime } from '@yinjian/protocol-codec';
import type { World } from '../../internal/world.ts';
import { signedEnvelope } from '../envelope/message.ts';
import { type GatewayOrder, orderFields } from './order.ts';

/** The command id of the document's sample; its table has 0x8912 [M] 网关 3.2.1. */
const COMMAND_ID = 35_104;

/** 网关支付异步通知: tells the merchant that an order was paid. */
export function sendNotification(order: GatewayOrder, { notifier, now }: World): void {
  const { MERNO, TERMNO, AGENTNO, md5Key } = order.caller;
  notifier.send({
    notification: 'gateway.notification',
    number: order.number,
    url: order.fields.NOTIFY_URL,
    pauses: gateway.NOTIFICATION_RETRY_SECONDS,
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
        STATUS: '1',
        NOTIFY_DATE: formatChinaTime(order.notifiedAt),
        PUSH_COUNT: attempt,
      };
      return signedEnvelope(header, body, { md5Key, flaw, escapesUnicode: false });
    },
    isAcknowledgement: (body) => /^SUCCESS/i.test(body),
  });
}
