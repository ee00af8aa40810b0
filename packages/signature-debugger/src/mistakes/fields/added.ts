import type { FieldDescription } from '@yinjian/provider-kit';
import type { SearchMessage } from '../../search/message.ts';
import type { Edit } from '../../search/plan.ts';
import { isEmpty, type Member, type Members, NULL, text, type Value, withValue } from '../../search/value.ts';
import { defineFamily, usually, type Variant } from '../mistake.ts';
import { listed, namesOf } from './left-out.ts';
import { FINAL } from './signed.ts';

/** Fields that were signed and that the message has not, or that are no part of the signature. */
export const added = /* @__PURE__ */ defineFamily({
  id: 'added',
  title: { en: 'Fields added to the signature', zh: '多签的字段' },
  mistakes: [
    {
      id: 'added.empty',
      cost: 1,
      title: {
        en: 'Empty fields ({detail}) were signed, which WeChat Pay leaves out',
        zh: '空字段（{detail}）参与了签名，微信支付不签空字段',
      },
      fix: {
        en: 'Leave fields whose value is the empty string out of the signature.',
        zh: '值为空的字段不参与签名。',
      },
      variants: (message) => {
        if (message.platform === 'mmsp') return [];
        const sent = message.members.filter(({ name }) => name !== 'sign');
        const empty = sent.filter(({ value }) => isEmpty(value));
        if (empty.length === 0) return [];
        return ['', ...EMPTY_WORDS].map((word, index) => {
          const names = listed(empty) + (word === '' ? '' : ` = ${word}`);
          return {
            set: {
              scope: sent.map((member) => (isEmpty(member.value) ? withValue(member, text(word)) : member)),
            },
            detail: { en: names, zh: names },
            fields: namesOf(empty),
            extra: Math.min(index, 2),
          };
        });
      },
    },
    {
      id: 'added.absent_empty',
      cost: 3,
      title: {
        en: 'Optional fields that are not sent ({detail}) were signed as empty',
        zh: '没有发送的可选字段（{detail}）以空值参与了签名',
      },
      fix: FINAL,
      variants: (message) => {
        const absent = absentFields(message).filter(({ presence }) => presence !== 'required');
        const some = absent.length <= MOST_IN_PAIRS ? [absent, ...pairsOf(absent)] : [absent];
        return [text(''), NULL].slice(0, message.platform === 'mmsp' ? 2 : 1).flatMap((value) =>
          some
            .filter(({ length }) => length > 1)
            .map((fields, index) => ({
              ...adding(fields.map(({ name }) => ({ name, value }))),
              extra: index === 0 ? 0 : 2,
            })),
        );
      },
    },
    {
      id: 'added.sign_type',
      cost: 1,
      title: {
        en: 'sign_type was signed ({detail}) but is not sent',
        zh: 'sign_type（{detail}）参与了签名，却没有发送',
      },
      fix: {
        en: 'Send the sign_type that was signed.',
        zh: '签名时用到的 sign_type 要一并发送。',
      },
      variants: (message) =>
        message.platform === 'mmsp' || message.members.some(({ name }) => name === 'sign_type')
          ? []
          : usually(
              2,
              ['HMAC-SHA256', 'MD5', 'SHA256', 'md5', 'RSA'].map((value) => ({
                ...adding([{ name: 'sign_type', value: text(value) }]),
                detail: { en: value, zh: value },
              })),
            ),
    },
    {
      id: 'added.sign',
      cost: 3,
      title: {
        en: 'The signature field itself ({field}) was signed',
        zh: '签名字段本身（{field}）参与了签名',
      },
      fix: {
        en: 'Take the signature field out before the text is made, empty or not.',
        zh: '生成签名原文前先去掉签名字段，空的也要去掉。',
      },
      variants: (message) =>
        usually(
          1,
          (message.platform === 'mmsp' ? ['Sign', 'SIGN', 'sign'] : ['sign']).flatMap((name) =>
            [text(''), ...(message.platform === 'mmsp' ? [NULL] : [...givenSign(message), text('null')])].map(
              (value) => adding([{ name, value }]),
            ),
          ),
        ),
    },
    {
      id: 'added.key_as_field',
      cost: 3,
      title: {
        en: 'The key was signed as a field ({field}), sorted in among the others',
        zh: '密钥被当作普通字段（{field}）一起排序参与了签名',
      },
      fix: {
        en: 'The key is no field: append &key= and the key at the end of the text.',
        zh: '密钥不是字段：在签名原文末尾追加 &key= 和密钥。',
      },
      variants: (message) =>
        usually(
          1,
          ['key', 'KEY', 'Key', 'md5key', 'MD5KEY'].map((name) => ({
            set: {
              fields: and([{ name, value: text(message.base.key) }]),
              append: (whole: string) => whole,
            },
            fields: [name],
          })),
        ),
    },
    {
      id: 'added.field',
      cost: 4,
      title: {
        en: '{field} was signed ({detail}) but is not sent',
        zh: '{field}（{detail}）参与了签名，却没有发送',
      },
      fix: FINAL,
      variants: (message) => absentFields(message).flatMap((field) => [...valuesOf(message, field)]),
    },
  ],
});

/** Of more fields the pairs are too many. */
const MOST_IN_PAIRS = 8;

function pairsOf<Item>(items: readonly Item[]): Item[][] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other) => [one, other]));
}

/** What programs print where there is nothing. */
const EMPTY_WORDS = ['null', 'None', '(null)', 'undefined', 'nil'];

function and(others: Members): Edit {
  return (members) => [...members, ...others];
}

function adding(fields: Members): Variant {
  const names = listed(fields);
  return { set: { fields: and(fields) }, detail: { en: names, zh: names }, fields: namesOf(fields) };
}

/** What the message carries as its signature, where another is to be explained. */
function givenSign({ members, signature }: SearchMessage): Value[] {
  return members
    .filter(({ name, value }) => name === 'sign' && value.kind === 'string' && value.value !== signature)
    .map(({ value }) => value);
}

function absentFields({ members, table }: SearchMessage): FieldDescription[] {
  const present = new Set(members.map(({ name }) => name));
  return table.filter(
    ({ name, type }) => !present.has(name) && name !== 'sign' && type !== 'list' && !name.includes('$'),
  );
}

function* valuesOf(message: SearchMessage, field: FieldDescription): Iterable<Variant> {
  const { name } = field;
  const documented = [
    ...(field.default === undefined ? [] : [field.default]),
    ...Object.keys(field.values ?? {}),
    ...(CURRENCY.test(name) ? ['CNY'] : []),
  ];
  const empty: Member[] = [{ name, value: text('') }];
  if (message.platform === 'mmsp') empty.push({ name, value: NULL });
  for (const [index, member] of empty.entries()) {
    yield { ...adding([member]), detail: EMPTY, extra: index };
  }
  for (const value of new Set(documented)) {
    yield { ...adding([{ name, value: text(value) }]), detail: { en: value, zh: value }, extra: 1 };
  }
}

const CURRENCY = /^(CUR|CURTYPE|(cash_)?fee_type)$/;

const EMPTY = { en: 'empty', zh: '空值' };
