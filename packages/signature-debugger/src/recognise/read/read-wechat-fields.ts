import { DEFAULT_CODEC_LIMITS, type JsonObjectTree } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import type { WrittenField } from '../../types/subject.ts';
import { findTransitOperation } from '../operations/wechat.ts';
import type { Clues } from '../peeled.ts';
import { codecWords as words } from '../problems/codec-words.ts';
import type { Reader } from '../problems/collect-problems.ts';
import { type Draft, tableOf } from './draft.ts';

/** One `name=value` of a signing text. */
interface Pair extends WrittenField {
  readonly name: string;
  readonly value: string;
}

/** The signing text of WeChat Pay, `name=value&name=value`; a key at its end is taken off. */
export function readWechatQuery(reader: Reader, clues: Clues): Draft | undefined {
  const pairs = splitPairs(reader.source.text);
  if (pairs === undefined) return undefined;
  const { source, problems } = reader;
  const further = pairs[DEFAULT_CODEC_LIMITS.maxFields];
  if (further !== undefined) {
    problems.error('too_many_fields', words.too_many_fields, source.placeOf(further.start, further.end));
    return undefined;
  }
  return readFields(reader, clues, pairs, QUERY);
}

/** The fields of a message of WeChat Pay as a developer's program has them. */
export function readWechatJson(reader: Reader, tree: JsonObjectTree, clues: Clues): Draft | undefined {
  const { source, problems } = reader;
  problems.warning('fields_not_xml', NOT_XML, source.placeOf(tree.start, tree.end));
  const pairs = tree.members.map(({ name, value, start }): Pair => {
    const content = source.text.slice(value.start, value.end);
    return {
      name,
      start,
      end: value.end,
      content,
      value: value.kind === 'string' ? value.value : bare(content),
    };
  });
  return readFields(reader, clues, pairs, JSON_FIELDS);
}

/** As programs put it into XML: null is nothing. */
function bare(lexeme: string): string {
  return lexeme === 'null' ? '' : lexeme;
}

function readFields(
  { source, problems }: Reader,
  clues: Clues,
  pairs: readonly Pair[],
  shape: Title,
): Draft | undefined {
  const fields = new Map<string, string>();
  const written = new Map<string, WrittenField>();
  let pastedKey: string | undefined;
  for (const { name, value, start, end, content } of pairs) {
    if (/^key$/i.test(name)) {
      pastedKey = value;
      continue;
    }
    const at = source.placeOf(start, end);
    if (fields.has(name)) problems.error('xml_duplicate_field', words.xml_duplicate_field, at);
    if (/[\ud800-\udfff]/u.test(value)) problems.error('lone_surrogate', words.lone_surrogate, at);
    fields.set(name, value);
    written.set(name, { start, end, content });
  }
  if (problems.found.some(({ severity }) => severity === 'error')) return undefined;
  const { because, fields: table, states, ...operation } = findTransitOperation(fields, clues);
  return {
    recognised: { platform: 'wechat-transit', wire: 'query', ...operation, because: [shape, ...because] },
    subject: {
      kind: 'wechat',
      source,
      fields,
      written,
      signature: fields.get('sign') ?? '',
      isQuery: true,
    },
    ...tableOf(table, states),
    ...(pastedKey === undefined ? {} : { pastedKey }),
  };
}

/** A value may hold `=`, and `&` that starts no further pair. No more than tell that there are too many. */
function splitPairs(text: string): readonly Pair[] | undefined {
  const pairs: Pair[] = [];
  for (const { 0: pair, index } of text.matchAll(
    /(?:^|(?<=&))[A-Za-z_$][\w$.-]*=[^]*?(?=&[A-Za-z_][\w$.-]*=|$)/g,
  )) {
    const equals = pair.indexOf('=');
    const value = pair.slice(equals + 1);
    pairs.push({
      name: pair.slice(0, equals),
      value,
      content: value,
      start: index,
      end: index + pair.length,
    });
    if (pairs.length > DEFAULT_CODEC_LIMITS.maxFields) break;
  }
  return pairs.length > 1 && pairs[0]?.start === 0 ? pairs : undefined;
}

const QUERY: Title = {
  zh: '“名=值&名=值”是微信支付 v2 的签名原文',
  en: 'name=value&name=value is a signing text of WeChat Pay v2',
};

const JSON_FIELDS: Title = {
  zh: '字段名属于微信支付 v2',
  en: 'the names are those of WeChat Pay v2',
};

const NOT_XML: Title = {
  zh: '微信支付 v2 的报文是 XML，这里是 JSON；按其中的字段计算签名',
  en: 'WeChat Pay v2 speaks XML and this is JSON; the signature is calculated over its fields',
};
