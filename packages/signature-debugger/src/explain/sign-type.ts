import type { Title } from '@yinjian/provider-kit';
import type { ExplainOptions } from '../types/explanation.ts';
import type { WechatSubject } from '../types/subject.ts';

export interface ChosenSignType {
  readonly signType: 'MD5' | 'HMAC-SHA256';
  readonly because: Title;
}

/** The algorithm of a message of WeChat Pay: as asked for, else its `sign_type`, else the length of its `sign`. */
export function chooseSignType(
  { fields, signature }: WechatSubject,
  options: ExplainOptions,
): ChosenSignType {
  const asked = options.signType;
  if (asked !== undefined) return { signType: asked, because: ASKED(asked) };
  const named = fields.get('sign_type');
  if (named === 'MD5' || named === 'HMAC-SHA256') return { signType: named, because: NAMED(named) };
  const found = options.signature?.trim() || signature;
  if (found.length === 32) return { signType: 'MD5', because: LENGTH_32 };
  if (found.length === 64) return { signType: 'HMAC-SHA256', because: LENGTH_64 };
  return { signType: 'HMAC-SHA256', because: DEFAULT };
}

const ASKED = (signType: string): Title => ({
  zh: `按指定的算法 ${signType}`,
  en: `${signType}, as was asked for`,
});

const NAMED = (signType: string): Title => ({
  zh: `报文的 sign_type 是 ${signType}`,
  en: `the message has sign_type ${signType}`,
});

const LENGTH_32: Title = {
  zh: '没有 sign_type，32 位的 sign 是 MD5',
  en: 'there is no sign_type; a sign of 32 digits is MD5',
};

const LENGTH_64: Title = {
  zh: '没有 sign_type，64 位的 sign 是 HMAC-SHA256',
  en: 'there is no sign_type; a sign of 64 digits is HMAC-SHA256',
};

const DEFAULT: Title = {
  zh: '没有 sign_type，按乘车扣款接口的默认算法 HMAC-SHA256（其他 v2 接口默认 MD5）',
  en: 'there is no sign_type; HMAC-SHA256 is the default of the transit operations (other v2 APIs default to MD5)',
};
