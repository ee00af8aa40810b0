import type { Title } from '@yinjian/provider-kit';
import type { ExplainOptions } from '../types/explanation.ts';
import type { Problem } from '../types/problem.ts';
import type { Reading } from '../types/reading.ts';
import type { FieldsStep } from '../types/step.ts';
import type { WechatSubject } from '../types/subject.ts';
import { canonicalQuerySpans, signedNames } from './canonical-query.ts';
import { explainField } from './explain-fields.ts';
import type { Explained } from './explained.ts';
import { sharedKeySteps } from './shared-key-steps.ts';
import { chooseSignType } from './sign-type.ts';
import { REFUSED } from './verdicts.ts';

/** WeChat Pay v2: MD5 or HMAC-SHA256 over the sorted fields and the key (签名生成算法). */
export function explainWechat(subject: WechatSubject, reading: Reading, options: ExplainOptions): Explained {
  const { fields, written } = subject;
  const { signType, because } = chooseSignType(subject, options);
  const signature = options.signature?.trim() || subject.signature;
  const { steps, verdict } = sharedKeySteps({
    names: signedNames(fields),
    canonical: canonicalQuerySpans(fields, written),
    canonicalTitle: CANONICAL,
    algorithm: signType,
    digestTitle: signType === 'MD5' ? MD5 : HMAC,
    appendTitle: APPEND,
    key: options.key || reading.pastedKey || undefined,
    signature,
  });
  const isRefusal = fields.get('return_code') === 'FAIL' && signature === '';
  return {
    steps: [explainFields(subject, reading), ...steps],
    verdict: isRefusal ? REFUSED : verdict,
    recognised: { because: [...reading.recognised.because, because] },
    problems: signTypeProblems(subject),
  };
}

function signTypeProblems({ fields, written, source }: WechatSubject): Problem[] {
  const signType = fields.get('sign_type') ?? '';
  if (signType === '' || signType === 'MD5' || signType === 'HMAC-SHA256') return [];
  const place = written.get('sign_type');
  const at = place === undefined ? {} : { at: source.placeOf(place.start, place.end) };
  return [{ severity: 'warning', code: 'sign_type_unknown', message: SIGN_TYPE, ...at }];
}

const SIGN_TYPE: Title = {
  zh: 'sign_type 只能是 MD5 或 HMAC-SHA256（大小写和连字符都要一致）',
  en: 'sign_type is MD5 or HMAC-SHA256, in exactly this spelling',
};

function explainFields({ fields, written, source }: WechatSubject, table: Reading): FieldsStep {
  const rows = [...fields].map(([name, value]) => {
    const signed = name !== 'sign' && value !== '';
    const why = name === 'sign' ? IS_SIGNATURE : value === '' ? IS_EMPTY : IS_SIGNED;
    const place = written.get(name);
    const at = place === undefined ? {} : { at: source.placeOf(place.start, place.end) };
    return explainField({ name, value, type: 'string', signed, why, ...at }, table);
  });
  return { kind: 'fields', title: FIELDS, fields: rows };
}

const FIELDS: Title = {
  zh: '字段：除 sign 和空值外全部参与签名，文档里没有的也是',
  en: 'the fields: all but sign and empty ones are signed, those that are in no table too',
};

const IS_SIGNATURE: Title = { zh: 'sign 本身不参与签名', en: 'sign itself is not signed' };

const IS_EMPTY: Title = { zh: '值为空，不参与签名', en: 'it is empty, so it is not signed' };

const IS_SIGNED: Title = { zh: '值不为空，参与签名', en: 'it is not empty, so it is signed' };

const CANONICAL: Title = {
  zh: '写成“名=值”，用 & 连接；值用原文，不做 URL 编码',
  en: 'write name=value, joined with &; values as they are, not URL-encoded',
};

const APPEND: Title = {
  zh: '加上 &key= 和 API 密钥（服务商模式用服务商的）',
  en: 'append &key= and the API key (in partner mode the service provider’s)',
};

const MD5: Title = {
  zh: 'UTF-8 编码后取 MD5，写成 32 位大写十六进制',
  en: 'MD5 of its UTF-8 form, as 32 upper-case hex digits',
};

const HMAC: Title = {
  zh: 'UTF-8 编码后取 HMAC-SHA256（密钥仍是 API 密钥），写成 64 位大写十六进制',
  en: 'HMAC-SHA256 of its UTF-8 form, keyed with the same API key, as 64 upper-case hex digits',
};
