import { createMmspClient, type MmspClientOptions } from './client.ts';
import type { RsaPrivateKey, RsaPublicKey } from './index.ts';
import { verifyNotification } from './verify-notification.ts';

declare const merchantPrivateKey: RsaPrivateKey;
declare const platformPublicKey: RsaPublicKey;

const common = { MERNO: '1', TERMNO: '2', md5Key: '3' };
const payoutOptions = { url: 'https://mmsp.example', merchantPrivateKey, platformPublicKey };
const client = createMmspClient({
  ...common,
  quickPay: { url: 'https://mmsp.example' },
  payout: payoutOptions,
});

const none = createMmspClient({ MERNO: '1' });
// @ts-expect-error Payouts were not configured.
void none.payout;
// @ts-expect-error Quick pay was not configured.
void none.quickPay;
const payoutOnly = createMmspClient({ MERNO: '1', payout: payoutOptions });
void payoutOnly.payout.pay;
// @ts-expect-error Quick pay was not configured.
void payoutOnly.quickPay;
declare const options: MmspClientOptions;
const some = createMmspClient(options);
// @ts-expect-error These options may have it or not.
void some.payout.pay;
void some.payout?.pay;
// @ts-expect-error Without a merchant there is nothing.
createMmspClient({});
// @ts-expect-error A product needs an address.
createMmspClient({ ...common, quickPay: {} });
const pem = '-----BEGIN PRIVATE KEY-----';
// @ts-expect-error PEM has to be imported first.
createMmspClient({ MERNO: '1', payout: { ...payoutOptions, merchantPrivateKey: pem } });
createMmspClient({
  MERNO: '1',
  // @ts-expect-error The keys have changed places.
  payout: { url: '', merchantPrivateKey: platformPublicKey, platformPublicKey: merchantPrivateKey },
});

const debit = {
  MERORDERID: '1',
  CARDNO: '6227000013830237349',
  AMT: 1,
  CARDTYPE: '1',
  NAME: 'x',
  ID_NO: '1',
  PHONENO: '13800138000',
  NOTIFY_URL: 'https://merchant.example',
} as const;
await client.quickPay.pay(debit);
await client.quickPay.pay({ ...debit, CARDTYPE: '2', EXPDATE: '0117', CVN2: '344' });
// @ts-expect-error A credit card needs its expiry.
await client.quickPay.pay({ ...debit, CARDTYPE: '2', CVN2: '344' });
// @ts-expect-error A credit card needs its CVN2.
await client.quickPay.pay({ ...debit, CARDTYPE: '2', EXPDATE: '0117' });
// @ts-expect-error There is no third kind of card.
await client.quickPay.pay({ ...debit, CARDTYPE: '3' });
// @ts-expect-error Amounts are numbers of fen.
await client.quickPay.pay({ ...debit, AMT: '1' });
await client.quickPay.pay({
  ...debit,
  // @ts-expect-error A debit card has none.
  CVN2: '344',
});
await client.quickPay.pay({
  ...debit,
  // @ts-expect-error A misspelt field.
  NOTIFYURL: 'x',
});
// @ts-expect-error The order number is needed.
await client.quickPay.pay({ ...debit, MERORDERID: undefined });
// @ts-expect-error The code from the text message is needed.
await client.quickPay.confirm({ LIST_ID: '1' });
// @ts-expect-error Quick pay queries by the merchant's number only.
await client.quickPay.query({ LIST_ID: '1' });

const order = {
  ORDERNO: '1',
  AMT: 1,
  BUSITYPE: '001',
  ACCNAME: 'x',
  ACCNO: '1',
  MEMO: 'x',
  ACCTYPE: '0',
  MOBILE: '13800138000',
  BANKNAME: 'x',
} as const;
await client.payout.pay({ ...order, REQTIME: new Date() });
await client.payout.pay({ ...order, ACCTYPE: '2', BANKSETTLENO: '104581006015' });
// @ts-expect-error A corporate account needs the settlement number of its branch.
await client.payout.pay({ ...order, ACCTYPE: '2' });
// @ts-expect-error Amounts are numbers of fen.
await client.payout.pay({ ...order, AMT: '1' });
// @ts-expect-error No such kind of business.
await client.payout.pay({ ...order, BUSITYPE: '006' });
await client.payout.pay({
  ...order,
  // @ts-expect-error Set by the client.
  MERNO: '1',
});
await client.payout.pay({
  ...order,
  // @ts-expect-error The misprinted name.
  BUSIYPE: '001',
});
await client.payout.query({ ORDERNO: '1' });
await client.payout.query({ BSORDERNO: '1' });
await client.payout.query({ ORDERNO: '1', BSORDERNO: '1' });
// @ts-expect-error One of the two numbers is needed.
await client.payout.query({});

const balances = await client.payout.balance({ QRYTYPE: '1', ORDERNO: '1' });
if (balances.status === 'succeeded') {
  for (const account of balances.data.ACCINFO) account.BALANCEPAY satisfies number | undefined;
  // @ts-expect-error There is one account a channel, not one balance.
  void balances.data.BALANCEPAY;
}
// @ts-expect-error No such kind of query.
await client.payout.balance({ QRYTYPE: '4', ORDERNO: '1' });
// @ts-expect-error A query has a number of its own.
await client.payout.balance({ QRYTYPE: '1' });

const outcome = await client.quickPay.query({ MERORDERID: '1' });
// @ts-expect-error An outcome has no data before its status has been looked at.
export const unchecked = outcome.data.AMT;
// @ts-expect-error Nor has it an error.
export const uncheckedError = outcome.error.code;
if (outcome.status === 'succeeded') {
  outcome.data.AMT satisfies number;
  outcome.data.LIST_ID satisfies string;
  outcome.authenticated satisfies boolean;
}
if (outcome.status === 'pending') {
  outcome.data.MERORDERID satisfies string;
  // @ts-expect-error Only a paid order is certain to have an amount.
  outcome.data.AMT satisfies number;
  outcome.next.action satisfies 'query' | 'repeat' | 'proceed';
}
if (outcome.status === 'failed') outcome.error.code satisfies string;
if (outcome.status === 'unknown') {
  outcome.cause.code satisfies string;
  // @ts-expect-error What is unknown is not authentic either way.
  void outcome.authenticated;
}
// @ts-expect-error There is no such status.
export const isPaid = outcome.status === 'paid';

const payout = await client.payout.pay(order);
if (payout.status === 'succeeded') {
  payout.data.ORDERNO satisfies string;
  payout.data.PAYSTATE satisfies string;
  // @ts-expect-error The table of the reply has no amount.
  payout.data.AMT satisfies number;
}

const notification = verifyNotification('', { md5Key: '1' });
if (notification.status === 'succeeded') {
  notification.data.AMT satisfies number;
  // @ts-expect-error Only quick pay and gateway tell the time of the payment under this name.
  notification.data.PAY_DATE satisfies string;
  if ('ORDERNO' in notification.data) {
    notification.data.PAYTIME satisfies string;
  } else {
    notification.data.PAY_DATE satisfies string;
    notification.data.PUSH_COUNT satisfies number | undefined;
  }
}
// @ts-expect-error The key is named, so that the two texts cannot change places.
verifyNotification('', '1');
client.quickPay.notificationHandler({ onNotification: ({ status }) => void status });
// @ts-expect-error A handler without a callback would acknowledge what nobody recorded.
client.quickPay.notificationHandler({});
