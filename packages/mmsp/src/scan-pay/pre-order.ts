import { conditional, type Field, relied, type States } from '@yinjian/provider-kit';
import { envelopeErrors } from '../errors.ts';
import * as field from './fields.ts';
import { queryLater } from './timing.ts';

/** What every pre-order sends [M] 扫码 5.1.2, 6.1.1, 6.3.1, 6.4.1, 7.1.1, 8.1.1, 9.1.1. */
export const preOrderRequest = {
  AMT: field.AMT,
  MERORDERID: field.MERORDERID,
  RANDSTR: field.RANDSTR,
  GOODSNAME: field.GOODSNAME,
  NOTIFY_URL: field.NOTIFY_URL_50,
  TIME_END: field.TIME_END,
  CUR: field.CUR_OPTIONAL,
  IP: field.IP,
};

/** What a pre-order answers. `URL` and `PAY_INFO` exclude each other. */
export const preOrderReply = <TRADETYPE extends Field>(TRADETYPE: TRADETYPE) => ({
  ORDERNO: field.ORDERNO_18,
  URL: conditional(field.PAY_URL, { zh: '未返回 PAY_INFO 时', en: 'where there is no PAY_INFO' }),
  PAY_INFO: conditional(field.PAY_INFO, {
    zh: '原生态返回时',
    en: 'in the place of URL, returned raw (原生态)',
  }),
  TRADETYPE,
  TRADETIME: field.TRADETIME,
  MERORDERID: relied(field.MERORDERID),
  STATUS: relied(field.STATUS),
  ERR_CODE_MSG: field.ERR_CODE_MSG,
  ERR_CODE: field.ERR_CODE,
});

/** Placed is not paid: only a query or a notification tells of a payment. */
export const placementStates: States = {
  field: 'STATUS',
  values: {
    '1': {
      status: 'pending',
      title: { zh: '下单成功，待用户支付', en: 'placed, waiting for the payer' },
      next: queryLater,
    },
    '2': { status: 'failed', title: { zh: '下单失败', en: 'not placed' } },
  },
};

/** What all operations that place an order have in common. */
export const placing = {
  product: 'scanPay',
  open: true,
  movesMoney: true,
  needsCertificate: false,
  role: 'create',
  orderField: 'MERORDERID',
  echoes: ['MERORDERID'],
  errors: envelopeErrors,
  whenUnknown: queryLater,
} as const;
