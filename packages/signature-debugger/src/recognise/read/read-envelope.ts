import { type JsonObjectTree, parseJsonTree } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import type { SourceText } from '../../internal/source-text.ts';
import type { EnvelopeSubject } from '../../types/subject.ts';
import { decodeJsonString } from '../containers/json-string.ts';
import { findMmspOperation } from '../operations/mmsp.ts';
import type { Reader } from '../problems/collect-problems.ts';
import { reportCodecError } from '../problems/report-codec-error.ts';
import { type Draft, tableOf } from './draft.ts';
import { findMember, namesOf, textOfMember } from './tree-values.ts';

/** An MMSP envelope [M] 快捷 3.1. */
export function readEnvelope(reader: Reader, envelope: JsonObjectTree): Draft {
  const { body, bodySource, isBodyText } = bodyOf(reader, envelope);
  const commandId = textOfMember(envelope, 'CommandID');
  const isFromPlatform = findMember(envelope, 'RetCode') !== undefined || Number(commandId) >= 0x8000;
  const isAgentMode = textOfMember(envelope, 'AGENTNO') !== '';
  const names = body === undefined ? [] : namesOf(body);
  const { because, fields, states, ...operation } = findMmspOperation({
    isPayout: false,
    commandId,
    names,
    isFromPlatform,
  });
  const subject: EnvelopeSubject = {
    kind: 'envelope',
    source: reader.source,
    envelope,
    bodySource,
    ...(body === undefined ? {} : { body }),
    isBodyText,
    signature: textOfMember(envelope, 'Sign'),
    isAgentMode,
  };
  return {
    recognised: {
      platform: 'mmsp',
      wire: 'envelope',
      direction: isFromPlatform ? 'reply' : 'request',
      ...operation,
      because: [SHAPE, ...because, ...(isAgentMode ? [AGENT_MODE] : [])],
    },
    subject,
    ...tableOf(fields, states),
  };
}

type Body = Pick<EnvelopeSubject, 'body' | 'bodySource' | 'isBodyText'>;

function bodyOf(reader: Reader, envelope: JsonObjectTree): Body {
  const { source, problems } = reader;
  const value = findMember(envelope, 'Body')?.value;
  const absent = { bodySource: source, isBodyText: false };
  if (value === undefined) return absent;
  if (value.kind === 'object') return { body: value, bodySource: source, isBodyText: false };
  const at = source.placeOf(value.start, value.end);
  if (value.kind === 'string' && /^\s*\{/.test(value.value)) {
    problems.warning('body_is_text', BODY_IS_TEXT, at);
    const bodySource = decodeJsonString(source.slice(value.start + 1, value.end - 1));
    const body = parseBody({ source: bodySource, problems });
    return { ...(body === undefined ? {} : { body }), bodySource, isBodyText: true };
  }
  const raw = source.text.slice(value.start, value.end);
  const isEmpty = (value.kind === 'string' && value.value === '') || raw === 'null';
  const words = /^\[\s*\]$/.test(raw) ? BODY_IS_EMPTY_ARRAY : BODY_NOT_OBJECT;
  if (!isEmpty) problems.error('body_not_object', words, at);
  return absent;
}

function parseBody(reader: { source: SourceText; problems: Reader['problems'] }): JsonObjectTree | undefined {
  try {
    const tree = parseJsonTree(reader.source.text);
    return tree.kind === 'object' ? tree : undefined;
  } catch (error) {
    reportCodecError(error, reader);
    return undefined;
  }
}

const SHAPE: Title = {
  zh: '有 Body 或 CommandID 的 JSON 是 MMSP 的报文（快捷、扫码、网关）',
  en: 'JSON with Body or CommandID is an MMSP envelope (quick pay, scan pay, gateway)',
};

const AGENT_MODE: Title = {
  zh: 'AGENTNO 不为空，是机构模式：用代理商的密钥签名',
  en: 'AGENTNO is filled, so the message is in agent mode: the agent’s key signs',
};

const BODY_IS_TEXT: Title = {
  zh: 'Body 应是 JSON 对象，这里是内含 JSON 的字符串；按取出后的对象计算签名',
  en: 'Body should be a JSON object and is a string that holds one; the signature is calculated over that object',
};

const BODY_IS_EMPTY_ARRAY: Title = {
  zh: 'Body 是空数组，没有可签名的字段：PHP 的 json_encode 把没有成员的数组写成 []，要写成 (object) 才得到 {}',
  en: 'Body is an empty array, so no field can be signed: json_encode of PHP writes an array without members as [], and only one cast to (object) as {}',
};

const BODY_NOT_OBJECT: Title = {
  zh: 'Body 应是 JSON 对象，没有可签名的内容',
  en: 'Body should be a JSON object: there is nothing that can be signed',
};
