import type { ErrorCode, ErrorCodes, NextStep } from '@yinjian/provider-kit';

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

/**
 * The header's table of a query by the number that the merchant gave the order. An order number must be unique (必须唯一), so
 * the same order sent again is not a second one.
 */
export function headerErrorsWhereMissing(next: NextStep): ErrorCodes {
  const action = {
    zh: '稍后再查；仍不存在时以相同订单号、相同参数重新发起',
    en: 'Ask again later; then send the very same request again, under the same number',
  };
  return { ...headerErrors, '-2002': { ...NO_SUCH_ORDER, action, next } };
}

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
