import type { DataOf, NextStep } from '@yinjian/provider-kit';
import type { BrowserLink } from '../browser-link.ts';
import * as field from './fields.ts';
import { queryLater } from './query-later.ts';

/** 网关前台页面通知 [M] 网关 5.5: what the payer's browser brings along to `JUMP_URL`, as GET parameters. */
export const paymentReturn = {
  name: 'gateway.readPaymentReturn',
  product: 'gateway',
  title: { zh: '网关前台页面通知', en: 'Return of the payer from the gateway' },
  section: '[M] 网关 5.5',
  to: 'merchant',
  fields: {
    STATUS: field.ROW_STATUS,
    ERRCODE: field.ERRCODE,
    ERRMSG: field.ERRMSG,
    LIST_ID: field.LIST_ID,
    MERORDERID: field.MERORDERID,
    AMT: field.AMT,
    GOODSNAME: field.GOODSNAME,
    PAY_CHANNEL: field.PAY_CHANNEL,
    PAY_DATE: field.PAY_DATE,
    NOTIFY_DATE: field.NOTIFY_DATE,
    REMARK: field.REMARK,
  },
} as const satisfies BrowserLink;

/** What anybody may have written into an address. It proves nothing, whatever it says. */
export interface UnverifiedReturn {
  readonly verified: false;
  /** The parameters of the table that are there, once each and no longer than documented. Escape them for display. */
  readonly claims: Partial<DataOf<(typeof paymentReturn)['fields']>>;
  /** The only way to learn whether it was paid, besides the notification. */
  readonly next: NextStep;
}

/**
 * Reads the parameters with which the payer's browser returns to `JUMP_URL` [M] 网关 5.5. They are not signed: show the
 * payer a page that says «being checked», and query the order. Never throws for what the address holds.
 *
 * @param url The address of the request: whole, or from its path on.
 * @example
 * ```ts
 * const { claims } = readPaymentReturn(request.url);
 * const outcome = await client.gateway.query({ MERORDERID: orderOf(session) });
 * ```
 */
export function readPaymentReturn(url: string | URL): UnverifiedReturn {
  const parameters = parametersOf(String(url));
  const claims: Record<string, unknown> = {};
  // The table gives every parameter a length.
  for (const [name, { decode, maxLength = 0 }] of Object.entries(paymentReturn.fields)) {
    const [text = '', ...others] = parameters.getAll(name);
    if (text === '' || others.length > 0 || Array.from(text).length > maxLength) continue;
    const value = decode(text);
    if (value !== undefined) claims[name] = value;
  }
  return { verified: false, claims, next: structuredClone(queryLater) };
}

function parametersOf(url: string): URLSearchParams {
  const [address = ''] = url.split('#', 1);
  const start = address.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : address.slice(start + 1));
}
