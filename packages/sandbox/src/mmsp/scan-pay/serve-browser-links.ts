import type { Env, Hono } from 'hono';
import { messageHtml } from '../../internal/payer-page-html.ts';
import { merchants } from '../../merchants.ts';

/** 获取微信OPENID/支付宝USER_ID [M] 扫码 10.2; the document leaves the path open. */
export const PAYER_ID_PATH = '/mmsp/payer-id';

/** 唤醒微信APP [M] 扫码 10.1. */
export const WECHAT_APP_PATH = '/payopenplath5/wxh5pay';

/** By `tradetype`: an OPENID, a USER_ID. */
const PAYER_IDS: Readonly<Record<string, string>> = { '1': 'o-sandbox-payer', '2': '2088000000000001' };

/** What a merchant sends the payer's browser to; it comes back at once, since there is no app to ask. */
export function serveBrowserLinks<E extends Env>(app: Hono<E>): void {
  app.get(PAYER_ID_PATH, (c) => {
    const { merurl = '', merno, tradetype = '' } = c.req.query();
    const token = PAYER_IDS[tradetype];
    const isOrderly = merno === merchants.mmsp.MERNO && token !== undefined && isWebAddress(merurl);
    if (!isOrderly) return c.html(refused(), 400);
    const back = new URL(merurl);
    back.searchParams.append('token_id', token);
    return c.redirect(back.href);
  });
  app.get(WECHAT_APP_PATH, (c) => {
    const { memo, termno, merurl = '', tradetype } = c.req.query();
    const { MERNO, TERMNO } = merchants.mmsp;
    const back = Buffer.from(merurl, 'base64').toString();
    const isOrderly = memo === MERNO && termno === TERMNO && tradetype === '1' && isWebAddress(back);
    return isOrderly ? c.redirect(new URL(back).href) : c.html(refused(), 400);
  });
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function refused(): string {
  return messageHtml('参数错误 Wrong parameters', '商户号、终端号、类型或回转地址有误');
}
