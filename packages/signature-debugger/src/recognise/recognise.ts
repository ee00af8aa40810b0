import { SourceText } from '../internal/source-text.ts';
import type { ExplainOptions } from '../types/explanation.ts';
import type { Reading } from '../types/reading.ts';
import type { Container } from '../types/recognised.ts';
import { peelCurl } from './containers/curl.ts';
import { peelFetchCall } from './containers/fetch-call.ts';
import { peelForm } from './containers/form.ts';
import { peelHtmlEscaped } from './containers/html-escaped.ts';
import { peelHtmlForm } from './containers/html-form.ts';
import { peelHttpMessage } from './containers/http-message.ts';
import { peelJsonRecord } from './containers/json-record.ts';
import { peelJsonString } from './containers/json-string.ts';
import { peelLogEscaped } from './containers/log-escaped.ts';
import { peelPowerShell } from './containers/powershell.ts';
import { peelTextAround } from './containers/text-around.ts';
import { peelUrlEncoded } from './containers/url-encoded.ts';
import type { Clues, Peel } from './peeled.ts';
import { Problems, type Reader } from './problems/collect-problems.ts';
import { checkEncoding } from './problems/encoding.ts';
import { notations } from './problems/notations.ts';
import { type Draft, tableOf } from './read/draft.ts';
import { readJson } from './read/read-json.ts';
import { readReturn } from './read/read-return.ts';
import { readWechatQuery } from './read/read-wechat-fields.ts';
import { readWechatXml } from './read/read-wechat-xml.ts';

/** 1 MiB, as every reader of the library. */
const MAX_LENGTH = 1_048_576;

/** Deeper than anything is wrapped in practice. */
const MAX_LAYERS = 8;

/** Every kind of layer: those that surround a message before those that the message itself may look like. */
const layers: readonly Peel[] = [
  peelCurl,
  peelPowerShell,
  peelFetchCall,
  peelLogEscaped,
  peelHttpMessage,
  peelHtmlForm,
  peelHtmlEscaped,
  peelUrlEncoded,
  peelForm,
  peelJsonString,
  peelJsonRecord,
  peelTextAround,
];

/** Finds the message in what was given and tells what it is. Never throws for what the text holds. */
export function recognise(message: string, options: Pick<ExplainOptions, 'platform'> = {}): Reading {
  const problems = new Problems(message);
  const whole = SourceText.whole(message).trim();
  if (message.length > MAX_LENGTH) {
    problems.error('message_too_long', TOO_LONG);
    return unreadable([], problems);
  }
  if (whole.text === '') {
    problems.error('empty', EMPTY);
    return unreadable([], problems);
  }
  checkEncoding(whole, problems);
  const { source, containers, clues } = takeOff(whole, problems);
  const draft = read({ source, problems }, clues, options);
  if (draft === undefined) return unreadable(containers, problems);
  const pastedKey = clues.pastedKey ?? draft.pastedKey;
  if (pastedKey !== undefined) problems.warning('key_in_message', PASTED_KEY);
  return {
    recognised: { ...draft.recognised, containers },
    problems: problems.found,
    ...(draft.subject === undefined ? {} : { subject: draft.subject }),
    ...tableOf(draft.fields, draft.states),
    ...(pastedKey === undefined ? {} : { pastedKey }),
  };
}

interface Core {
  readonly source: SourceText;
  readonly containers: readonly Container[];
  readonly clues: Clues;
}

function takeOff(whole: SourceText, problems: Problems): Core {
  let source = withoutMark(whole, problems);
  const containers: Container[] = [];
  const layersOfClues: (Clues | undefined)[] = [];
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const peeled = firstOf(source, problems);
    if (peeled === undefined) break;
    containers.push(...peeled.containers);
    layersOfClues.unshift(peeled.clues);
    source = withoutMark(peeled.inner.trim(), problems);
  }
  // What the outermost layer tells goes before.
  return { source, containers, clues: Object.assign({}, ...layersOfClues) as Clues };
}

function firstOf(source: SourceText, problems: Problems) {
  for (const peel of layers) {
    const peeled = peel(source, problems);
    if (peeled !== undefined) return peeled;
  }
  return undefined;
}

function withoutMark(source: SourceText, problems: Problems): SourceText {
  if (!source.text.startsWith('\ufeff')) return source;
  problems.warning('byte_order_mark', MARK, source.placeOf(0, 1));
  return source.slice(1).trim();
}

function read(reader: Reader, clues: Clues, options: Pick<ExplainOptions, 'platform'>): Draft | undefined {
  const { source, problems } = reader;
  const before = problems.found.length;
  if (/^[{[]/.test(source.text) && !notations.some(({ pattern }) => pattern.test(source.text))) {
    return readJson(reader, clues, options);
  }
  if (source.text.startsWith('<')) return readWechatXml(reader, clues);
  const draft =
    readReturn(reader) ?? (options.platform === 'mmsp' ? undefined : readWechatQuery(reader, clues));
  if (draft !== undefined) return draft;
  const notation = notations.find(({ pattern }) => pattern.test(source.text));
  if (notation !== undefined) {
    problems.error(notation.code, notation.words, source.placeOf(0, source.text.length));
  } else if (problems.found.length === before) {
    const words = REFUSAL.test(source.text) ? ONLY_A_REFUSAL : NOT_RECOGNISED;
    problems.error('not_recognised', words, source.placeOf(0, source.text.length));
  }
  return undefined;
}

function unreadable(containers: readonly Container[], problems: Problems): Reading {
  return { recognised: { containers, because: [] }, problems: problems.found, fields: [] };
}

const EMPTY = { zh: '没有内容', en: 'there is nothing' };

const TOO_LONG = {
  zh: '报文超过 1 048 576 个字符',
  en: 'the message is longer than 1 048 576 characters',
};

const MARK = {
  zh: '开头有字节顺序标记（BOM），已忽略；如果签名的是带 BOM 的文本，签名就会不同',
  en: 'there is a byte-order mark at the start, which is left out; signing a text that has one gives another signature',
};

const PASTED_KEY = {
  zh: '粘贴的签名原文里带有密钥：没有另给密钥时用它计算，不会显示；请不要把它发给别人',
  en: 'the signing text was pasted with its key, which is used where no other is given and never shown: do not pass it on',
};

/** How platforms say that a signature is wrong. */
const REFUSAL = /签名|验签|\bsign(?:ature)?\b.*\b(?:error|invalid|wrong|fail|mismatch)|SIGN_?ERROR/i;

const ONLY_A_REFUSAL = {
  zh: '这像是平台的拒绝。要查的是你发出的请求：把请求报文（JSON、XML、HTTP 报文或 curl 命令）和密钥粘贴进来',
  en: 'this looks like a refusal. What to look into is the request that you sent: paste that (JSON, XML, an HTTP message or curl command), with its key',
};

const NOT_RECOGNISED = {
  zh: '认不出来：应为 MMSP 的 JSON、微信支付的 XML、“名=值&名=值”的签名原文，或包含它们的 HTTP 报文、curl 命令、表单',
  en: 'not recognised: expected JSON of MMSP, XML of WeChat Pay, a signing text name=value&name=value, or an HTTP message, curl command or form that holds one',
};
