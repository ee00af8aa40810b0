import { KeyMask } from '../internal/key-mask.ts';
import type { ExplainOptions, Explanation } from '../types/explanation.ts';
import type { Reading } from '../types/reading.ts';
import { explainEnvelope } from './explain-envelope.ts';
import { explainPayout, explainPayoutPlaintext } from './explain-payout.ts';
import { explainWechat } from './explain-wechat.ts';
import type { Explained } from './explained.ts';
import { hideKeys } from './hide-keys.ts';
import { keyProblems } from './key-problems.ts';
import { UNREADABLE, UNSIGNED } from './verdicts.ts';

/** What was given to calculate with; further keys are hidden only. */
type Options = ExplainOptions & { readonly otherKeys?: readonly string[] };

/** Explains what has been recognised. The options must have been checked. */
export async function explainReading(reading: Reading, options: Options): Promise<Explanation> {
  const { steps, verdict, recognised, problems = [] } = await explainSubject(reading, options);
  const explanation: Explanation = {
    recognised: { ...reading.recognised, ...recognised },
    steps,
    verdict,
    problems: [...reading.problems, ...problems, ...keyProblems(options, reading.recognised.platform)],
  };
  return hideKeys(explanation, new KeyMask(options, reading.pastedKey));
}

async function explainSubject(reading: Reading, options: ExplainOptions): Promise<Explained> {
  const { subject, recognised } = reading;
  switch (subject?.kind) {
    case 'envelope':
      return explainEnvelope(subject, reading, options);
    case 'wechat':
      return explainWechat(subject, reading, options);
    case 'payout':
      return await explainPayout(subject, reading, options);
    case 'payout-plaintext':
      return await explainPayoutPlaintext(subject, reading, options);
    case undefined:
      // Recognised, and nothing in it to check.
      return { steps: [], verdict: recognised.platform === undefined ? UNREADABLE : UNSIGNED };
  }
}
