import { writeJson } from '../../search/json-writer.ts';
import type { SearchMessage } from '../../search/message.ts';
import {
  isNull,
  isNumber,
  type Member,
  mapScalars,
  NULL,
  scalar,
  text,
  type Value,
  withValue,
} from '../../search/value.ts';
import { parsed } from '../change/types.ts';
import { defineFamily, type Variant } from '../mistake.ts';
import { everyValue, ifSeveral } from './every-value.ts';

const fix = {
  en: 'Sign each value with the JSON type it has in the message: 8 stays 8, "8" stays "8".',
  zh: '每个值都按报文中的 JSON 类型签名：8 就是 8，"8" 就是 "8"。',
};

/** JSON types of all values at once. */
export const valueTypes = /* @__PURE__ */ defineFamily({
  id: 'value_types',
  title: { en: 'JSON types of all values', zh: '全部字段的 JSON 类型' },
  mistakes: [
    {
      id: 'value_types.numbers_quoted',
      cost: 1,
      title: { en: 'All numbers were signed in quotes', zh: '所有数字签名时都加了引号' },
      fix,
      variants: ifSeveral(
        everyValue(
          (value) => (isNumber(value) ? text(value.lexeme) : value),
          (value) => mapScalars(value, (one) => (isNumber(one) ? text(one.lexeme) : one)),
        ),
      ),
    },
    {
      id: 'value_types.scalars_quoted',
      cost: 2,
      title: {
        en: 'All numbers, booleans and nulls were signed as texts',
        zh: '所有数字、布尔值和 null 签名时都成了字符串',
      },
      fix,
      variants: everyValue(
        (value) => (value.kind === 'scalar' ? text(value.lexeme) : value),
        (value) => (isNull(value) ? text('') : value.kind === 'scalar' ? text(value.lexeme) : value),
      ),
    },
    {
      id: 'value_types.numeric_texts_unquoted',
      cost: 1,
      title: {
        en: 'Texts of digits were signed as numbers, without quotes (JSON_NUMERIC_CHECK)',
        zh: '数字字符串签名时都成了数字，没有引号（JSON_NUMERIC_CHECK）',
      },
      fix,
      variants: ifSeveral((message) => [
        ...everyValue(
          phpNumeric,
          (value) => mapNested(value, phpNumeric),
          javascriptNumber,
          bareDigits,
        )(message),
        ...onlyCounts(message),
      ]),
    },
    {
      id: 'value_types.null_as_empty',
      cost: 2,
      title: { en: 'Nulls were signed as empty texts', zh: 'null 签名时写成了空字符串' },
      fix,
      variants: everyValue(
        (value) => (isNull(value) ? text('') : value),
        (value) => mapScalars(value, (one) => (isNull(one) ? text('') : one)),
      ),
    },
    {
      id: 'value_types.empty_as_null',
      cost: 2,
      title: { en: 'Empty texts were signed as null', zh: '空字符串签名时写成了 null' },
      fix,
      variants: everyValue((value) => (value.kind === 'string' && value.value === '' ? NULL : value)),
    },
    {
      id: 'value_types.objects_as_texts',
      cost: 2,
      title: {
        en: 'All nested objects were signed as texts that hold JSON',
        zh: '所有嵌套对象签名时都成了 JSON 字符串',
      },
      fix,
      variants: (message) =>
        everyValue((value) =>
          value.kind === 'object' || value.kind === 'array'
            ? text(writeJson(value, { ...message.base, slash: 'raw' }))
            : value,
        )(message),
    },
    {
      id: 'value_types.texts_as_objects',
      cost: 2,
      title: {
        en: 'All texts that hold JSON were signed as objects',
        zh: '所有内容为 JSON 的字符串签名时都成了对象',
      },
      fix,
      variants: (message) =>
        message.platform === 'mmsp' ? everyValue((value) => parsed(value)[0] ?? value)(message) : [],
    },
    {
      id: 'value_types.empty_objects_as_lists',
      cost: 2,
      title: { en: 'Empty objects were signed as []', zh: '空对象 {} 签名时成了 []' },
      fix: {
        en: 'An empty object stays {}: cast it in PHP, (object) [].',
        zh: '空对象要保持 {}：PHP 中用 (object) []。',
      },
      variants: (message) => [
        ...everyValue((value) =>
          value.kind === 'object' && value.members.length === 0 ? { kind: 'array', items: [] } : value,
        )(message),
        // The body itself.
        ...(message.platform === 'mmsp' && message.members.length === 0
          ? [{ set: { frame: () => '[]' } }]
          : []),
      ],
    },
  ],
});

function mapNested(value: Value, map: (value: Value) => Value): Value {
  if (value.kind === 'object' || value.kind === 'array') {
    return mapStringsToValues(value, map);
  }
  return map(value);
}

function mapStringsToValues(value: Value, map: (value: Value) => Value): Value {
  switch (value.kind) {
    case 'string':
      return map(value);
    case 'scalar':
      return value;
    case 'array':
      return { kind: 'array', items: value.items.map((item) => mapStringsToValues(item, map)) };
    case 'object':
      return {
        kind: 'object',
        members: value.members.map((member) => ({
          name: member.name,
          value: mapStringsToValues(member.value, map),
        })),
      };
  }
}

/** Amounts, counts and codes, not the numbers of orders and cards. */
function onlyCounts({ table }: SearchMessage): Variant[] {
  const types = new Map(table.map(({ name, type }) => [name, type]));
  const tests: ((member: Member) => boolean)[] = [
    ({ name }) => ['fen', 'integer', 'code'].includes(types.get(name) ?? ''),
    ({ value }) => value.kind === 'string' && value.value.length < 10,
  ];
  return tests.map((test) => ({
    set: { values: (member) => (test(member) ? withValue(member, bareDigits(member.value)) : member) },
    extra: 1,
  }));
}

const NUMERIC = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i;

/** As PHP: leading zeros go, and what exceeds 64 bits becomes a float. */
function phpNumeric(value: Value): Value {
  if (value.kind !== 'string' || !NUMERIC.test(value.value)) return value;
  const digits = value.value.trim();
  if (/^[+-]?\d+$/.test(digits)) {
    const integer = BigInt(digits);
    if (BigInt.asIntN(64, integer) === integer) return scalar(String(integer));
  }
  return scalar(phpFloat(Number(digits)));
}

function phpFloat(number: number): string {
  const [mantissa = '', exponent = '0'] = number.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -5 && power < 15) return Number.isInteger(number) ? `${number}.0` : String(number);
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}e${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

function javascriptNumber(value: Value): Value {
  if (value.kind !== 'string' || !/^-?\d+(\.\d+)?$/.test(value.value)) return value;
  return scalar(String(Number(value.value)));
}

/** Only what is a number as it stands. */
function bareDigits(value: Value): Value {
  return value.kind === 'string' && /^(0|[1-9]\d*)$/.test(value.value) ? scalar(value.value) : value;
}
