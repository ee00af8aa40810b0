import type { Product } from '@yinjian/mmsp';
import type { Title } from '@yinjian/provider-kit';

/** What a message is wrapped in. */
export type Container =
  /** A `curl` command line. */
  | 'curl'
  /** `Invoke-WebRequest` or `Invoke-RestMethod`. */
  | 'powershell'
  /** A call of `fetch`, as browsers copy a request. */
  | 'fetch'
  /** Start line, header lines, a blank line, the body; as copied from a log. */
  | 'http-request'
  | 'http-response'
  /** An HTML form with hidden fields. */
  | 'html-form'
  /** `name=value&name=value` as a form is posted. */
  | 'form'
  /** The field of a gateway form that holds the message. */
  | 'web_api'
  /** Quotes, `<` and `&` written as HTML references. */
  | 'html-escaped'
  /** Percent-encoded. */
  | 'url-encoded'
  /** A JSON string that holds the message once more as JSON. */
  | 'json-string'
  /** A record of a log, or another JSON object, that has the message in a member. */
  | 'json-record'
  /** Quotes and bytes written `\x22`, as web servers write them into their logs. */
  | 'log-escaped'
  /** A log line's prefix or other text around the message. */
  | 'text';

export type Platform = 'mmsp' | 'wechat-transit';

/**
 * - `envelope`: MMSP, header fields with `Body` and `Sign`. `body`: the value of `Body` alone.
 * - `payout`: MMSP, with `ENCRYPT` and `SIGN`. `payout-plaintext`: what is encrypted in one.
 * - `xml`: WeChat Pay. `query`: its signing text, `name=value&name=value`.
 */
export type Wire = 'envelope' | 'body' | 'payout' | 'payout-plaintext' | 'xml' | 'query';

export type Direction = 'request' | 'reply' | 'notification';

/** What a message is, as far as can be told. */
export interface Recognised {
  readonly platform?: Platform;
  /** What was wrapped around it, outermost first. */
  readonly containers: readonly Container[];
  readonly wire?: Wire;
  readonly product?: Product;
  readonly direction?: Direction;
  /** The name of its definition: `quickPay.pay`. */
  readonly operation?: string;
  readonly title?: Title;
  /** What this rests on, and what was assumed. */
  readonly because: readonly Title[];
}
