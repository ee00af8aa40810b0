import { settled } from '@yinjian/provider-kit';
import { envelopeErrors } from '../errors.ts';
import { defineOperation } from '../operation.ts';
import { orderReply, orderRequest } from './existing-order.ts';
import * as field from './fields.ts';
import { queryLater } from './timing.ts';

/** 查询订单 0x0906 [M] 扫码 10.3: what has become of an order. */
export const query = defineOperation({
  name: 'scanPay.query',
  product: 'scanPay',
  commandId: 0x0906,
  title: { zh: '查询订单', en: 'Query an order' },
  section: '[M] 扫码 10.3',
  open: true,
  movesMoney: false,
  needsCertificate: false,
  role: 'query',
  orderField: 'MERORDERID',
  request: orderRequest,
  reply: { ...orderReply, ORDERNO: settled(field.ORDERNO), AMT: settled(field.AMT) },
  echoes: ['ORDERNO', 'MERORDERID'],
  states: {
    field: 'STATUS',
    values: {
      '1': { status: 'succeeded', title: { zh: '支付成功', en: 'paid' } },
      '2': { status: 'failed', title: { zh: '支付失败', en: 'not paid, and will not be' } },
      '3': { status: 'pending', title: { zh: '支付中', en: 'not paid yet' }, next: queryLater },
    },
  },
  errors: envelopeErrors,
  whenUnknown: queryLater,
});
