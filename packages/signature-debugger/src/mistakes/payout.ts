import type { Title } from '@yinjian/provider-kit';

export interface PayoutMistake {
  /** `{detail}` stands for what differs. */
  readonly title: Title;
  readonly fix: Title;
}

const SIGN_PLAINTEXT: Title = {
  en: 'SIGN is SHA1withRSA over the bytes of the plain JSON, the very same that are encrypted.',
  zh: 'SIGN 是对明文 JSON 字节做的 SHA1withRSA 签名，与加密的必须是同一串字节。',
};
const STANDARD_BASE64: Title = {
  en: 'Write it as standard base64 (with + and /), in one piece and without line breaks.',
  zh: '用标准 Base64（含 + 和 /），整体编码一次，不换行。',
};
const PLATFORM_PUBLIC: Title = {
  en: 'Encrypt with the platform’s public key, RSA/ECB/PKCS1Padding (OPENSSL_PKCS1_PADDING).',
  zh: '用平台公钥加密，填充方式 RSA/ECB/PKCS1Padding（OPENSSL_PKCS1_PADDING）。',
};

/** What goes wrong with payouts, which are signed and encrypted with RSA. */
export const PAYOUT_MISTAKES = {
  'payout.other_hash': {
    title: { en: 'Signed with {detail}, not with SHA1withRSA', zh: '签名用了 {detail}，应为 SHA1withRSA' },
    fix: {
      en: 'Sign with SHA1withRSA (OPENSSL_ALGO_SHA1).',
      zh: '签名算法用 SHA1withRSA（OPENSSL_ALGO_SHA1）。',
    },
  },
  'payout.other_key': {
    title: { en: 'Signed with {detail}', zh: '签名用的是{detail}' },
    fix: {
      en: 'A request is signed with the merchant’s private key and checked with the merchant’s public key; a reply with those of the platform.',
      zh: '请求用商户私钥签名、商户公钥验签；应答用平台私钥签名、平台公钥验签。',
    },
  },
  'payout.unknown_key': {
    title: {
      en: 'SIGN was not made with the private key of any public key that was given',
      zh: 'SIGN 不是用给出的任何一把公钥所对应的私钥签的',
    },
    fix: {
      en: 'Check that the private key in the program and the public key that was handed to the platform are one pair: their moduli are equal (openssl rsa -modulus).',
      zh: '核对程序里的私钥与提交给平台的公钥是不是一对：两者的模数应相同（openssl rsa -modulus）。',
    },
  },
  'payout.signed_ciphertext': {
    title: { en: 'The ciphertext was signed, not the plain text', zh: '签名的是密文字节，而不是明文' },
    fix: SIGN_PLAINTEXT,
  },
  'payout.signed_base64': {
    title: { en: 'The base64 of {detail} was signed', zh: '签名的是{detail}的 Base64' },
    fix: SIGN_PLAINTEXT,
  },
  'payout.signed_digest': {
    title: {
      en: 'What was signed is a digest of the plain text ({detail}), which is then digested again',
      zh: '签名的是明文的摘要（{detail}），相当于做了两次摘要',
    },
    fix: SIGN_PLAINTEXT,
  },
  'payout.bare_digest': {
    title: {
      en: 'The {detail} was encrypted with the private key instead of being signed',
      zh: '把{detail}直接用私钥加密，而不是签名',
    },
    fix: {
      en: 'Use the signing function (openssl_sign, Signature.getInstance("SHA1withRSA")), not encryption with the private key.',
      zh: '用签名函数（openssl_sign、Signature.getInstance("SHA1withRSA")），不要用私钥加密。',
    },
  },
  'payout.other_text': {
    title: {
      en: 'Key and algorithm of SIGN are right, but another text was signed than is encrypted',
      zh: 'SIGN 的密钥和算法都对，但签名的文本与加密的不同',
    },
    fix: SIGN_PLAINTEXT,
  },
  'payout.encrypted_for_sender': {
    title: {
      en: 'Encrypted with the sender’s own public key: it opens with the sender’s private key',
      zh: '用发送方自己的公钥加密了：用发送方的私钥就能解开',
    },
    fix: PLATFORM_PUBLIC,
  },
  'payout.encrypted_with_private_key': {
    title: {
      en: 'Encrypted with a private key: anybody opens it with the public key',
      zh: '用私钥加密了：任何人用公钥都能解开',
    },
    fix: PLATFORM_PUBLIC,
  },
  'payout.oaep': {
    title: { en: 'Encrypted with OAEP padding ({detail})', zh: '加密用了 OAEP 填充（{detail}）' },
    fix: PLATFORM_PUBLIC,
  },
  'payout.block_length': {
    title: {
      en: 'The ciphertext has {detail} bytes, which is no multiple of the key’s length',
      zh: '密文有 {detail} 字节，不是密钥长度的整数倍',
    },
    fix: {
      en: 'Encrypt pieces of at most 117 bytes (for 1024 bits), each giving 128, join the bytes and write them as base64 once.',
      zh: '明文每段最多 117 字节（1024 位密钥），每段得到 128 字节密文，拼接全部字节后做一次 Base64。',
    },
  },
  'payout.too_few_blocks': {
    title: {
      en: 'The ciphertext is too short for the plain text: {detail}',
      zh: '密文装不下全部明文：{detail}',
    },
    fix: {
      en: 'Encrypt all pieces, not only the first, and join their ciphertexts.',
      zh: '所有分段都要加密并拼接，不能只加密第一段。',
    },
  },
  'payout.base64_per_block': {
    title: {
      en: 'Each block of {detail} was written as base64 by itself',
      zh: '{detail} 的每一块各自做了 Base64',
    },
    fix: STANDARD_BASE64,
  },
  'payout.base64_url_safe': {
    title: {
      en: '{detail} is URL-safe base64, with - and _',
      zh: '{detail} 是 URL 安全的 Base64（含 - 和 _）',
    },
    fix: STANDARD_BASE64,
  },
  'payout.base64_line_breaks': {
    title: { en: 'The base64 of {detail} has line breaks', zh: '{detail} 的 Base64 带有换行' },
    fix: STANDARD_BASE64,
  },
  'payout.base64_twice': {
    title: { en: '{detail} is base64 of base64', zh: '{detail} 做了两次 Base64' },
    fix: STANDARD_BASE64,
  },
  'payout.hex': {
    title: { en: '{detail} is hex, not base64', zh: '{detail} 是十六进制，不是 Base64' },
    fix: STANDARD_BASE64,
  },
  'payout.plus_lost': {
    title: { en: 'In {detail} every + became a space', zh: '{detail} 中的 + 变成了空格' },
    fix: {
      en: 'Send JSON, or percent-encode what goes into a form (+ as %2B).',
      zh: '用 JSON 发送；以表单发送时要做百分号编码（+ 写成 %2B）。',
    },
  },
  'payout.percent_encoded': {
    title: { en: '{detail} is percent-encoded', zh: '{detail} 被做了百分号编码' },
    fix: { en: 'Put the base64 into the JSON as it is.', zh: 'JSON 里直接放 Base64 原文。' },
  },
  'payout.plaintext_not_utf8': {
    title: {
      en: 'The plain text is not encoded in UTF-8 (GBK perhaps), so the platform cannot read it',
      zh: '明文不是 UTF-8 编码（可能是 GBK），平台读不出来',
    },
    fix: {
      en: 'Encode the text with UTF-8 once, whatever the default of the system is; sign and encrypt those bytes.',
      zh: '无论系统默认编码是什么，都把文本编码成 UTF-8 字节一次，签名和加密都用这串字节。',
    },
  },
  'payout.utf8_by_block': {
    title: {
      en: 'The text was decoded block by block: characters that straddle two blocks became �',
      zh: '逐块解码成文本：跨块的汉字变成了 �',
    },
    fix: {
      en: 'Join the decrypted bytes of all blocks first, then decode UTF-8 once.',
      zh: '先拼接所有块解密后的字节，再一次性按 UTF-8 解码。',
    },
  },
} as const satisfies Readonly<Record<`payout.${string}`, PayoutMistake>>;

export type PayoutMistakeId = keyof typeof PAYOUT_MISTAKES;

/** What to do about a text that was changed between signing and encrypting. */
export const SAME_BYTES: Title = {
  en: 'Make the JSON once, keep its bytes, and both sign and encrypt those.',
  zh: 'JSON 只生成一次并保留其字节，签名和加密都用这同一串字节。',
};
