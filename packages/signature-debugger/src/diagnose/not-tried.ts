import type { Title } from '@yinjian/provider-kit';

/** What no search tries, however long it may take. */
export const NOT_TRIED: readonly Title[] = [
  {
    en: 'three mistakes or more at once, but for the way the signature is written and what a library does by default',
    zh: '三个及以上错误同时出现（签名的写法、库的默认行为不另计）',
  },
  {
    en: 'two other values of one field, and two mistakes of which the one leaves nothing of the other: two orders of the fields, two digests, two charsets, two ways to append the key, two scopes, two ways to write the same part of the JSON',
    zh: '同一字段的两种改动，以及互相排斥的两个错误：两种排序、两种摘要、两种字符编码、两种密钥拼接方式、两种签名范围、JSON 同一处的两种写法',
  },
  {
    en: 'another mistake together with a slip in one character of the key or with lost digits of a number that cannot be told from the message',
    zh: '密钥单个字符的错误、无法从报文推断的数字精度丢失，与另一个错误同时出现',
  },
];
