import { type MmspOperation, operations } from '@yinjian/mmsp';
import type { Failure } from '../../internal/order-book.ts';
import { Refusal, refusal } from '../../internal/refusal.ts';

/** What a header can refuse with, as the documents have it. */
const { headerErrors = {} } = operations.find(({ headerErrors: table }) => table !== undefined) ?? {};

/** Codes of the sandbox's own: the documents list none for these, and the platform's are not published. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  '-1001': '签名错误',
  '-1002': '商户号、终端号或代理商编号不存在',
  '-1003': '缺少商户证书',
  '-2001': '商户订单号重复',
  '-9999': '系统繁忙',
};

/** A refusal in the header, in the documents' words or the sandbox's own. */
export function headerRefusal(code: string, message?: string): Refusal {
  return refusal({ errors: headerErrors }, code, message ?? OWN_WORDS[code]);
}

/** 消息结构体错误: `RetCode` 0 [M] 快捷 6. */
export function malformed(detail = ''): Refusal {
  const { code, message } = headerRefusal('0');
  return new Refusal(code, detail === '' ? message : `${message}: ${detail}`);
}

export const WRONG_SIGNATURE: Refusal = headerRefusal('-1001');
export const UNKNOWN_MERCHANT: Refusal = headerRefusal('-1002');
export const NUMBER_USED: Refusal = headerRefusal('-2001');
export const NO_SUCH_ORDER: Refusal = headerRefusal('-2002');
export const AMOUNT_REFUSED: Refusal = headerRefusal('-3005');
export const SYSTEM_ERROR: Refusal = headerRefusal('-9999');

/** Why an order that cannot be paid any more is not paid [M] 快捷 6, 扫码 11, 网关 6. */
export const CLOSED: Failure = { code: 'D4', message: '订单已关闭' };

/** The header's codes are numbers; those of a body have letters [M] 快捷 6. */
export function isHeaderCode(code: string): boolean {
  return /^(?:0|-?[1-9]\d*)$/.test(code);
}

/** The fields in which a body says why [M] 快捷 5.3.3, 扫码 5.1.3. */
export function reasonFields({ product }: MmspOperation, { code, message }: Refusal) {
  return product === 'scanPay'
    ? { ERR_CODE: code, ERR_CODE_MSG: message }
    : { ERRCODE: code, ERRMSG: message };
}
