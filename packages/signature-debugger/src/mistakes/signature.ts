import type { Title } from '@yinjian/provider-kit';

/** How a signature that was calculated well is written wrongly. Not searched for: it is seen when it is compared. */
export const SIGNATURE_MISTAKES = {
  'signature.lower_case': {
    title: { en: 'The signature is not in upper case', zh: '签名不是大写' },
    fix: { en: 'Write the signature in upper-case hex.', zh: '签名结果要转成大写十六进制。' },
  },
  'signature.surrounded': {
    title: {
      en: 'There is something around the digits of the signature: white space, quotes, what md5sum or openssl print',
      zh: '签名前后多了内容：空白、引号，或 md5sum、openssl 附带输出的文字',
    },
    fix: { en: 'Send the hex digits alone.', zh: '只发送十六进制数字本身。' },
  },
  'signature.separated': {
    title: { en: 'The bytes of the signature are separated', zh: '签名的各字节之间有分隔符' },
    fix: {
      en: 'Take the separators out: BitConverter.ToString(hash).Replace("-", "").',
      zh: '去掉分隔符：BitConverter.ToString(hash).Replace("-", "")。',
    },
  },
  'signature.base64': {
    title: { en: 'The signature is base64, not hex', zh: '签名是 base64，而不是十六进制' },
    fix: { en: 'Write the digest as upper-case hex.', zh: '摘要要写成大写十六进制。' },
  },
  'signature.base64_of_hex': {
    title: { en: 'The signature is the base64 of its hex digits', zh: '对十六进制签名又做了 base64' },
    fix: { en: 'Send the hex digits themselves.', zh: '直接发送十六进制签名。' },
  },
  'signature.hex_twice': {
    title: { en: 'The signature is the hex of its hex digits', zh: '对十六进制签名又做了一次十六进制编码' },
    fix: { en: 'Turn the digest into hex once only.', zh: '只做一次十六进制编码。' },
  },
  'signature.middle_16': {
    title: { en: 'The signature is the short MD5 of 16 digits', zh: '签名用了 16 位 MD5' },
    fix: { en: 'Use all 32 digits of the MD5.', zh: '使用完整的 32 位 MD5。' },
  },
  'signature.leading_zero_lost': {
    title: { en: 'The signature lost its leading zeros', zh: '签名丢掉了前导零' },
    fix: {
      en: 'Pad the hex to its full length: a BigInteger prints none.',
      zh: '十六进制要补足位数：BigInteger 不会输出前导零。',
    },
  },
  'signature.bytes_unpadded': {
    title: {
      en: 'In the signature bytes below 16 have one digit instead of two',
      zh: '签名中小于 16 的字节只写了一位',
    },
    fix: { en: 'Write each byte with two digits: %02X.', zh: '每个字节写两位：%02X。' },
  },
  'signature.cut': {
    title: { en: 'The signature was cut', zh: '签名被截断' },
    fix: {
      en: 'Send the whole signature; a column or variable may be too short for it.',
      zh: '发送完整的签名；检查数据库列或变量的长度是否够。',
    },
  },
} as const satisfies Readonly<Record<`signature.${string}`, { readonly title: Title; readonly fix: Title }>>;

export type SignatureMistakeId = keyof typeof SIGNATURE_MISTAKES;
