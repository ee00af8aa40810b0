import { parseJsonTree } from '@yinjian/protocol-codec';
import { writeJson } from '../../search/json-writer.ts';
import { COMPACT, type Spacing, type Style } from '../../search/plan.ts';
import { type ObjectValue, text, type Value } from '../../search/value.ts';
import { otherValues } from '../change/one-field.ts';
import { defineFamily } from '../mistake.ts';
import { sortDeeply } from '../sorting.ts';

const fix = {
  en: 'Make the JSON of {field} once and keep the text: sign and send that very text, and check what came without reading and writing it again.',
  zh: '{field} 的 JSON 只生成一次并保留文本：签名和发送用同一个文本，验签时也不要解析后再序列化。',
};

const PYTHON: Spacing = { id: 'python', comma: ', ', colon: ': ' };
const PRETTY: Spacing = { id: 'pretty', comma: ',', colon: ': ', indent: { by: '    ', newline: '\n' } };

/** Values that are the text of a JSON object, `scene_info` above all. */
export const jsonTexts = /* @__PURE__ */ defineFamily({
  id: 'json_texts',
  title: { en: 'JSON inside a value', zh: '字段值里的 JSON' },
  mistakes: [
    {
      id: 'json_texts.rewritten',
      cost: 2,
      title: {
        en: 'The JSON in {field} was signed as it was written another time: {detail}',
        zh: '{field} 里的 JSON 签名时是另一种写法：{detail}',
      },
      fix,
      variants: otherValues(function* (value, _field, { base }) {
        const object = objectIn(value);
        if (object === undefined) return;
        for (const [sorted, tree] of [['', object] as const, ['sorted, ', sortDeeply(object)] as const]) {
          if (sorted !== '' && tree === object) continue;
          for (const [index, { en, zh, style }] of STYLES.entries()) {
            const rewritten = writeJson(tree, { ...base, ...style });
            if (rewritten === textIn(value)) continue;
            const detail = { en: sorted + en, zh: (sorted === '' ? '' : '内部排序，') + zh };
            yield {
              value: text(rewritten),
              detail,
              extra: sorted === '' ? Number(index > 4) : Math.min(index, 2),
            };
          }
        }
      }),
    },
    {
      id: 'json_texts.unwrapped',
      cost: 2,
      title: {
        en: '{field} was signed without its outer object',
        zh: '{field} 签名时少了最外面的一层对象',
      },
      fix: {
        en: 'The value is an object whose only key is {field} again: wrap it once, before signing.',
        zh: '值是只含一个键的对象，该键名仍是 {field}：签名前就包好这一层。',
      },
      variants: otherValues(function* (value, _field, { base }) {
        const [only, ...others] = objectIn(value)?.members ?? [];
        if (only?.value.kind !== 'object' || others.length > 0) return;
        yield text(writeJson(only.value, { ...base, slash: 'raw' }));
        yield text(writeJson(only.value, { ...base, slash: 'raw', spacing: PYTHON }));
        yield text(writeJson(only.value, { ...base, slash: 'escaped', unicode: 'lower' }));
      }),
    },
    {
      id: 'json_texts.wrapped_twice',
      cost: 2,
      title: { en: '{field} was signed wrapped once more', zh: '{field} 签名时多包了一层对象' },
      fix: {
        en: 'Wrap the object once: {"{field}":{…}}.',
        zh: '只包一层：{"{field}":{…}}。',
      },
      variants: otherValues(function* (value, { path }) {
        if (objectIn(value) === undefined) return;
        const written = textIn(value);
        yield text(`{"${path}":${written}}`);
        yield text(JSON.stringify({ [path]: written }));
      }),
    },
    {
      id: 'json_texts.as_string',
      cost: 2,
      title: {
        en: '{field} was signed as a JSON string, its quotes escaped',
        zh: '{field} 签名时又做了一次 JSON 编码，引号被转义',
      },
      fix,
      variants: otherValues(function* (value) {
        if (objectIn(value) === undefined) return;
        const string = JSON.stringify(textIn(value));
        yield text(string);
        yield text(string.slice(1, -1));
        yield text(string.replaceAll('/', '\\/'));
      }),
    },
    {
      id: 'json_texts.printed_object',
      cost: 4,
      title: {
        en: '{field} was signed as what a program prints for an object: {detail}',
        zh: '{field} 签名时是程序打印对象的结果：{detail}',
      },
      fix,
      variants: otherValues((value) =>
        objectIn(value) === undefined && value.kind !== 'object' && value.kind !== 'array'
          ? []
          : ['[object Object]', 'Array', 'Object', '{}', 'null', 'undefined'].map((printed) => ({
              value: text(printed),
              detail: { en: printed, zh: printed },
            })),
      ),
    },
  ],
});

const PLAIN = { slash: 'raw', unicode: 'all-raw', spacing: COMPACT } as const;

const STYLES: readonly { en: string; zh: string; style: Partial<Style> }[] = [
  { en: 'without white space', zh: '无空白', style: PLAIN },
  { en: 'slashes escaped', zh: '斜杠转义', style: { ...PLAIN, slash: 'escaped' } },
  {
    en: 'slashes and Chinese escaped',
    zh: '斜杠与中文都转义',
    style: { ...PLAIN, slash: 'escaped', unicode: 'lower' },
  },
  { en: 'Chinese as \\uXXXX', zh: '中文写成 \\uXXXX', style: { ...PLAIN, unicode: 'lower' } },
  {
    en: 'as Python writes it',
    zh: 'Python 的默认写法',
    style: { ...PLAIN, unicode: 'lower', spacing: PYTHON },
  },
  { en: 'with spaces', zh: '带空格', style: { ...PLAIN, spacing: PYTHON } },
  { en: 'pretty-printed', zh: '带缩进换行', style: { ...PLAIN, spacing: PRETTY } },
  {
    en: 'Chinese as \\uXXXX in capitals',
    zh: '中文写成大写 \\uXXXX',
    style: { ...PLAIN, unicode: 'upper' },
  },
];

function textIn(value: Value): string {
  return value.kind === 'string' ? value.value : '';
}

function objectIn(value: Value): ObjectValue | undefined {
  const written = textIn(value);
  if (!/^\s*\{/.test(written)) return undefined;
  try {
    const tree = parseJsonTree(written);
    return tree.kind === 'object' ? tree : undefined;
  } catch {
    return undefined;
  }
}
