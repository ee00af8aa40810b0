import type { Fields } from './field.ts';
import { fieldNamed } from './internal/field-named.ts';
import type { RequestFields } from './request-fields.ts';

const REDACTED = '[redacted]';

/** All fields an operation's request can have, whichever case applies. */
export function allRequestFields(request: RequestFields): Fields {
  return Object.assign({}, request.fields, ...Object.values(request.cases?.of ?? {}));
}

/**
 * The fields of a message as a hook or a log may show them: only fields that the documents list and that are neither
 * personal nor card data keep their value. Objects do not: nothing says what is in them.
 */
export function redactFields(
  message: Readonly<Record<string, unknown>>,
  fields: Fields,
): Readonly<Record<string, unknown>> {
  const shown: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(message)) {
    const field = fieldNamed(fields, name);
    const isHidden = field === undefined || field.sensitive || typeof value === 'object';
    shown[name] = isHidden ? REDACTED : value;
  }
  return shown;
}

/** Platforms quote card and phone numbers in their messages: seven and more digits are masked, grouped or not. */
export function maskDigits(message: string): string {
  return message.replace(/\p{Nd}(?:[ -]?\p{Nd}){6,}[Xx]?/gu, (digits) => '*'.repeat(digits.length));
}
