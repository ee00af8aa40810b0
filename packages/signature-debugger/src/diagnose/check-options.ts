import { ConfigurationError, type Issue } from '@yinjian/provider-kit';
import { checkExplainOptions } from '../explain/check-options.ts';
import type { DiagnoseOptions } from '../types/diagnosis.ts';

/**
 * A copy of the options that later changes to the caller's object do not reach.
 *
 * @throws ConfigurationError for values of the wrong type
 */
export function checkDiagnoseOptions(message: unknown, options: unknown): DiagnoseOptions {
  const given: DiagnoseOptions = checkExplainOptions(message, options);
  const { theirText, otherKeys, milliseconds, signal, now } = given as Partial<
    Record<keyof DiagnoseOptions, unknown>
  >;
  const issues: Issue[] = [];
  const refuse = (path: keyof DiagnoseOptions, words: string) =>
    issues.push({ path, code: 'wrong_type', message: words });
  if (theirText !== undefined && typeof theirText !== 'string') refuse('theirText', 'must be text');
  if (otherKeys !== undefined && !isTexts(otherKeys)) refuse('otherKeys', 'must be a list of texts');
  if (milliseconds !== undefined && !(typeof milliseconds === 'number' && milliseconds > 0)) {
    refuse('milliseconds', 'must be a positive number');
  }
  if (signal !== undefined && !(signal instanceof AbortSignal)) refuse('signal', 'must be an AbortSignal');
  if (now !== undefined && typeof now !== 'function') refuse('now', 'must be a function');
  if (issues.length > 0) throw new ConfigurationError(issues);
  return {
    ...given,
    ...(isTexts(otherKeys) ? { otherKeys: [...otherKeys] } : {}),
    // As an encoder of UTF-8 takes half of a surrogate pair.
    ...(typeof theirText === 'string' ? { theirText: theirText.replace(/\p{Surrogate}/gu, '\ufffd') } : {}),
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
