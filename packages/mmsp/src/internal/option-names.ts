import { CLIENT_OPTIONS } from '@yinjian/provider-kit';

const ADDRESS = ['url', 'allowPlainHttp'];

/** The options that only one product has. */
export const OWN_OPTIONS = {
  quickPay: ADDRESS,
  gateway: ADDRESS,
  scanPay: [...ADDRESS, 'qqCardCommandId'],
  payout: [...ADDRESS, 'merchantPrivateKey', 'platformPublicKey', 'allowUnsignedReplies'],
} as const;

/** What payouts share with the other products. */
export const MERCHANT_OPTIONS: readonly string[] = [...CLIENT_OPTIONS, 'MERNO'];

/** What the products that speak in envelopes share. */
export const COMMON_OPTIONS: readonly string[] = [...MERCHANT_OPTIONS, 'TERMNO', 'md5Key', 'agent'];
