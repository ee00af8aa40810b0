import { type Member, type Members, text } from '../search/value.ts';
import { defineFamily, usually, type Variant } from './mistake.ts';
import { byName } from './sorting.ts';

const fix = {
  en: 'Sign the value of Body alone, sorted; not the fields around it.',
  zh: '只对 Body 的值（排序后）签名，不包括外层的其他字段。',
};

/** MMSP: more or less than the body was signed. */
export const scope = /* @__PURE__ */ defineFamily({
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
      variants: ({ header }) => {
        if (header.length === 0) return [];
        return BODIES.flatMap((bodyOf, index) =>
          [[], [{ name: 'Sign', value: text('') }]].map((sign: Members) => ({
            set: { wrap: (members: Members) => [...header, bodyOf(members), ...sign] },
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
        return (plain.length === others.length ? [others] : [others, plain]).flatMap((some) => [
          { set: { scope: [...some, ...members] } },
          // Only after something was done to those of the body.
          { set: { wrap: (body: Members) => [...some, ...body] } },
        ]);
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
      variants: ({ header }) => [
        ...header.map((field) => ({ ...withBody([field]), extra: isSender(field) ? 0 : 1 })),
        ...combinations(header).map((fields) => ({ ...withBody(fields), extra: 1 })),
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
      variants: () =>
        usually(
          1,
          BODIES.map((bodyOf) => ({ set: { wrap: (members: Members) => [bodyOf(members)] } })),
        ),
    },
    {
      id: 'scope.inner_object',
      cost: 5,
      title: { en: 'Only what is inside {field} was signed', zh: '只对 {field} 内部的内容签名' },
      fix,
      variants: ({ members }) =>
        members.flatMap(({ name, value }) =>
          value.kind === 'object' ? [{ set: { scope: value.members }, fields: [name] }] : [],
        ),
    },
  ],
});

/** These fields of the header, before those of the body. */
function withBody(header: Members): Variant {
  return {
    set: { fields: (members) => [...header, ...members] },
    fields: header.map(({ name }) => name),
  };
}

/** `Body` as a field of the envelope, as it came and sorted inside. */
const BODIES: readonly ((members: Members) => Member)[] = [
  (members) => ({ name: 'Body', value: { kind: 'object', members } }),
  (members) => ({ name: 'Body', value: { kind: 'object', members: byName(members) } }),
];

function isSender({ name }: Member): boolean {
  return /^(MERNO|TERMNO|AGENTNO)$/i.test(name);
}

/** Those header fields that say who sends, merchant, terminal and agent, where there are three of them. */
function combinations(header: Members): Members[] {
  const known = header.filter(isSender);
  return known.length > 2 ? [known] : [];
}
