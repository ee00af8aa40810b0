import { code, text, url } from '@yinjian/provider-kit';
import type { BrowserLink } from '../browser-link.ts';
import { buildLink } from './build-link.ts';

/** 获取微信OPENID/支付宝USER_ID [M] 扫码 10.2: the parameters of the redirect. */
export const payerIdLink = {
  name: 'scanPay.payerIdUrl',
  product: 'scanPay',
  title: { zh: '获取微信OPENID/支付宝USER_ID', en: "Ask for the payer's OPENID or USER_ID" },
  section: '[M] 扫码 10.2',
  to: 'platform',
  fields: {
    merurl: url({ zh: '用户的网站地址', en: "The merchant's own page" }),
    merno: text({ zh: '平台商户号', en: 'Merchant number' }, { maxLength: 20 }),
    tradetype: code(
      { zh: '交易类型', en: 'Wallet' },
      {
        '1': { zh: '微信公众号', en: 'WeChat official account' },
        '2': { zh: '支付宝服务窗', en: 'Alipay window' },
      },
    ),
  },
} as const satisfies BrowserLink;

const TOKEN_ID = /^[\w.-]{1,128}$/;

/** What the platform adds to `merurl` where it sends the browser back [M] 扫码 10.2. */
export const payerIdReturn = {
  name: 'scanPay.readPayerId',
  product: 'scanPay',
  title: { zh: '返回微信OPENID/支付宝USER_ID', en: "Return with the payer's OPENID or USER_ID" },
  section: '[M] 扫码 10.2',
  to: 'merchant',
  fields: {
    token_id: text(
      { zh: '微信OPENID或支付宝USER_ID', en: "Payer's OPENID or USER_ID" },
      { pattern: [TOKEN_ID, 'must be letters, digits and _.-'], sensitive: true },
    ),
  },
} as const satisfies BrowserLink;

/** What the address needs. */
export interface PayerIdUrlInput {
  /** Where the payer comes back to, with `token_id`; may have parameters. */
  readonly merurl: string;
  /** The merchant's number. */
  readonly merno: string;
  /** `1` for the openid in WeChat, `2` for the user ID in Alipay. */
  readonly tradetype: '1' | '2';
}

/**
 * The address to redirect the payer's browser to, for merchants that use the platform's own official account
 * [M] 扫码 10.2. It comes back to `merurl` with the `OPENID` or `ALIPAY_USER_ID`: see `readPayerId`.
 *
 * @param platformUrl The platform's address for it (url_2), as told by the platform.
 * @throws RequestError naming every value that cannot be used.
 * @example
 * ```ts
 * return Response.redirect(payerIdUrl(platformUrl, { merurl: request.url, merno: MERNO, tradetype: '1' }));
 * ```
 */
export function payerIdUrl(platformUrl: string, input: PayerIdUrlInput): string {
  return buildLink(payerIdLink, platformUrl, input, (_, fields) => {
    const { merurl = '', merno = '', tradetype = '' } = fields;
    return { merurl, merno, tradetype };
  });
}

/** The payer's `OPENID` or `ALIPAY_USER_ID`, as the browser says. Anybody can write such an address. */
export interface UnverifiedPayerId {
  readonly token_id: string;
  readonly authenticated: false;
}

/**
 * What the payer's browser came back with [M] 扫码 10.2. It is not signed: good enough to place that payer's order, proof
 * of nothing.
 *
 * @param returnedUrl The address that was called, parameters and all. `undefined` where it holds no `token_id`, more
 * than one, or one that cannot be an ID.
 */
export function readPayerId(returnedUrl: string | URL): UnverifiedPayerId | undefined {
  // The platform appends `?token_id=` also where the address has parameters already.
  const [found, ...others] = String(returnedUrl)
    .replace(/#.*$/s, '')
    .matchAll(/[?&]token_id=([^&?]*)/g);
  const token_id = found?.[1] ?? '';
  return others.length === 0 && TOKEN_ID.test(token_id) ? { token_id, authenticated: false } : undefined;
}
