import type { SearchMessage } from '../../search/message.ts';
import { isEmpty, isNull, type Member, type Members } from '../../search/value.ts';
import { defineFamily, type Variant } from '../mistake.ts';
import { everySigned, FINAL } from './signed.ts';

/** Fields that the message has and that were not signed. */
export const leftOut = /* @__PURE__ */ defineFamily({
  id: 'left_out',
  title: { en: 'Fields left out of the signature', zh: '漏签的字段' },
  mistakes: [
    {
      id: 'left_out.empty',
      cost: 1,
      title: {
        en: 'The empty fields ({detail}) are sent but were left out of the signature',
        zh: '空字段（{detail}）发送了，却没有参与签名',
      },
      fix: {
        en: 'Of an MMSP body every field is signed, empty ones too: sign "X":"" or do not send X.',
        zh: 'MMSP 的 Body 中空字段也参与签名：要么签 "X":""，要么不发送该字段。',
      },
      variants: (message) =>
        message.platform !== 'mmsp'
          ? []
          : withoutThose(message, [
              ({ value }) => isEmpty(value) || isNull(value),
              ({ value }) => isEmpty(value),
              ({ value }) => isNull(value),
            ]),
    },
    {
      id: 'left_out.falsy',
      cost: 2,
      title: {
        en: 'Fields that count as false ({detail}), 0 among them, were left out of the signature',
        zh: '被当作假值的字段（{detail}，包括 0）没有参与签名',
      },
      fix: {
        en: 'Take out fields by comparing with the empty string only: PHP’s array_filter and empty() and a bare if take 0 and "0" for empty.',
        zh: '只与空字符串比较来剔除字段：PHP 的 array_filter、empty() 以及直接用 if 判断都会把 0 和 "0" 当成空。',
      },
      variants: (message) => withoutThose(message, [isFalsy, isFalsyOutsidePhp]),
    },
    {
      id: 'left_out.unknown',
      cost: 2,
      title: {
        en: 'Fields that are not in the documents ({detail}) were left out of the signature',
        zh: '文档中没有的字段（{detail}）没有参与签名',
      },
      fix: {
        en: 'Whatever came is signed, fields that the documents do not list too: check the message as it came, before it is turned into a class of its own.',
        zh: '收到的所有字段都参与签名，包括文档未列出的：请用收到的原始报文验签，不要用转换后的实体类。',
      },
      variants: (message) => {
        // coupon_id_0 is a coupon_id_$n.
        const known = new Set(message.table.map(({ name }) => name));
        const isListed = (name: string) => known.has(name) || known.has(name.replace(/\d+$/, '$n'));
        return known.size === 0 ? [] : withoutThose(message, [({ name }) => !isListed(name)]);
      },
    },
    {
      id: 'left_out.sign_type',
      cost: 1,
      title: {
        en: 'sign_type is sent but was left out of the signature',
        zh: 'sign_type 发送了，却没有参与签名',
      },
      fix: {
        en: 'sign_type is signed like any other field: set it before signing.',
        zh: 'sign_type 与其他字段一样参与签名：请在签名前就设置好。',
      },
      variants: (message) =>
        message.platform === 'mmsp' ? [] : withoutThose(message, [({ name }) => name === 'sign_type']),
    },
    {
      id: 'left_out.sub_merchant',
      cost: 3,
      title: {
        en: 'The sub-merchant’s fields ({detail}) were left out of the signature',
        zh: '子商户字段（{detail}）没有参与签名',
      },
      fix: FINAL,
      variants: (message) =>
        message.platform === 'mmsp' ? [] : withoutThose(message, [({ name }) => name.startsWith('sub_')]),
    },
    {
      id: 'left_out.return',
      cost: 2,
      title: { en: '{detail} were left out of the signature', zh: '{detail} 没有参与签名' },
      fix: {
        en: 'Every field of a reply but sign is signed, return_code and return_msg too.',
        zh: '应答中除 sign 外的所有字段都参与签名，包括 return_code、return_msg。',
      },
      variants: (message) =>
        message.platform === 'mmsp'
          ? []
          : withoutThose(message, [
              ({ name }) => name.startsWith('return_'),
              ({ name }) => /^(return|result|err)_/.test(name),
            ]),
    },
    {
      id: 'left_out.field',
      cost: 3,
      title: {
        en: '{field} is in the message but was not signed: it was added afterwards, or left out',
        zh: '{field} 在报文里，却没有参与签名：签名后才加入，或被漏掉了',
      },
      fix: FINAL,
      variants: (message) =>
        everySigned(message).map(({ name }) => ({
          set: { fields: (members) => members.filter((member) => member.name !== name) },
          fields: [name],
        })),
    },
  ],
});

/** One variant for each test that some but not all of the signed fields meet, each set of fields once. */
function* withoutThose(
  message: SearchMessage,
  tests: readonly ((member: Member) => boolean)[],
): Iterable<Variant> {
  const signed = everySigned(message);
  const seen = new Set<string>();
  for (const test of tests) {
    const out = signed.filter(test);
    const names = listed(out);
    if (out.length === 0 || out.length === signed.length || seen.has(names)) continue;
    seen.add(names);
    yield {
      set: { fields: (members) => members.filter((member) => !test(member)) },
      detail: { en: names, zh: names },
      fields: namesOf(out),
    };
  }
}

export function namesOf(members: Members): string[] {
  return members.map(({ name }) => name);
}

export function listed(members: Members): string {
  const names = members.slice(0, 4).map(({ name }) => name);
  return names.join(', ') + (members.length > names.length ? ' …' : '');
}

function isFalsyOutsidePhp({ value }: Member): boolean {
  return isEmpty(value) || (value.kind === 'scalar' && /^(null|false|-?0(\.0+)?)$/.test(value.lexeme));
}

function isFalsy(member: Member): boolean {
  const { value } = member;
  if (value.kind === 'array') return value.items.length === 0;
  if (value.kind === 'object') return value.members.length === 0;
  return isFalsyOutsidePhp(member) || (value.kind === 'string' && value.value === '0');
}
