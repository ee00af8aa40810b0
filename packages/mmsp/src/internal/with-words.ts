import { maskDigits, type Outcome } from '@yinjian/provider-kit';

/** Where a failed state comes without an error code, what the platform says about it is the message. */
export function withWords(outcome: Outcome<object>, words: string): Outcome<object> {
  if (outcome.status !== 'failed' || words === '') return outcome;
  return { ...outcome, error: { ...outcome.error, message: maskDigits(words) } };
}
