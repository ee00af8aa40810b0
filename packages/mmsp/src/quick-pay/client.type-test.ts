import { createQuickPayClient } from './client.ts';

const client = createQuickPayClient({ MERNO: '1', TERMNO: '2', md5Key: '3', url: 'https://mmsp.example' });

const card = {
  MERORDERID: '1',
  USER_ID: 'user',
  CARDNO: '6225880113756648',
  CARDTYPE: '1',
  NAME: 'x',
  ID_NO: '1',
  PHONENO: '13800138000',
  MSG_CODE: '123456',
} as const;
const bound = await client.bind(card);
if (bound.status === 'succeeded') bound.data.BIND_ID satisfies string;
// @ts-expect-error Only a card that was bound is certain to have a number.
if (bound.status === 'pending') bound.data.BIND_ID satisfies string;
await client.bind({ ...card, CARDTYPE: '2', EXPDATE: '0617', CVN2: '344' });
// @ts-expect-error A credit card needs its CVN2.
await client.bind({ ...card, CARDTYPE: '2', EXPDATE: '0617' });
await client.bindSms({
  MERORDERID: '1',
  USER_ID: 'user',
  CARDNO: '6225880113756648',
  PHONENO: '13800138000',
  // @ts-expect-error The code is handed in with `bind`.
  MSG_CODE: '1',
});
// @ts-expect-error Bindings are known by their number.
await client.unbind({ CARDNO: '1' });
await client.queryBinding({ BIND_ID: '1' });

const payment = { BIND_ID: '1', MERORDERID: '1', USER_ID: 'user', AMT: 1 } as const;
await client.boundCardSms({ ...payment, PHONENO: '13800138000' });
// @ts-expect-error The code and the address are needed.
await client.payWithBoundCard(payment);
// @ts-expect-error Resending is for orders by their platform number.
await client.resendSms({ MERORDERID: '1' });

const asked = await client.query({ MERORDERID: '1' });
if (asked.status === 'pending') asked.next.awaits?.placedBy satisfies string | undefined;

const order = { MERORDERID: '1', AMT: 1, JUMP_URL: 'https://a.cn', NOTIFY_URL: 'https://a.cn' } as const;
const placed = await client.unionPayOrder({ ...order, TRADE_MODE: '2' });
if (placed.status === 'pending') placed.data.HTML satisfies string | undefined;
// @ts-expect-error There are two modes.
await client.unionPayOrder({ ...order, TRADE_MODE: '3' });
// @ts-expect-error The payer has to return somewhere.
await client.unionPayOrder({ ...order, JUMP_URL: undefined });
