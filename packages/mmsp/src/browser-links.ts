import { describeReply, describeRequest, type FieldDescription } from '@yinjian/provider-kit';
import type { BrowserLink } from './browser-link.ts';
import { paymentReturn } from './gateway/payment-return.ts';
import { payerIdLink, payerIdReturn } from './scan-pay/payer-id.ts';
import { wechatAppLink } from './scan-pay/wechat-app-url.ts';

/** An address that the payer's browser opens, as documentation and tools see it: data alone, fit for JSON. */
export interface BrowserLinkDescription extends Omit<BrowserLink, 'fields'> {
  /** Its parameters. */
  readonly fields: readonly FieldDescription[];
}

/** Every address of the documents that the payer's browser opens. No parameter of any of them is signed. */
export const browserLinks: readonly BrowserLinkDescription[] = /* @__PURE__ */ describeLinks();

function describeLinks(): BrowserLinkDescription[] {
  const links: readonly BrowserLink[] = [wechatAppLink, payerIdLink, payerIdReturn, paymentReturn];
  return links.map(({ fields, ...link }) => ({
    ...link,
    fields: link.to === 'platform' ? describeRequest({ fields }) : describeReply(fields),
  }));
}
