import { compareCodePoints } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import type { WrittenField } from '../types/subject.ts';
import { SpanWriter } from './span-writer.ts';

/** The names of the fields that WeChat Pay signs, sorted: all but `sign` and the empty ones. */
export function signedNames(fields: ReadonlyMap<string, string>): readonly string[] {
  return [...fields]
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .map(([name]) => name)
    .toSorted(compareCodePoints);
}

/** The text WeChat Pay signs, and what each piece of it is. The same text as `canonicalizeQuery` gives. */
export function canonicalQuerySpans(
  fields: ReadonlyMap<string, string>,
  written: ReadonlyMap<string, WrittenField>,
): SpanWriter {
  const writer = new SpanWriter();
  for (const [index, name] of signedNames(fields).entries()) {
    writer.field = undefined;
    if (index > 0) writer.write('&', 'punctuation');
    writer.field = name;
    const value = fields.get(name) ?? '';
    writer.write(name, 'name');
    writer.write('=', 'punctuation');
    writer.write(value, 'value', noteOf(value, written.get(name)?.content ?? value));
  }
  return writer;
}

function noteOf(value: string, content: string): Title | undefined {
  if (content.startsWith('<![CDATA[')) return CDATA;
  if (/&(?:amp|lt|gt|quot|apos|#)/.test(content) && content !== value) return ENTITY;
  if (/[&=%+ ]|[^\0-\x7f]/.test(value)) return RAW;
  return undefined;
}

const CDATA: Title = {
  zh: '取 CDATA 里面的内容签名，不含 <![CDATA[ 和 ]]>',
  en: 'what stands inside of CDATA is signed, without <![CDATA[ and ]]>',
};

const ENTITY: Title = {
  zh: '报文里写作 &amp; 之类的实体，签名时用还原后的字符',
  en: 'written with references such as &amp; in the message; the characters they stand for are signed',
};

const RAW: Title = {
  zh: '按原文签名，不做 URL 编码',
  en: 'signed as it is, not URL-encoded',
};
