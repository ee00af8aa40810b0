import { decodeFlatXml } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import type { WrittenField } from '../../types/subject.ts';
import { findTransitOperation } from '../operations/wechat.ts';
import type { Clues } from '../peeled.ts';
import type { Reader } from '../problems/collect-problems.ts';
import { reportCodecError } from '../problems/report-codec-error.ts';
import { type Draft, tableOf } from './draft.ts';

/** A message of WeChat Pay as it travels. */
export function readWechatXml(reader: Reader, clues: Clues): Draft | undefined {
  const { source } = reader;
  let fields: ReadonlyMap<string, string>;
  try {
    fields = decodeFlatXml(source.text);
  } catch (error) {
    reportCodecError(error, reader);
    return undefined;
  }
  const { because, fields: table, states, ...operation } = findTransitOperation(fields, clues);
  return {
    recognised: { platform: 'wechat-transit', wire: 'xml', ...operation, because: [SHAPE, ...because] },
    subject: {
      kind: 'wechat',
      source,
      fields,
      written: writtenFields(source.text),
      signature: fields.get('sign') ?? '',
      isQuery: false,
    },
    ...tableOf(table, states),
  };
}

const START_TAG = /<([\w.-]+)\s*(\/?)>/g;

/** Where the fields of a text stand that is known to be flat XML: empty tags, or text and CDATA up to the end tag. */
function writtenFields(xml: string): Map<string, WrittenField> {
  const written = new Map<string, WrittenField>();
  const tags = new RegExp(START_TAG);
  tags.lastIndex = xml.indexOf('>', xml.indexOf('<xml')) + 1;
  for (let tag = tags.exec(xml); tag !== null; tag = tags.exec(xml)) {
    const [whole, name = '', slash] = tag;
    const from = tag.index + whole.length;
    const to = slash === '/' ? from : endOfContent(xml, from);
    const end = slash === '/' ? from : xml.indexOf('>', to) + 1;
    written.set(name, { start: tag.index, end, content: xml.slice(from, to) });
    tags.lastIndex = end;
  }
  return written;
}

/** Where the end tag stands; what looks like one in CDATA is none. */
function endOfContent(xml: string, from: number): number {
  let at = xml.indexOf('<', from);
  while (xml.startsWith('<![CDATA[', at)) at = xml.indexOf('<', xml.indexOf(']]>', at));
  return at;
}

const SHAPE: Title = {
  zh: '<xml> 是微信支付 v2 的报文',
  en: 'an <xml> element is a message of WeChat Pay v2',
};
