import type { JsonObjectTree } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import type { ExplainOptions } from '../types/explanation.ts';
import type { Reading } from '../types/reading.ts';
import type { FieldsStep } from '../types/step.ts';
import type { EnvelopeSubject } from '../types/subject.ts';
import { canonicalJsonSpans, sortedMembers } from './canonical-json.ts';
import { explainField, ownOfMember } from './explain-fields.ts';
import type { Explained } from './explained.ts';
import { headerTitles } from './header-titles.ts';
import { sharedKeySteps } from './shared-key-steps.ts';
import { MATCH, MATCH_IF_AGENT, NO_BODY, REFUSED, UNREADABLE, UNSIGNED } from './verdicts.ts';

/** MMSP: MD5 over the canonical `Body` and the key [M] 快捷 3.3.2.1. */
export function explainEnvelope(
  subject: EnvelopeSubject,
  reading: Reading,
  options: ExplainOptions,
): Explained {
  const { envelope, body, isAgentMode } = subject;
  const header = envelope === undefined ? [] : [headerFields(subject, envelope)];
  const signature = options.signature?.trim() || subject.signature;
  if (body === undefined) {
    const isBroken = reading.problems.some(({ severity }) => severity === 'error');
    const isReply = reading.recognised.direction === 'reply';
    const unsigned = isReply ? REFUSED : UNSIGNED;
    const verdict = isBroken ? UNREADABLE : signature === '' ? unsigned : NO_BODY;
    return { steps: header, verdict };
  }
  const { steps, verdict } = sharedKeySteps({
    names: sortedMembers(body).map(({ name }) => name),
    canonical: canonicalJsonSpans(body),
    canonicalTitle: CANONICAL,
    algorithm: 'MD5',
    digestTitle: DIGEST,
    appendTitle: isAgentMode ? APPEND_AGENT : APPEND,
    key: signingKey(subject, options) ?? reading.pastedKey,
    signature,
  });
  const isUnsignedReply = signature === '' && reading.recognised.direction === 'reply';
  const isOfUnknownKey = verdict === MATCH && isAgentMode && !options.agentKey;
  return {
    steps: [...header, bodyFields(subject, body, reading), ...steps],
    verdict: isUnsignedReply ? REFUSED : isOfUnknownKey ? MATCH_IF_AGENT : verdict,
  };
}

/** In agent mode the agent's key goes before the merchant's [M] 快捷 3.1. */
function signingKey({ isAgentMode }: EnvelopeSubject, { key, agentKey }: ExplainOptions): string | undefined {
  return (isAgentMode && agentKey) || key || undefined;
}

function headerFields({ source }: EnvelopeSubject, { members }: JsonObjectTree): FieldsStep {
  const fields = members
    .filter(({ name, value }) => name !== 'Body' || value.kind !== 'object')
    .map((member) => {
      const why = member.name === 'Sign' ? IS_SIGNATURE : member.name === 'Body' ? SIGNED_ITSELF : HEADER;
      const own = ownOfMember(member, false, why, { text: source.text, source });
      const title = headerTitles[own.name];
      return {
        ...own,
        ...(title === undefined ? {} : { title }),
        sensitive: false,
        unknown: title === undefined,
      };
    });
  return { kind: 'fields', title: HEADER_FIELDS, fields };
}

function bodyFields(
  { bodySource, isBodyText }: EnvelopeSubject,
  body: JsonObjectTree,
  table: Reading,
): FieldsStep {
  const fields = body.members.map((member) =>
    explainField(ownOfMember(member, true, IN_BODY, { text: bodySource.text, source: bodySource }), table),
  );
  return { kind: 'fields', title: isBodyText ? TEXT_BODY_FIELDS : BODY_FIELDS, fields };
}

const HEADER_FIELDS: Title = {
  zh: '报文头：不参与签名',
  en: 'the header: not signed',
};

const BODY_FIELDS: Title = {
  zh: 'Body 的字段：全部参与签名',
  en: 'the fields of Body: all of them are signed',
};

const TEXT_BODY_FIELDS: Title = {
  zh: 'Body 字符串里的字段：全部参与签名',
  en: 'the fields in the text of Body: all of them are signed',
};

const HEADER: Title = {
  zh: '只有 Body 参与签名，报文头不参与',
  en: 'only Body is signed, the header is not',
};

const IS_SIGNATURE: Title = { zh: '这就是签名', en: 'this is the signature' };

const SIGNED_ITSELF: Title = {
  zh: 'Body 里的字段参与签名，见下',
  en: 'its fields are signed, see below',
};

const IN_BODY: Title = {
  zh: 'Body 的字段都参与签名，空值和 null 也是',
  en: 'every field of Body is signed, empty ones and null too',
};

const CANONICAL: Title = {
  zh: '写成紧凑的 JSON：没有空白，/ 写成 \\/，中文用原文；只有最外层排序',
  en: 'write it as compact JSON: no white space, / as \\/, Chinese as it is; only the top level is sorted',
};

const APPEND: Title = { zh: '加上 &key= 和商户密钥', en: 'append &key= and the merchant’s key' };

const APPEND_AGENT: Title = {
  zh: '机构模式：加上 &key= 和代理商密钥（没有时用商户密钥）',
  en: 'agent mode: append &key= and the agent’s key (the merchant’s where there is none)',
};

const DIGEST: Title = {
  zh: 'UTF-8 编码后取 MD5，写成 32 位大写十六进制',
  en: 'MD5 of its UTF-8 form, as 32 upper-case hex digits',
};
