import type { Title } from '@yinjian/provider-kit';
import type { ExplainOptions } from '../types/explanation.ts';
import type { Problem } from '../types/problem.ts';
import type { Platform } from '../types/recognised.ts';

/** What is unlikely about the keys of MD5 and HMAC. They are used as they are all the same. */
export function keyProblems(options: ExplainOptions, platform: Platform | undefined): Problem[] {
  return (['key', 'agentKey'] as const).flatMap((name): Problem[] => {
    const message = suspicion(options[name] ?? '', platform);
    if (message === undefined) return [];
    const words = { zh: `${name} ${message.zh}`, en: `${name} ${message.en}` };
    return [{ severity: 'warning', code: 'key_suspicious', message: words }];
  });
}

function suspicion(key: string, platform: Platform | undefined): Title | undefined {
  if (key === '') return undefined;
  if (/\s|[\u200b-\u200f\u2060\ufeff]/.test(key)) return BLANKS;
  if (!/^[\x21-\x7e]*$/.test(key)) return NOT_ASCII;
  if (key.startsWith('-----BEGIN')) return PEM;
  return platform === 'wechat-transit' && !/^[A-Za-z0-9]{32}$/.test(key) ? NOT_32 : undefined;
}

const BLANKS: Title = {
  zh: '里有空白或不可见字符（复制时带入？），照原样参与了计算',
  en: 'holds white space or an invisible character (copied along?) and was used as it is',
};

const NOT_ASCII: Title = { zh: '里有非 ASCII 字符', en: 'holds characters other than ASCII' };

const PEM: Title = { zh: '是 PEM，这里应为 MD5 密钥', en: 'is a PEM; the MD5 key is wanted here' };

const NOT_32: Title = {
  zh: '不是 32 位字母和数字，API 密钥都是 32 位',
  en: 'is not 32 letters and digits, as API keys are',
};
