import { CLOSED } from '../envelope/errors.ts';

function failed(ERRCODE: string, ERRMSG: string) {
  return { STATUS: '2', ERRCODE, ERRMSG };
}

/** [M] 快捷 6, and the sample in 5.3.3. */
export const CLOSED_ORDER = failed(CLOSED.code, CLOSED.message);
export const CARD_REFUSED = failed(CLOSED.code, '要素不匹配');

/** Codes of the sandbox's own: the documents list none. */
export const WRONG_CODE = failed('E1', '短信验证码错误');
export const TOO_SOON = failed('E2', '短信发送过于频繁，请60秒后再试');
export const NO_CODE_SENT = failed('E3', '请先获取短信验证码');
export const NOT_BOUND = failed('E4', '无此绑定关系');
