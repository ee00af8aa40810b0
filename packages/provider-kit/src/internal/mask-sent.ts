import type { Fields } from '../field.ts';
import type { Outcome, PlatformError } from '../outcome.ts';
import { maskDigits, redactFields } from '../redact.ts';
import type { WireFields } from '../request-fields.ts';

/** A request and its table, which says which of its values are sensitive. */
export interface Sent {
  readonly fields: WireFields;
  readonly table: Fields;
}

/**
 * An outcome whose messages no longer quote what was sent in sensitive fields. The data stay as they are: they are
 * what the caller asked for.
 */
export function maskSent<Data>(outcome: Outcome<Data>, sent: Sent): Outcome<Data> {
  const mask = (error: PlatformError): PlatformError => ({
    ...error,
    message: withoutSent(error.message, sent),
  });
  if (outcome.status === 'failed') return { ...outcome, error: mask(outcome.error) };
  if (outcome.status !== 'unknown' || outcome.cause.error === undefined) return outcome;
  return { ...outcome, cause: { ...outcome.cause, error: mask(outcome.cause.error) } };
}

/** The data of a reply as a hook may show them: redacted by name, and free of what was sent in sensitive fields. */
export function maskData(data: object, reply: Fields, sent: Sent): Readonly<Record<string, unknown>> {
  const shown: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(redactFields({ ...data }, reply))) {
    shown[name] = typeof value === 'string' ? withoutSent(withoutDigits(value), sent) : value;
  }
  return shown;
}

/** Order numbers and times are shown whole; words may quote anything. */
function withoutDigits(value: string): string {
  return /^[\w\-:|*@. ]*$/.test(value) ? value : maskDigits(value);
}

function withoutSent(message: string, { fields, table }: Sent): string {
  let shown = message;
  for (const [name, value] of Object.entries(fields)) {
    if (table[name]?.sensitive !== true || value.length < 2) continue;
    // The message has usually had its digits masked already.
    for (const quoted of [value, maskDigits(value)]) shown = shown.replaceAll(quoted, '***');
  }
  return shown;
}
