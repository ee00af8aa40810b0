import { checkExplainOptions } from './explain/check-options.ts';
import { explainReading } from './explain/explain-reading.ts';
import { recognise } from './recognise/recognise.ts';
import type { ExplainOptions, Explanation } from './types/explanation.ts';

/**
 * Explains the signature of a message step by step: which fields are signed, in which order, as which text, with what
 * appended, and whether it matches.
 *
 * The message is whatever is at hand: an MMSP envelope or its `Body` alone, XML of WeChat Pay or its signing text, a
 * payout with or without its keys, and any of these inside of an HTML form, a form post, an HTTP message, a curl command,
 * a log line or a JSON string. At most 1 048 576 characters. What cannot be read is said in `problems`, with its place.
 *
 * Neither the result nor an error holds a key.
 *
 * @throws ConfigurationError for options of the wrong type or of another name; never for what the message or a key holds.
 * @example
 * ```ts
 * const { verdict, steps } = await explain(await request.text(), { key: md5Key });
 * ```
 */
export async function explain(message: string, options: ExplainOptions = {}): Promise<Explanation> {
  const checked = checkExplainOptions(message, options);
  return await explainReading(recognise(message, checked), checked);
}
