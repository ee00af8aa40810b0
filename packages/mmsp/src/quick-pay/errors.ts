import type { ErrorCodes } from '@yinjian/provider-kit';
import { envelopeErrors, refused } from '../errors.ts';

/** `ERRCODE` of quick pay. D4 also comes with 要素不匹配, in the sample of [M] 快捷 5.3.3. */
export const quickPayErrors: ErrorCodes = {
  ...envelopeErrors,
  D4: refused(
    '订单已关闭',
    'The order is closed',
    '看平台的说明：要素不匹配的，是身份证、卡号、户名或手机号不符，请付款人核对；该订单不会再支付，需要付款时用新的订单号下单',
    "Read the platform's message: it also comes where card, name, identity or mobile number do not match, for the payer to " +
      'mend. This order will not be paid; a new payment needs a new order number',
  ),
};
