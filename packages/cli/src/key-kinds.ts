import type { Title } from '@yinjian/provider-kit';

/** A key that a command may need. */
export interface KeyKind {
  /** The options that name it begin with this: `--key-file`, `--key-env`. */
  readonly option: string;
  /** The environment variable that is looked at where no option names it. */
  readonly env: string;
  readonly title: Title;
}

/** Under the names that the library has for them. */
export const KEY_KINDS = {
  key: {
    option: 'key',
    env: 'YINJIAN_KEY',
    title: {
      en: 'the MD5 key (MMSP) or API key (WeChat Pay)',
      zh: 'MD5 密钥（MMSP）或 API 密钥（微信支付）',
    },
  },
  agentKey: {
    option: 'agent-key',
    env: 'YINJIAN_AGENT_KEY',
    title: { en: "the agent's MD5 key", zh: '代理商 MD5 密钥' },
  },
  merchantPrivateKey: {
    option: 'merchant-private-key',
    env: 'YINJIAN_MERCHANT_PRIVATE_KEY',
    title: { en: "the merchant's RSA private key", zh: '商户 RSA 私钥' },
  },
  merchantPublicKey: {
    option: 'merchant-public-key',
    env: 'YINJIAN_MERCHANT_PUBLIC_KEY',
    title: { en: "the merchant's RSA public key", zh: '商户 RSA 公钥' },
  },
  platformPublicKey: {
    option: 'platform-public-key',
    env: 'YINJIAN_PLATFORM_PUBLIC_KEY',
    title: { en: "the platform's RSA public key", zh: '平台 RSA 公钥' },
  },
  platformPrivateKey: {
    option: 'platform-private-key',
    env: 'YINJIAN_PLATFORM_PRIVATE_KEY',
    title: {
      en: "the platform's RSA private key, which only a sandbox has",
      zh: '平台 RSA 私钥（仅沙箱持有）',
    },
  },
} as const satisfies Readonly<Record<string, KeyKind>>;

export type KeyName = keyof typeof KEY_KINDS;
