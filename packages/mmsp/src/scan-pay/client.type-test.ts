import { createMmspClient } from '../client.ts';
import { browser, card, order, scanned } from '../internal/fixtures/scan-pay-orders.ts';
import { untilFinal } from './index.ts';

const common = { MERNO: '1', TERMNO: '2', md5Key: '3' };
const { scanPay } = createMmspClient({ ...common, scanPay: { url: 'https://mmsp.example' } });

// @ts-expect-error Scan pay was not configured.
void createMmspClient(common).scanPay;

const window = { ...scanned, TRADETYPE: '2' } as const;
await scanPay.wechatPreOrder(scanned);
await scanPay.wechatPreOrder({ ...window, OPENID: 'o1', IS_MINIPG: '1', SUP_APPID: 'wx1' });
// @ts-expect-error An official account needs the openid.
await scanPay.wechatPreOrder(window);
// @ts-expect-error There is nobody to be named where the payer scans.
await scanPay.wechatPreOrder({ ...scanned, OPENID: 'o1' });

await scanPay.alipayPreOrder({ ...window, ALIPAY_USER_ID: '1' });
await scanPay.alipayPreOrder({ ...window, ALIPAY_ACCOUNT: '1' });
// @ts-expect-error The Alipay window needs the user ID or the account.
await scanPay.alipayPreOrder(window);

// @ts-expect-error JD can only be scanned.
await scanPay.jdPreOrder(window);
// @ts-expect-error The payer's code is needed.
await scanPay.wechatCard({ ...card, CODE: undefined });
// @ts-expect-error An H5 order cannot expire at a Date.
await scanPay.wechatH5({ ...browser, TIME_END: new Date() });
await scanPay.wechatCard({ ...card, TIME_END: new Date() });
// @ts-expect-error One of the two numbers is needed.
await scanPay.query({});
// @ts-expect-error A refund has a number of its own.
await scanPay.refund({ ...order, AMT: 1 });
// @ts-expect-error A refund has an amount.
await scanPay.refund({ ...order, REFUND_MERORDERID: 'R1' });
// @ts-expect-error The refund's number, not the order's.
await scanPay.refundQuery(order);

const outcome = await untilFinal((options) => scanPay.query(order, options));
if (outcome.status === 'succeeded') {
  outcome.data.AMT satisfies number;
  outcome.data.ORDERNO satisfies string;
  // @ts-expect-error The platform may leave it out.
  outcome.data.PAYTIME satisfies string;
}
// @ts-expect-error Not before it is known how it ended.
void outcome.data.AMT;

const placed = await scanPay.wechatPreOrder(scanned);
if (placed.status === 'pending') placed.data.URL satisfies string | undefined;
