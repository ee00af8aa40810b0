import { relied, type States } from '@yinjian/provider-kit';
import * as field from './fields.ts';
import { refundQueryLater } from './timing.ts';

/** What refund and refund query answer [M] 扫码 10.6.2, 10.7.2. */
export const refundReply = {
  REFUND_ORDERNO: field.REFUND_ORDERNO,
  AMT: field.REFUND_AMT,
  REFUND_TIME: field.REFUND_TIME,
  STATUS: relied(field.STATUS),
  REFUND_MERORDERID: relied(field.REFUND_MERORDERID),
  ERR_CODE_MSG: field.ERR_CODE_MSG,
  ERR_CODE: field.ERR_CODE_4,
};

/** The tables of both know no state beyond «accepted»: nothing tells that the payer has the money. */
export const refundStates: States = {
  field: 'STATUS',
  values: {
    '1': {
      status: 'pending',
      title: { zh: '受理成功', en: 'accepted' },
      next: refundQueryLater,
    },
    '2': { status: 'failed', title: { zh: '退款失败', en: 'the refund failed' } },
  },
};
