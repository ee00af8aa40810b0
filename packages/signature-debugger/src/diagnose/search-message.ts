import { chooseSignType } from '../explain/sign-type.ts';
import { wechatSigned } from '../mistakes/fields/signed.ts';
import { byName } from '../mistakes/sorting.ts';
import { HMAC_SHA256, MD5 } from '../search/digest.ts';
import { jsonWriter } from '../search/json-writer.ts';
import type { OtherKey, SearchMessage } from '../search/message.ts';
import { COMPACT, NO_ESCAPES, type Plan, unchanged } from '../search/plan.ts';
import { queryWriter } from '../search/query-writer.ts';
import { type Members, text } from '../search/value.ts';
import type { DiagnoseOptions } from '../types/diagnosis.ts';
import type { Reading } from '../types/reading.ts';
import type { EnvelopeSubject, WechatSubject } from '../types/subject.ts';

/** A message whose signature is made with a shared key, and the plan that signs it correctly; or what is missing. */
export function searchMessage(reading: Reading, options: DiagnoseOptions): SearchMessage | undefined {
  const { subject } = reading;
  if (subject?.kind === 'envelope') return fromEnvelope(subject, reading, options);
  if (subject?.kind === 'wechat') return fromWechat(subject, reading, options);
  return undefined;
}

const plan: Omit<Plan, 'scope' | 'key' | 'digest'> = {
  fields: unchanged,
  change: unchanged,
  values: unchanged,
  nesting: unchanged,
  wrap: unchanged,
  order: byName,
  writer: jsonWriter,
  slash: 'escaped',
  unicode: 'raw',
  escapes: NO_ESCAPES,
  spacing: COMPACT,
  frame: unchanged,
  append: (signed, key) => `${signed}&key=${key}`,
  keyForm: unchanged,
  charset: undefined,
};

function fromEnvelope(
  { body, envelope, source, bodySource, signature, isAgentMode }: EnvelopeSubject,
  reading: Reading,
  options: DiagnoseOptions,
): SearchMessage | undefined {
  const agent = isAgentMode && options.agentKey !== undefined && options.agentKey !== '';
  const key = (agent ? options.agentKey : options.key) || reading.pastedKey;
  if (body === undefined || key === undefined || key === '') return undefined;
  const { members } = body;
  const header = (envelope?.members ?? []).filter(({ name }) => name !== 'Body' && name !== 'Sign');
  const otherKeys = [
    given(agent ? options.key : options.agentKey, agent ? MERCHANT : AGENT),
    ...furtherKeys(reading, options),
  ].flat();
  return {
    platform: 'mmsp',
    members,
    header,
    wholeText: source.text,
    signedPart: bodySource.text.slice(body.start, body.end),
    written: new Map(),
    table: reading.fields,
    signature: options.signature ?? signature,
    otherKeys,
    base: { ...plan, scope: members, key, digest: MD5 },
  };
}

function fromWechat(
  subject: WechatSubject,
  reading: Reading,
  options: DiagnoseOptions,
): SearchMessage | undefined {
  const key = options.key || reading.pastedKey;
  if (key === undefined || key === '') return undefined;
  const { fields, written, source, signature } = subject;
  const members: Members = Array.from(fields, ([name, value]) => ({ name, value: text(value) }));
  const { signType } = chooseSignType(subject, options);
  return {
    platform: 'wechat-transit',
    members,
    header: [],
    wholeText: source.text,
    signedPart: source.text,
    written: new Map(Array.from(written, ([name, { content }]) => [name, content])),
    table: reading.fields,
    signature: options.signature ?? signature,
    otherKeys: [given(options.agentKey, AGENT), ...furtherKeys(reading, options)].flat(),
    base: {
      ...plan,
      scope: wechatSigned(members),
      writer: queryWriter,
      slash: 'raw',
      unicode: 'all-raw',
      key,
      digest: signType === 'MD5' ? MD5 : HMAC_SHA256,
    },
  };
}

function furtherKeys({ pastedKey }: Reading, { otherKeys = [] }: DiagnoseOptions): OtherKey[][] {
  return [...otherKeys.map((key) => given(key, OTHER)), given(pastedKey, PASTED), PUBLISHED];
}

function given(key: string | undefined, title: OtherKey['title']): OtherKey[] {
  return key === undefined || key === '' ? [] : [{ key, title, isPublished: false }];
}

const MERCHANT = { en: 'the merchant’s, where the agent’s signs', zh: '商户密钥（应使用代理商密钥）' };
const AGENT = { en: 'the agent’s, where the merchant’s signs', zh: '代理商密钥（应使用商户密钥）' };
const OTHER = { en: 'one of the other keys that were given', zh: '给出的其他密钥之一' };
const PASTED = { en: 'the one that was pasted with the text', zh: '随原文一起粘贴的那个密钥' };

const PUBLISHED: OtherKey[] = [
  {
    key: 'ea21842eea24e448b991b1cb0a0294cf',
    title: { en: 'that of the published test merchant', zh: '文档公布的测试商户密钥' },
    isPublished: true,
  },
  {
    key: '192006250b4c09247ec02edce69f6a2d',
    title: { en: 'that of the example in the documents', zh: '文档示例中的密钥' },
    isPublished: true,
  },
];
