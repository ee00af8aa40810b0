import { ConfigurationError, checkConfiguration, type Issue } from '@yinjian/provider-kit';
import { checkExplainOptions } from '../explain/check-options.ts';
import type { DiagnoseOptions } from '../types/diagnosis.ts';

/**
 * A copy of the options that later changes to the caller's object do not reach.
 *
 * @throws ConfigurationError for values of the wrong type, and for names that are no option
 */
export function checkDiagnoseOptions(message: unknown, options: unknown): DiagnoseOptions {
  if (typeof options !== 'object' || options === null) return checkExplainOptions(message, options);
  const { theirText, otherKeys, milliseconds, signal, now, ...others } = options as Partial<
    Record<keyof DiagnoseOptions, unknown>
  >;
  const issues: Issue[] = [];
  const refuse = (path: keyof DiagnoseOptions, words: string) =>
    issues.push({ path, code: 'wrong_type', message: words });
  if (theirText !== undefined && typeof theirText !== 'string') refuse('theirText', 'must be text');
  if (otherKeys !== undefined && !isTexts(otherKeys)) refuse('otherKeys', 'must be a list of texts');
  if (milliseconds !== undefined && !isPositive(milliseconds)) {
    refuse('milliseconds', 'must be a positive number');
  }
  if (signal !== undefined && !(signal instanceof AbortSignal)) refuse('signal', 'must be an AbortSignal');
  if (now !== undefined && !isClock(now)) refuse('now', 'must be a function');
  const [ofExplain] = checkConfiguration(
    () => checkExplainOptions(message, others),
    () => {
      if (issues.length > 0) throw new ConfigurationError(issues);
    },
  );
  return {
    ...ofExplain,
    ...(isTexts(otherKeys) ? { otherKeys: [...otherKeys] } : {}),
    // As an encoder of UTF-8 takes half of a surrogate pair.
    ...(typeof theirText === 'string' ? { theirText: theirText.replace(/\p{Surrogate}/gu, '\ufffd') } : {}),
    ...(isPositive(milliseconds) ? { milliseconds } : {}),
    ...(signal instanceof AbortSignal ? { signal } : {}),
    ...(isClock(now) ? { now } : {}),
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && value > 0;
}

function isClock(value: unknown): value is () => number {
  return typeof value === 'function';
}
