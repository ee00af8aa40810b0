import { maskDigits, type Outcome } from '@yinjian/provider-kit';

/** Where a state comes without an error code, what the platform says about it is the message. */
export function withWords(outcome: Outcome<object>, words: string): Outcome<object> {
  if (words === '') return outcome;
  const message = maskDigits(words);
  if (outcome.status === 'failed') return { ...outcome, error: { ...outcome.error, message } };
  if (outcome.status !== 'unknown' || outcome.cause.error === undefined) return outcome;
  return { ...outcome, cause: { ...outcome.cause, error: { ...outcome.cause.error, message } } };
}
