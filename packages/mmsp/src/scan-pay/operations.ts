// Every operation of scan pay: a new one is a file of its own and a line here.
export { alipayCard } from './alipay-card.ts';
export { alipayDynamicCode } from './alipay-dynamic-code.ts';
export { alipayH5 } from './alipay-h5.ts';
export { alipayPreOrder } from './alipay-pre-order.ts';
export { alipayStaticCode } from './alipay-static-code.ts';
export { cancel } from './cancel.ts';
export { close } from './close.ts';
export { jdPreOrder } from './jd-pre-order.ts';
export { qqCard } from './qq-card.ts';
export { qqPreOrder } from './qq-pre-order.ts';
export { query } from './query.ts';
export { refund } from './refund.ts';
export { refundQuery } from './refund-query.ts';
export { unionPayPreOrder } from './union-pay-pre-order.ts';
export { wechatCard } from './wechat-card.ts';
export { wechatH5 } from './wechat-h5.ts';
export { wechatPreOrder } from './wechat-pre-order.ts';
