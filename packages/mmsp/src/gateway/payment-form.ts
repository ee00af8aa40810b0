import type { HtmlForm } from '@yinjian/protocol-codec';
import type { HttpRequest, OperationInput } from '@yinjian/provider-kit';
import type { EnvelopeCredentials } from '../credentials.ts';
import { buildRequest } from './build-request.ts';
import { pay } from './pay.ts';

/** The form of a gateway payment, as data: the payer's browser posts it, nobody else. */
export interface PaymentForm extends HtmlForm {
  /** The signed JSON envelope. It holds quotes: write it with `encodeHtmlForm`, or set it as a property, not as HTML. */
  readonly fields: { readonly web_api: string };
}

/** What the payer pays, and where. `AMT` in fen. */
export type PaymentFormInput = OperationInput<typeof pay>;

/**
 * The form of a gateway payment [M] 网关 5.1, for those who need no client. Remembers nothing: keeping order numbers
 * unique is then up to the caller.
 *
 * @throws RequestError when the input breaks a rule, ConfigurationError for unusable credentials or options.
 */
export function buildPaymentForm(
  input: PaymentFormInput,
  credentials: EnvelopeCredentials,
  options: { readonly url: string },
): PaymentForm {
  return formOf(buildRequest(pay, input, credentials, options).request);
}

/** The same message, not sent as JSON but posted by a browser. */
export function formOf({ url, body }: HttpRequest): PaymentForm {
  return { action: url, method: 'POST', fields: { web_api: body } };
}
