/** What a user may import, how large it should be and how large it may be. */
export interface Budget {
  /** The file in `entries/` that imports it. */
  readonly entry: string;
  readonly name: string;
  /** In kB (1000 bytes), minified and compressed with gzip: what we aim at, where we aim at something. */
  readonly target?: number;
  /** In kB: above it the gate fails. Where it is above `target`, the target is missed. */
  readonly limit: number;
  /** The operations that the bundle names, as `product.method`, or `product.` for all of it. Default: any of its platform. */
  readonly operations?: readonly string[];
  /** The packages that it may be made of. */
  readonly packages: readonly string[];
}

const SHARED = ['crypto-webcrypto', 'protocol-codec', 'provider-kit'] as const;

export const BUDGETS: readonly Budget[] = [
  {
    entry: 'canonicalize-json',
    name: '`canonicalizeJson` alone',
    target: 2,
    limit: 3.6,
    operations: [],
    packages: ['protocol-codec'],
  },
  {
    entry: 'canonicalize-json-text',
    name: '`canonicalizeJsonText`, for those who only verify',
    limit: 2.7,
    operations: [],
    packages: ['protocol-codec'],
  },
  {
    entry: 'canonicalize-json-object',
    name: '`canonicalizeJsonObject`, for those who only sign',
    limit: 2,
    operations: [],
    packages: ['protocol-codec'],
  },
  {
    entry: 'verify-sign',
    name: '`verifySign`, MMSP: the bare signature',
    limit: 6,
    operations: [],
    packages: [...SHARED, 'mmsp'],
  },
  {
    entry: 'verify-notification',
    name: '`verifyNotification`, MMSP, any product',
    target: 5,
    limit: 11,
    // Where each of them sends to ask again.
    operations: [
      'gateway.notification',
      'gateway.query',
      'quickPay.notification',
      'quickPay.query',
      'scanPay.notification',
      'scanPay.query',
    ],
    packages: [...SHARED, 'mmsp'],
  },
  {
    entry: 'quick-pay-pay',
    name: 'one operation end to end: `pay`, `buildRequest`, `readReply` of quick pay',
    target: 11,
    limit: 17,
    // What comes after a payment, by name.
    operations: ['quickPay.confirm', 'quickPay.pay', 'quickPay.query'],
    packages: [...SHARED, 'mmsp'],
  },
  {
    entry: 'wechat-client',
    name: 'the WeChat transit client, whole',
    target: 14,
    limit: 24.5,
    packages: [...SHARED, 'wechat-transit'],
  },
  {
    entry: 'mmsp-client',
    name: 'the MMSP client, whole',
    target: 28,
    limit: 38,
    packages: [...SHARED, 'mmsp'],
  },
  {
    entry: 'quick-pay-client',
    name: 'the client of quick pay alone',
    limit: 26,
    operations: ['quickPay.'],
    packages: [...SHARED, 'mmsp'],
  },
  {
    entry: 'scan-pay-client',
    name: 'the client of scan pay alone',
    limit: 25.5,
    operations: ['scanPay.'],
    packages: [...SHARED, 'mmsp'],
  },
  {
    entry: 'gateway-client',
    name: 'the client of gateway alone',
    limit: 25,
    operations: ['gateway.'],
    packages: [...SHARED, 'mmsp'],
  },
  {
    entry: 'payout-client',
    name: 'the client of payout alone',
    limit: 23.5,
    operations: ['payout.'],
    packages: [...SHARED, 'mmsp'],
  },
];
