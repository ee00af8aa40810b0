import type { Outcome } from '@yinjian/provider-kit';
import { createMmspClient } from '../client.ts';
import { createGatewayClient } from './client.ts';

const common = { MERNO: '1', TERMNO: '2', md5Key: '3' };
const url = 'https://mmsp.example';
const client = createGatewayClient({ ...common, url });
void createMmspClient({ ...common, gateway: { url } }).gateway.paymentForm;
// @ts-expect-error The gateway was not configured.
void createMmspClient({ ...common, quickPay: { url } }).gateway;

const order = {
  MERORDERID: '1',
  AMT: 1,
  NOTIFY_URL: 'https://merchant.example',
  JUMP_URL: 'https://merchant.example',
  PAY_CHANNEL: 'ANY-NET-B2C',
} as const;
(await client.paymentForm(order)).fields.web_api satisfies string;
// @ts-expect-error A form is no outcome.
void (await client.paymentForm(order)).status;
// @ts-expect-error Amounts are numbers of fen.
await client.paymentForm({ ...order, AMT: '1' });
// @ts-expect-error The bank is needed.
await client.paymentForm({ ...order, PAY_CHANNEL: undefined });
await client.paymentForm({
  ...order,
  // @ts-expect-error A field of another product.
  CARDNO: '6222',
});

// @ts-expect-error The payer's browser sends it.
void client.pay;

const returned = client.readPaymentReturn('/done');
returned.verified satisfies false;
returned.claims.AMT satisfies number | undefined;
// @ts-expect-error What the browser brings along is no outcome.
returned satisfies Outcome<object>;
// @ts-expect-error Nor has it a status to be mistaken for one.
void returned.status;

const week = { START_DATE: '20260101', END_DATE: new Date() };
await client.queryBatch({ ...week, PAGE: 1, PERPAGE: 100 });
// @ts-expect-error The page is needed.
await client.queryBatch(week);
// @ts-expect-error The pages are counted by the iteration.
client.queryBatchPages({ ...week, PAGE: 1 });
for await (const page of client.queryBatchPages(week, { maxPages: 3 })) {
  // @ts-expect-error A page is an outcome: its status comes first.
  void page.data.BIZ_CONTENT;
  if (page.status !== 'succeeded') throw new Error(page.status);
  page.data.TOTAL_PAGE satisfies number;
  for (const row of page.data.BIZ_CONTENT) {
    row.AMT satisfies number | undefined;
    // @ts-expect-error A row may lack any field.
    row.AMT satisfies number;
  }
}
