import type { SourceText } from '../../internal/source-text.ts';
import type { Peel } from '../peeled.ts';
import { decodePercent } from './percent.ts';

/** A posted form that has a message in one of its fields: `web_api=%7B%22CommandID…` [M] 网关 5.1. */
export const peelForm: Peel = (source, problems) => {
  if (!/^[\w.[\]%-]+=/.test(source.text)) return undefined;
  const raw = rawValue(source);
  if (raw !== undefined) {
    const at = raw.value.placeOf(0, raw.value.text.length);
    if (raw.name === 'web_api') problems.warning('not_percent_encoded', NOT_ENCODED, at);
    return { containers: containersOf(raw.name), inner: raw.value };
  }
  let start = 0;
  for (const pair of source.text.split('&')) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, Math.max(equals, 0));
    const value = source.slice(start + equals + 1, start + pair.length);
    start += pair.length + 1;
    if (equals < 0 || !/^%(?:7B|3C|22)/i.test(value.text)) continue;
    return { containers: containersOf(name), inner: decodePercent(value, true, problems) };
  }
  return undefined;
};

function containersOf(name: string) {
  return name === 'web_api' ? (['form', 'web_api'] as const) : (['form'] as const);
}

/** A message that was not encoded may hold `&` itself, so it goes on to the end. */
function rawValue(source: SourceText): { name: string; value: SourceText } | undefined {
  const match = /^([\w.[\]-]+)=\s*(?=\{\s*["\\&]|<xml|<\?xml)/.exec(source.text);
  return match === null ? undefined : { name: match[1] ?? '', value: source.slice(match[0].length) };
}

const NOT_ENCODED = {
  zh: 'web_api 的值没有做百分号编码：其中的 &、+、% 会被改变或截断（浏览器提交表单时会自动编码）',
  en: 'the value of web_api is not percent-encoded: an &, + or % in it is changed or cuts it off (a browser encodes by itself)',
};
