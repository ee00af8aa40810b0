import { Refusal } from '../../internal/refusal.ts';

function failed(ERRCODE: string, ERRMSG: string) {
  return { STATUS: '2', ERRCODE, ERRMSG };
}

/** [M] 快捷 6. */
export const CLOSED_ORDER = failed('D4', '订单已关闭');
export const CARD_REFUSED = failed('D4', '要素不匹配');

/** Codes of the sandbox's own: the documents list none. */
export const WRONG_CODE = failed('E1', '短信验证码错误');
export const TOO_SOON = failed('E2', '短信发送过于频繁，请60秒后再试');
export const NO_CODE_SENT = failed('E3', '请先获取短信验证码');
export const NOT_BOUND = failed('E4', '无此绑定关系');

export const NO_SUCH_ORDER = new Refusal('-2002', '没有该订单');
export const NUMBER_USED = new Refusal('-2001', '商户订单号重复');
export const AMOUNT_REFUSED = new Refusal('-3005', '交易金额不符，请修改交易金额');
