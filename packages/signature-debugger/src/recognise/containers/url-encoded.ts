import type { Peel } from '../peeled.ts';
import { decodePercent } from './percent.ts';

/** A message that is percent-encoded as a whole: `%7B%22CommandID…`, `%3Cxml%3E…`. */
export const peelUrlEncoded: Peel = (source, problems) => {
  if (!/^%(?:7B|5B|3C|22)/i.test(source.text)) return undefined;
  const plus = !source.text.includes(' ');
  return { containers: ['url-encoded'], inner: decodePercent(source, plus, problems) };
};
