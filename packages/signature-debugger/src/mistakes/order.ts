import { compareCodePoints } from '@yinjian/protocol-codec';
import type { Members } from '../search/value.ts';
import { always, defineFamily, type Mistake, usually } from './mistake.ts';
import {
  type Compare,
  compareAsWords,
  compareNaturally,
  inHashMap,
  inOrderOf,
  sortBy,
  sortInside,
  textOf,
} from './sorting.ts';

const fix = {
  en: 'Sort the fields of the top level by name, by byte value (upper case before _ before lower case): ksort with SORT_STRING in PHP, sorted() in Python, TreeMap in Java, sort() in JavaScript.',
  zh: '最外层字段按字段名的字节值（ASCII，大写在前，_ 在小写之前）升序排列：PHP 用 ksort(…, SORT_STRING)，Python 用 sorted()，Java 用 TreeMap，JavaScript 用 sort()。',
};

export const order = /* @__PURE__ */ defineFamily({
  id: 'order',
  title: { en: 'Order of the fields', zh: '字段排序' },
  mistakes: [
    {
      id: 'order.not_sorted',
      cost: 1,
      title: { en: 'The fields are not sorted', zh: '字段没有排序' },
      fix,
      variants: always({ order: (members) => members }),
    },
    sortedBy(
      'order.case_insensitive',
      2,
      { en: 'The fields are sorted without regard to case', zh: '字段排序时忽略了大小写' },
      (a, b) => compareCodePoints(a.toLowerCase(), b.toLowerCase()),
      // _ comes after the letters then.
      (a, b) => compareCodePoints(a.toUpperCase(), b.toUpperCase()),
    ),
    sortedBy(
      'order.locale',
      3,
      {
        en: 'The fields are sorted as words of a language (localeCompare, strcoll)',
        zh: '字段按语言习惯排序（localeCompare、strcoll）',
      },
      compareAsWords(true),
      compareAsWords(false),
    ),
    sortedBy('order.descending', 3, { en: 'The fields are sorted downwards', zh: '字段按降序排列' }, (a, b) =>
      compareCodePoints(b, a),
    ),
    sortedBy(
      'order.natural',
      4,
      {
        en: 'The fields are sorted naturally, _2 before _10 (SORT_NATURAL)',
        zh: '字段按自然顺序排列，_2 在 _10 之前（SORT_NATURAL）',
      },
      compareNaturally,
    ),
    {
      id: 'order.nested_sorted',
      cost: 2,
      title: {
        en: 'What is inside {field} is sorted too',
        zh: '{field} 内部的字段也被排序了',
      },
      fix: {
        en: 'Only the top level is sorted: inside an object the fields keep their order.',
        zh: '只排最外层：嵌套对象内部保持原有顺序。',
      },
      variants: ({ members }) => {
        const nested = members.filter((member) => sortInside(member) !== member);
        const names = nested.map(({ name }) => name);
        return nested.length === 0 ? [] : [{ set: { nesting: sortInside }, fields: names }];
      },
    },
    {
      id: 'order.hash_map',
      cost: 3,
      title: {
        en: 'The fields come in the order of a Java HashMap',
        zh: '字段顺序是 Java HashMap 的遍历顺序',
      },
      fix,
      variants: always({ order: inHashMap }),
    },
    {
      id: 'order.as_documented',
      cost: 4,
      title: {
        en: 'The fields come in the order of the table in the documents',
        zh: '字段按接口文档表格的顺序排列',
      },
      fix,
      variants: ({ table }) =>
        table.length === 0 ? [] : [{ set: { order: (members) => inOrderOf(table, members) } }],
    },
    {
      id: 'order.by_value',
      cost: 5,
      title: { en: 'The fields are sorted by value, not by name', zh: '字段按值排序，而不是按字段名' },
      fix,
      variants: always({
        order: (members) => sortBy(members, (a, b) => compareCodePoints(textOf(a), textOf(b))),
      }),
    },
    {
      id: 'order.reversed',
      cost: 5,
      title: { en: 'The fields come in reverse order of the message', zh: '字段按报文的相反顺序排列' },
      fix,
      variants: always({ order: (members) => members.toReversed() }),
    },
  ],
});

function sortedBy<const Id extends string>(
  id: Id,
  cost: number,
  title: Mistake['title'],
  ...comparisons: readonly Compare[]
): Mistake<Id> {
  return {
    id,
    cost,
    title,
    fix,
    variants: () =>
      usually(
        1,
        comparisons.map((compare) => ({
          set: { order: (members: Members) => sortBy(members, (a, b) => compare(a.name, b.name)) },
        })),
      ),
  };
}
