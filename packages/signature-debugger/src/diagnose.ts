import { checkDiagnoseOptions } from './diagnose/check-options.ts';
import { diagnoseSharedKey } from './diagnose/diagnose-shared-key.ts';
import { diagnosePayout } from './diagnose/payout/diagnose-payout.ts';
import { explainReading } from './explain/explain-reading.ts';
import { recognise } from './recognise/recognise.ts';
import { Budget } from './search/budget.ts';
import type { DiagnoseOptions, Diagnosis } from './types/diagnosis.ts';

const DEFAULT_MILLISECONDS = 200;

/**
 * Finds out why the signature of a message does not match, by search: every known mistake is made with the message, alone
 * and in pairs, until one leads to the signature that was found. A finding that is `reproduced` is therefore no guess.
 *
 * Takes what `explain` takes. With `theirText`, the text that was signed instead, it also says where that differs.
 *
 * Neither the result nor an error holds a key.
 *
 * @throws ConfigurationError for options of the wrong type; what `signal` was aborted with
 * @example
 * ```ts
 * const { verdict, findings } = await diagnose(message, { key: md5Key });
 * if (verdict === 'explained') console.log(findings[0]?.title.en, findings[0]?.fix.en);
 * ```
 */
export async function diagnose(message: string, options: DiagnoseOptions = {}): Promise<Diagnosis> {
  const checked = checkDiagnoseOptions(message, options);
  const budget = new Budget({
    milliseconds: checked.milliseconds ?? DEFAULT_MILLISECONDS,
    signal: checked.signal,
    now: checked.now,
  });
  const reading = recognise(message, checked);
  const explanation = await explainReading(reading, checked);
  const isPayout = reading.subject?.kind === 'payout' || reading.subject?.kind === 'payout-plaintext';
  const diagnoseKind = isPayout ? diagnosePayout : diagnoseSharedKey;
  return await diagnoseKind(reading, explanation, checked, budget);
}
