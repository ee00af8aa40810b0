/** Codes of the sandbox's own: the documents list none. */
export const TOO_EARLY = { code: 'E2', message: '支付后15秒内不能撤销订单' };
export const PAID = { code: 'E3', message: '订单已支付' };
export const REFUNDED = { code: 'E4', message: '订单已退款' };
export const UNPAID = { code: 'E5', message: '订单未支付' };
export const TOO_MUCH = { code: 'E6', message: '退款金额超过可退金额' };
export const RETURNED = { code: 'E7', message: '退款失败' };
export const NO_MONEY = { code: 'E8', message: '商户余额不足' };
