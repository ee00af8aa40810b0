import {
  conditional,
  type NextStep,
  optional,
  relied,
  type State,
  type Title,
  text,
} from '@yinjian/provider-kit';
import { queryorderErrors } from './errors.ts';
import { contract_id, envelopeRequest, out_trade_no, transaction_id, version } from './fields.ts';
import { inBothModes } from './internal/modes.ts';
import { orderReply } from './order-reply.ts';

const askAgain: NextStep = {
  action: 'query',
  operation: 'queryorder',
  afterSeconds: [5, 15, 30, 60, 180, 600, 1800],
};

const pending = (title: Title): State => ({ status: 'pending', title, next: askAgain });
const failed = (title: Title): State => ({ status: 'failed', title });

/**
 * 查询订单: what has become of an order. `succeeded` means paid: compare `total_fee` (fen) with what you asked for. The
 * only way to learn of a failed deduction, which may send no notice.
 *
 * @throws RequestError before anything is sent, when the input breaks a rule.
 */
export const queryorder = inBothModes({
  name: 'queryorder',
  title: { zh: '查询订单', en: 'Query an order' },
  section: '[W] 错误码 ORDER_ACCEPTED (查询订单接口)',
  paths: { partner: '/transit/partnerpay/queryorder', direct: '/transit/queryorder' },
  open: true,
  movesMoney: false,
  needsCertificate: false,
  role: 'query',
  orderField: 'out_trade_no',
  request: {
    fields: {
      ...envelopeRequest,
      transaction_id: conditional(transaction_id),
      out_trade_no: conditional(out_trade_no),
      contract_id: optional(contract_id),
      version: optional(version),
    },
    atLeastOne: ['transaction_id', 'out_trade_no'],
  },
  reply: {
    ...orderReply,
    trade_state: relied(text({ zh: '交易状态', en: 'State of the order' }, { maxLength: 32 })),
    trade_state_desc: optional(text({ zh: '交易状态描述', en: 'State in words' }, { maxLength: 256 })),
  },
  echoes: ['out_trade_no', 'transaction_id'],
  states: {
    field: 'trade_state',
    values: {
      SUCCESS: { status: 'succeeded', title: { zh: '支付成功', en: 'paid' } },
      REFUND: {
        status: 'refunded',
        title: { zh: '已支付，转入退款', en: 'was paid and has gone into refund, wholly or in part' },
      },
      NOTPAY: pending({ zh: '未支付', en: 'not paid' }),
      CLOSED: failed({ zh: '已关闭', en: 'closed' }),
      REVOKED: failed({ zh: '已撤销', en: 'revoked' }),
      USERPAYING: pending({ zh: '用户支付中', en: 'the payer is paying' }),
      PAYERROR: failed({ zh: '支付失败', en: 'the payment failed' }),
      ACCEPT: pending({ zh: '已接收，等待扣款', en: 'accepted, waiting for the deduction' }),
    },
  },
  errors: queryorderErrors,
  whenUnknown: askAgain,
});
