import { encodeBase64, encodeUtf8 } from '@yinjian/protocol-codec';
import { code, filled, text, url } from '@yinjian/provider-kit';
import type { BrowserLink } from '../browser-link.ts';
import { buildLink } from './build-link.ts';

/** 微信H5支付唤醒微信APP [M] 扫码 10.1: its path and its parameters. */
export const wechatAppLink = {
  name: 'scanPay.wechatAppUrl',
  product: 'scanPay',
  title: { zh: '微信H5支付唤醒微信APP', en: 'Open the WeChat app' },
  section: '[M] 扫码 10.1',
  to: 'platform',
  fields: {
    memo: text({ zh: '平台商户号', en: 'Merchant number' }, { maxLength: 20 }),
    termno: text({ zh: '平台终端号', en: 'Terminal number' }, { maxLength: 20 }),
    merurl: url({ zh: '商户的回转地址（传Base64）', en: 'Where the payer returns to (travels in Base64)' }),
    tradetype: filled(
      code({ zh: '交易类型', en: 'Kind of transaction' }, { '1': { zh: '默认', en: 'The default' } }),
      () => '1' as const,
    ),
  },
} as const satisfies BrowserLink;

const PATH = '/payopenplath5/wxh5pay';

/** What the address needs; `memo` is the merchant's number and `termno` the terminal's. */
export interface WechatAppUrlInput {
  readonly memo: string;
  readonly termno: string;
  /** Where the payer returns to; may have parameters. */
  readonly merurl: string;
  readonly tradetype?: '1';
}

/**
 * The address that opens the WeChat app [M] 扫码 10.1: to be opened in a browser or in a web view of the merchant's app.
 * Other wallets are not supported.
 *
 * @param platformUrl The platform's host, for example `https://mmsp.example`.
 * @throws RequestError naming every value that cannot be used.
 * @example
 * ```ts
 * wechatAppUrl('https://mmsp.example', { memo: MERNO, termno: TERMNO, merurl: 'https://shop.example/paid?id=1' });
 * ```
 */
export function wechatAppUrl(platformUrl: string, input: WechatAppUrlInput): string {
  return buildLink(wechatAppLink, platformUrl, input, (base, fields) => {
    const { memo = '', termno = '', merurl = '', tradetype = '' } = fields;
    base.pathname = `${base.pathname.replace(/\/+$/, '')}${PATH}`;
    return { memo, termno, merurl: encodeBase64(encodeUtf8(merurl)), tradetype };
  });
}
