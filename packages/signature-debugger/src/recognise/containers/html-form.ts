import type { SourceText } from '../../internal/source-text.ts';
import type { Place } from '../../types/place.ts';
import type { Peel } from '../peeled.ts';
import type { Problems } from '../problems/collect-problems.ts';
import { decodeReferences } from './html-references.ts';

const TAG = /<(?:input|textarea|form)\b/gi;

/** Whether the text starts as a message does: whatever else is in it, is in a value. */
export function isMessage(text: string): boolean {
  return /^(?:\{|\[\s*[{"]|"|<xml\b|<\?xml\b)/.test(text);
}

/** A page with more is none that pays. */
const MAX_TAGS = 200;

/** `name`, `name=value`, `name="value"`, `name='value'`; a `<` starts the next tag. */
const ATTRIBUTE = /\s*([^\s=<>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/y;

/** An HTML form with the message in a hidden field, as gateway payments are made [M] 网关 5.1. */
export const peelHtmlForm: Peel = (source, problems) => {
  if (isMessage(source.text) || !/<(?:input|textarea)\b/i.test(source.text)) return undefined;
  let path: string | undefined;
  const tags = new RegExp(TAG);
  for (let count = 0; count < MAX_TAGS; count++) {
    const match = tags.exec(source.text);
    if (match === null) break;
    const tag = match[0].toLowerCase();
    const { attributes, end } = readAttributes(source.text, tags.lastIndex);
    const held = tag === '<textarea' ? content(source.text, end) : undefined;
    // What is inside of a tag or of a text area is no tag, and is not read again.
    tags.lastIndex = held?.end ?? end;
    if (tag === '<form') {
      path = pathOf(textOf(source, attributes.get('action')));
      continue;
    }
    const value = held ?? attributes.get('value');
    if (value === undefined) continue;
    const isWebApi = textOf(source, attributes.get('name')) === 'web_api';
    const inner =
      wholeValue(source, value, problems) ?? decodeReferences(source.slice(value.start, value.end));
    if (!isWebApi && !/^\s*[{<]/.test(inner.text)) continue;
    const containers = isWebApi ? (['html-form', 'web_api'] as const) : (['html-form'] as const);
    return { containers, inner, clues: { role: 'sent', ...(path === undefined ? {} : { path }) } };
  }
  return undefined;
};

/** @returns where the last attribute ends: what closes the tag, and what may be missing, stands behind that */
function readAttributes(text: string, start: number) {
  const attributes = new Map<string, Place>();
  let end = start;
  for (;;) {
    ATTRIBUTE.lastIndex = end;
    const match = ATTRIBUTE.exec(text);
    if (match === null) return { attributes, end };
    end = ATTRIBUTE.lastIndex;
    const [whole, name = '', double, single, bare] = match;
    const value = double ?? single ?? bare ?? '';
    const closing = bare === undefined && whole.includes('=') ? 1 : 0;
    attributes.set(name.toLowerCase(), { start: end - closing - value.length, end: end - closing });
  }
}

function textOf({ text }: SourceText, place: Place | undefined): string | undefined {
  return place === undefined ? undefined : text.slice(place.start, place.end);
}

/** What a text area holds whose attributes end at `from`. */
function content(text: string, from: number): Place {
  const close = text.indexOf('>', from);
  const start = close < 0 ? text.length : close + 1;
  const ending = new RegExp(END_OF_TEXT_AREA);
  ending.lastIndex = start;
  return { start, end: ending.exec(text)?.index ?? text.length };
}

const END_OF_TEXT_AREA = /<\/textarea/gi;

/** Of a value that ends at its own first quote, what was meant. */
function wholeValue(source: SourceText, { start, end }: Place, problems: Problems): SourceText | undefined {
  const { text } = source;
  const close = text.indexOf('}"', start);
  if (text[start - 1] !== '"' || !/^\{\s*$/.test(text.slice(start, end)) || close < 0) return undefined;
  problems.warning('html_value_cut', CUT, source.placeOf(start, close + 1));
  return source.slice(start, close + 1);
}

const CUT = {
  zh: 'value="…" 中的双引号没有转义，浏览器只会提交第一个引号之前的 {；请写成 &quot; 或使用单引号',
  en: 'the quotes in value="…" are not escaped, so the browser submits { alone: write &quot; or use single quotes',
};

/** The path of an address, where it is one. */
export function pathOf(address: string | undefined): string | undefined {
  return address?.match(/^(?:https?:\/\/[^/?#\s]+)?(\/[^?#\s]*)/i)?.[1];
}
