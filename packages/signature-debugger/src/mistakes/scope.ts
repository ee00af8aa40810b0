import type { SearchMessage } from '../search/message.ts';
import { type Member, type Members, type ObjectValue, text } from '../search/value.ts';
import { type Family, usually, type Variant } from './mistake.ts';
import { byName } from './sorting.ts';

const fix = {
  en: 'Sign the value of Body alone, sorted; not the fields around it.',
  zh: '只对 Body 的值（排序后）签名，不包括外层的其他字段。',
};

/** MMSP: more or less than the body was signed. */
export const scope: Family = {
  id: 'scope',
  title: { en: 'What is signed', zh: '签名的范围' },
  mistakes: [
    {
      id: 'scope.envelope',
      cost: 2,
      title: {
        en: 'The whole message was signed, not its Body alone',
        zh: '对整个报文签名，而不是只对 Body 签名',
      },
      fix,
      variants: (message) => {
        if (message.header.length === 0) return [];
        return bodies(message).flatMap((body, index) =>
          [[], [{ name: 'Sign', value: text('') }]].map((sign: Members) => ({
            set: { scope: [...message.header, body, ...sign] },
            extra: index + sign.length,
          })),
        );
      },
    },
    {
      id: 'scope.header_with_body',
      cost: 2,
      title: {
        en: 'The fields of the header were signed together with those of Body',
        zh: '外层公共字段与 Body 的字段合在一起签名',
      },
      fix,
      variants: ({ header, members }) => {
        if (header.length === 0) return [];
        const names = new Set(members.map(({ name }) => name));
        const others = header.filter(({ name }) => !names.has(name));
        const plain = others.filter(({ name }) => name !== 'Attach' && name !== 'Extends');
        return (plain.length === others.length ? [others] : [others, plain]).map((some) => ({
          set: { scope: [...some, ...members] },
        }));
      },
    },
    {
      id: 'scope.header_field',
      cost: 3,
      title: {
        en: '{field} of the header was signed with the body',
        zh: '外层字段 {field} 也参与了 Body 的签名',
      },
      fix,
      variants: ({ header, members }) => [
        ...header.map((field): Variant => ({ set: { scope: [field, ...members] }, field: field.name })),
        ...combinations(header).map(
          (fields): Variant => ({
            set: { scope: [...fields, ...members] },
            field: fields.map(({ name }) => name).join(', '),
            extra: 1,
          }),
        ),
      ],
    },
    {
      id: 'scope.body_wrapped',
      cost: 3,
      title: {
        en: 'Body was signed with its name, {"Body":{…}}',
        zh: '签名时带上了 Body 这个键：{"Body":{…}}',
      },
      fix,
      variants: (message) =>
        usually(
          1,
          bodies(message).map((body) => ({ set: { scope: [body] } })),
        ),
    },
    {
      id: 'scope.inner_object',
      cost: 5,
      title: { en: 'Only what is inside {field} was signed', zh: '只对 {field} 内部的内容签名' },
      fix,
      variants: ({ members }) =>
        members.flatMap(({ name, value }) =>
          value.kind === 'object' ? [{ set: { scope: value.members }, field: name }] : [],
        ),
    },
  ],
};

/** `Body` as a field of the envelope, as it came and sorted inside. */
function bodies({ members }: SearchMessage): Member[] {
  const asSent: ObjectValue = { kind: 'object', members };
  return [asSent, { kind: 'object' as const, members: byName(members) }].map((value) => ({
    name: 'Body',
    value,
  }));
}

/** The pairs of header fields that say who sends: merchant, terminal, agent. */
function combinations(header: Members): Members[] {
  const known = header.filter(({ name }) => /^(MERNO|TERMNO|AGENTNO)$/i.test(name));
  return known.length < 2
    ? []
    : [known, ...(known.length > 2 ? known.map((one) => known.filter((other) => other !== one)) : [])];
}
