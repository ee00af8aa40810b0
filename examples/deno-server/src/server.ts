import type { QuickPayClient } from '@yinjian/mmsp';
import type { Orders } from './orders.ts';

export interface Shop {
  readonly client: QuickPayClient;
  readonly orders: Orders;
  /** Where payers and the platform reach this server. Configured, never taken from a request: its sender writes that. */
  readonly publicUrl: string;
}

/** In fen. The price is the shop's, never the browser's. */
const PRICE = 8800;

const ORDER_PATH = /^\/orders\/([0-9a-f]{32})$/;

/** What `Deno.serve` takes. */
export function createServer({ client, orders, publicUrl }: Shop): (request: Request) => Promise<Response> {
  const receive = client.notificationHandler({
    // The platform is answered when the promise is fulfilled: after the payment has been stored.
    async onNotification(notification) {
      if (notification.status !== 'succeeded') return;
      const { MERORDERID, AMT } = notification.data;
      const isFirst = await orders.markPaid(MERORDERID, AMT);
      console.log(`${isFirst ? 'paid' : 'told again'}: ${MERORDERID}, ${AMT} fen`);
    },
    onRefused: ({ httpStatus, reason }) => console.log(`refused with ${httpStatus}: ${String(reason)}`),
  });

  async function checkout(): Promise<Response> {
    const { number, amount } = await orders.place(PRICE);
    const outcome = await client.unionPayOrder({
      MERORDERID: number,
      AMT: amount,
      NOTIFY_URL: `${publicUrl}/quick-pay-notification`,
      JUMP_URL: `${publicUrl}/orders/${number}`,
    });
    if (outcome.status === 'pending' && outcome.data.PAY_URL !== undefined) {
      return new Response(null, { status: 303, headers: { location: outcome.data.PAY_URL } });
    }
    // Also where it is unknown whether the order was placed: this number is never used again, so no one pays twice.
    console.log(`not placed: ${number}, ${outcome.status}`);
    return new Response('Please try again later.\n', { status: 503 });
  }

  async function showOrder(number: string): Promise<Response> {
    const order = await orders.find(number);
    if (order === undefined) return new Response('There is no such order.\n', { status: 404 });
    return new Response(order.isPaid ? 'Thank you, it is paid.\n' : 'It is not paid yet.\n');
  }

  return async (request) => {
    const { pathname } = new URL(request.url);
    const [, number] = ORDER_PATH.exec(pathname) ?? [];
    if (pathname === '/quick-pay-notification') return await receive(request);
    if (pathname === '/checkout' && request.method === 'POST') return await checkout();
    if (number !== undefined && request.method === 'GET') return await showOrder(number);
    return new Response(null, { status: 404 });
  };
}
