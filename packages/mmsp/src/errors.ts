import type { ErrorCode, ErrorCodes, NextStep, Title } from '@yinjian/provider-kit';

/** The platform refused before it executed anything. */
export const refused = (
  zh: string,
  en: string,
  actionZh = '修改后用新的订单号重新发起',
  actionEn = 'Mend the request and use a new order number',
): ErrorCode => ({
  class: 'failed',
  meaning: { zh, en },
  action: { zh: actionZh, en: actionEn },
});

/** Does not prove that nothing was executed. */
export const unsettled = (zh: string, en: string): ErrorCode => ({
  class: 'unknown',
  meaning: { zh, en },
  action: { zh: '发起查询，以查询结果为准', en: 'Query; only its result counts' },
});

/** What to do about an order that is not there: whether its reply was lost or refused it is for its sender to know. */
export const whereMissing = (endZh: string, endEn: string): Title => ({
  zh: `按间隔再查。应答丢失的：以相同单号、相同参数重新发起；曾被拒绝的：末次间隔之后仍不存在即未执行，${endZh}`,
  en:
    'Ask again after the pauses. Where its reply was lost: send the very same request again, under the same number. ' +
    `Where it was refused, and is still not there after the last pause, it was not executed: ${endEn}`,
});

const NO_SUCH_ORDER = unsettled('没有该订单', 'No such order (yet)');

/**
 * What the header's `RetCode` and the bracketed code of its `ErrorMsg` mean [M] 快捷 3.1, 6 and FAQ. A table apart from
 * that of the body: the header's 0 is an error, a body's 0 is a state.
 */
export const headerErrors: ErrorCodes = {
  0: {
    ...refused('消息结构体错误', 'Malformed message', '检查报文结构', 'Check the structure of the message'),
    onlyWith: '消息结构体错误',
  },
  '-2002': NO_SUCH_ORDER,
  '-3005': refused(
    '交易金额不符',
    'The amount does not match',
    '按返回的消息设置交易金额',
    'Set the amount as the message says',
  ),
};

const placeAgain: NextStep = { action: 'repeat', afterSeconds: [30, 60, 300] };

/**
 * The header's table of a query by the number that the merchant gave the order. An order number must be unique (必须唯一), so
 * the same order sent again is not a second one.
 */
export const queryHeaderErrors: ErrorCodes = {
  ...headerErrors,
  '-2002': {
    ...NO_SUCH_ORDER,
    action: whereMissing('修改后用新的订单号重新发起', 'mend it and use a new order number'),
    next: placeAgain,
  },
};

/** The same, of the query of a refund, which must not be repeated: whether its number is taken once only is not documented. */
export const refundQueryHeaderErrors: ErrorCodes = {
  ...headerErrors,
  '-2002': {
    ...NO_SUCH_ORDER,
    action: {
      zh: '按间隔再查；末次间隔之后仍不存在的，由人工与平台商户后台核对已退金额，再决定是否重新退款',
      en:
        "Ask again after the pauses. After the last one, compare the refunded sum with the platform's back office before " +
        'any new refund: a person decides',
    },
  },
};

/** The same, of the query of an order that the payer's browser places. */
export const formQueryHeaderErrors: ErrorCodes = {
  ...headerErrors,
  '-2002': {
    ...NO_SUCH_ORDER,
    action: {
      zh: '付款人可能尚未提交表单；不再等待付款之后，已支付订单的通知和当日批量查询中都没有的，可按未支付处理',
      en:
        'The payer may not have posted the form. Once you wait for the payment no longer: write off what neither a ' +
        'notification nor the batch query of the day reports as paid',
    },
  },
};

/** `ERRCODE` of the body, for quick pay, scan pay and gateway [M] 快捷 6, 扫码 11, 网关 6. */
export const envelopeErrors: ErrorCodes = {
  // Only where STATUS says that it failed is this ever looked up, and then the two contradict each other.
  '00': unsettled('交易成功', 'Carried out'),
  AA: {
    class: 'pending',
    meaning: { zh: '用户支付中', en: 'The payer is still paying' },
    action: { zh: '继续发起查询', en: 'Keep querying' },
  },
  D4: refused(
    '订单已关闭',
    'The order is closed',
    '订单已关闭或撤销，不会再支付；需要付款时用新的订单号下单',
    'Closed or cancelled, so it will not be paid; a new payment needs a new order number',
  ),
};
