import { encodeRequestFields, isHttpUrl, RequestError, type WireFields } from '@yinjian/provider-kit';
import type { BrowserLink } from '../browser-link.ts';

/**
 * An address with checked parameters.
 *
 * @param write Gives the parameters, in their order; may change the address.
 * @throws RequestError naming every value that cannot be used.
 */
export function buildLink(
  { name, fields }: BrowserLink,
  address: string,
  input: object,
  write: (base: URL, fields: WireFields) => WireFields,
): string {
  const issues =
    isHttpUrl(address) && !/[?#]/.test(address)
      ? []
      : [
          {
            path: 'platformUrl',
            code: 'invalid_value',
            message: 'must be an absolute http or https URL without parameters',
          } as const,
        ];
  let wire: WireFields;
  try {
    const context = { now: () => new Date(), nonce: () => '', provided: {} };
    wire = encodeRequestFields(name, { fields }, input, context);
  } catch (error) {
    throw error instanceof RequestError ? new RequestError(name, [...issues, ...error.issues]) : error;
  }
  if (issues.length > 0) throw new RequestError(name, issues);
  const base = new URL(address);
  const parameters = write(base, wire);
  // Percent-encoded throughout: a bare + of Base64 would arrive as a blank.
  base.search = Object.entries(parameters)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
  return base.href;
}
