import * as quickPay from './quick-pay/operations.ts';
import * as scanPay from './scan-pay/operations.ts';

type Name = (typeof quickPay)[keyof typeof quickPay]['name'];

quickPay.pay.name satisfies 'quickPay.pay';
scanPay.wechatCard.name satisfies 'scanPay.wechatCard';
'quickPay.confirm' satisfies Name;
// @ts-expect-error No operation of quick pay.
'quickPay.refund' satisfies Name;
