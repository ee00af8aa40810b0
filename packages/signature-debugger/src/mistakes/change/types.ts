import { parseJsonTree } from '@yinjian/protocol-codec';
import { writeJson } from '../../search/json-writer.ts';
import { isNull, isNumber, NULL, scalar, text, type Value } from '../../search/value.ts';
import { defineFamily } from '../mistake.ts';
import { otherValues } from './one-field.ts';

const fix = {
  en: 'Sign each value with the JSON type it has in the message: 8 stays 8, "8" stays "8".',
  zh: '每个值都按报文中的 JSON 类型签名：8 就是 8，"8" 就是 "8"。',
};

/** One field whose value was signed with another JSON type. */
export const types = /* @__PURE__ */ defineFamily({
  id: 'types',
  title: { en: 'JSON type of a field', zh: '字段的 JSON 类型' },
  mistakes: [
    {
      id: 'types.quoted',
      cost: 2,
      title: { en: '{field} is a number but was signed in quotes', zh: '{field} 是数字，签名时却加了引号' },
      fix,
      variants: otherValues(function* (value) {
        if (isNumber(value)) yield text(value.lexeme);
      }),
    },
    {
      id: 'types.unquoted',
      cost: 3,
      title: {
        en: '{field} is text but was signed as a number, without quotes',
        zh: '{field} 是字符串，签名时却成了数字（没有引号）',
      },
      fix,
      variants: otherValues(function* (value) {
        if (value.kind !== 'string' || !/^-?\d{1,30}(\.\d{1,10})?$/.test(value.value)) return;
        const bare = value.value.replace(/^(-?)0+(?=\d)/, '$1');
        yield scalar(bare);
        if (bare.includes('.')) yield scalar(bare.replace(/\.?0+$/, ''));
      }),
    },
    {
      id: 'types.null',
      cost: 3,
      title: { en: '{field} was signed as {detail}', zh: '{field} 签名时写成了 {detail}' },
      fix,
      variants: otherValues(function* (value) {
        if (value.kind === 'string' && value.value === '') {
          yield { value: NULL, detail: { en: 'null', zh: 'null' } };
          yield { value: text('null'), detail: { en: '"null"', zh: '"null"' }, extra: 1 };
        }
        if (isNull(value)) {
          yield { value: text(''), detail: { en: 'the empty string', zh: '空字符串' } };
          yield { value: text('null'), detail: { en: '"null"', zh: '"null"' } };
        }
      }),
    },
    {
      id: 'types.boolean',
      cost: 3,
      title: { en: '{field} was signed as {detail}', zh: '{field} 签名时写成了 {detail}' },
      fix,
      variants: otherValues(function* (value) {
        const lexeme = value.kind === 'scalar' ? value.lexeme : '';
        if (lexeme !== 'true' && lexeme !== 'false') return;
        const other = lexeme === 'true' ? ['true', '1', 'True'] : ['false', '0', '', 'False'];
        for (const word of other) yield { value: text(word), detail: { en: `"${word}"`, zh: `"${word}"` } };
        const number = lexeme === 'true' ? '1' : '0';
        yield { value: scalar(number), detail: { en: number, zh: number } };
      }),
    },
    {
      id: 'types.object_as_text',
      cost: 2,
      title: {
        en: '{field} is an object but was signed as a text that holds JSON',
        zh: '{field} 是对象，签名时却成了 JSON 字符串',
      },
      fix,
      variants: otherValues(function* (value, _field, { base }) {
        if (value.kind !== 'object' && value.kind !== 'array') return;
        for (const slash of ['raw', 'escaped'] as const) {
          for (const unicode of ['raw', 'lower'] as const) {
            yield text(writeJson(value, { ...base, slash, unicode }));
          }
        }
      }),
    },
    {
      id: 'types.text_as_object',
      cost: 2,
      title: {
        en: '{field} is a text that holds JSON but was signed as an object',
        zh: '{field} 是 JSON 字符串，签名时却成了对象',
      },
      fix,
      variants: otherValues((value, _field, { platform }) => (platform === 'mmsp' ? parsed(value) : [])),
    },
  ],
});

/** The object or list that a text holds. */
export function parsed(value: Value): Value[] {
  if (value.kind !== 'string' || !/^\s*[{[]/.test(value.value)) return [];
  try {
    return [parseJsonTree(value.value)];
  } catch {
    return [];
  }
}
