import { defineOperation } from '../operation.ts';
import { cardReply, cardRequest, cardStates } from './card-payment.ts';
import { placing } from './pre-order.ts';

/** 支付宝刷卡支付 0x0905 [M] 扫码 6.2: charges the Alipay payer whose code was scanned. */
export const alipayCard = defineOperation({
  ...placing,
  name: 'scanPay.alipayCard',
  commandId: 0x0905,
  title: { zh: '支付宝刷卡支付', en: 'Alipay card payment' },
  section: '[M] 扫码 6.2',
  request: { fields: cardRequest },
  reply: cardReply,
  states: cardStates,
});
