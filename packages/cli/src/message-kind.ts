import {
  CodecError,
  decodeFlatXml,
  type ParsedJson,
  parseJson,
  readJsonMembers,
} from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import { CliError } from './errors.ts';

/** A message that can be signed or checked, or what is signed of one. */
export type Message =
  /** MMSP: an envelope with `Body`, or a body alone. */
  | {
      readonly kind: 'envelope' | 'body';
      /** The raw text of the body. */
      readonly body: string;
      /** The raw text of every member of the envelope. */
      readonly members: ReadonlyMap<string, string>;
      /** Whether the agent's key signs: where `AGENTNO` is filled [M] 快捷 3.1. */
      readonly isAgentMode: boolean;
      /** Empty where there is none. */
      readonly signature: string;
    }
  /** WeChat Pay. */
  | {
      readonly kind: 'xml';
      readonly fields: ReadonlyMap<string, string>;
      readonly signature: string;
    }
  /** A payout as it travels. */
  | { readonly kind: 'payout'; readonly encrypted: string; readonly signature: string }
  /** What is encrypted and signed in one. */
  | { readonly kind: 'payout-plaintext'; readonly text: string };

export type Platform = 'mmsp' | 'wechat-transit';

/**
 * Tells what a message is by what it looks like: XML is WeChat Pay's, JSON is MMSP's unless WeChat Pay is asked for.
 *
 * @throws CliError for what cannot be read: with the code of the codec, in words and with the place; `unreadable` for
 * anything else.
 */
export async function readMessageKind(text: string, platform?: Platform): Promise<Message> {
  try {
    return readKind(text, platform);
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    throw new CliError(error.code, await inWords(error, text, platform));
  }
}

/** As `yinjian explain` says it. */
async function inWords(error: CodecError, text: string, platform: Platform | undefined): Promise<Title> {
  const { explain } = await import('@yinjian/signature-debugger');
  const { problems } = await explain(text, platform === undefined ? {} : { platform });
  const { zh, en } = problems.find(({ severity }) => severity === 'error')?.message ?? {
    zh: error.message,
    en: error.message,
  };
  return { en: `The message cannot be read: ${en}.`, zh: `无法读取报文：${zh}。` };
}

function readKind(text: string, platform?: Platform): Message {
  const start = text.trimStart().at(0);
  if (start === '<' && platform !== 'mmsp') {
    const fields = decodeFlatXml(text.trimStart());
    return { kind: 'xml', fields, signature: fields.get('sign') ?? '' };
  }
  if (start !== '{') {
    throw unreadable({
      en: 'This is neither the JSON of MMSP nor the XML of WeChat Pay. `yinjian explain` takes anything that holds a message.',
      zh: '既不是 MMSP 的 JSON，也不是微信支付的 XML。`yinjian explain` 可接受任何含有报文的内容。',
    });
  }
  if (platform === 'wechat-transit') {
    const fields = flatFields(text);
    return { kind: 'xml', fields, signature: fields.get('sign') ?? '' };
  }
  return readMmsp(text);
}

function readMmsp(text: string): Message {
  const members = readJsonMembers(text);
  const textOf = (name: string): string => {
    const raw = members.get(name) ?? '';
    return raw.startsWith('"') ? (parseJson(raw) as string) : '';
  };
  if (members.has('ENCRYPT')) {
    return { kind: 'payout', encrypted: textOf('ENCRYPT'), signature: textOf('SIGN') };
  }
  if (members.has('CMDID')) return { kind: 'payout-plaintext', text };
  const body = members.get('Body');
  if (body === undefined) return { kind: 'body', body: text, members, isAgentMode: false, signature: '' };
  if (!body.startsWith('{')) {
    throw unreadable({
      en: 'Body is no object: there is nothing to sign.',
      zh: 'Body 不是对象，没有可签名的内容。',
    });
  }
  const isAgentMode = textOf('AGENTNO') !== '';
  return { kind: 'envelope', body, members, isAgentMode, signature: textOf('Sign') };
}

/** The fields of a WeChat Pay message that were given as JSON. */
function flatFields(text: string): Map<string, string> {
  const values = parseJson(text) as { readonly [name: string]: ParsedJson };
  return new Map(
    Object.entries(values).map(([name, value]) => {
      if (typeof value === 'string') return [name, value];
      throw unreadable({ en: `${name} is neither text nor a number.`, zh: `${name} 既不是文本也不是数字。` });
    }),
  );
}

function unreadable(text: CliError['text']): CliError {
  return new CliError('unreadable', text);
}
