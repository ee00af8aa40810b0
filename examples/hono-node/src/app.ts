import type { GatewayClient, GatewayNotification } from '@yinjian/mmsp/gateway';
import { Hono } from 'hono';
import type { Orders } from './orders.ts';

export interface Shop {
  readonly client: GatewayClient;
  readonly orders: Orders;
  /** Where payers and the platform reach this server. Configured, never taken from a request: its sender writes that. */
  readonly publicUrl: string;
  /** Where the gateway's form is posted. */
  readonly gatewayUrl: string;
}

/** In fen. The price is the shop's, never the browser's. */
const PRICE = 1280;

export function createApp({ client, orders, publicUrl, gatewayUrl }: Shop): Hono {
  const app = new Hono();

  /** Both the notification and the query end here: whichever comes first records the payment, once. */
  function settle(outcome: GatewayNotification | Awaited<ReturnType<GatewayClient['query']>>): void {
    if (outcome.status !== 'succeeded') return;
    const { MERORDERID, AMT } = outcome.data;
    const isFirst = orders.markPaid(MERORDERID, AMT);
    // Deliver from the table, not from here: a process that dies between these lines would never deliver.
    console.log(`${isFirst ? 'paid' : 'told again'}: ${MERORDERID}, ${AMT} fen`);
  }

  app.post('/checkout', async (context) => {
    const { number, amount } = orders.place(PRICE);
    const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
    const html = await client.paymentFormHtml(
      {
        MERORDERID: number,
        AMT: amount,
        PAY_CHANNEL: 'YLBILL-NET-B2C',
        NOTIFY_URL: `${publicUrl}/gateway-notification`,
        JUMP_URL: `${publicUrl}/thanks`,
      },
      { nonce },
    );
    const policy = `default-src 'none'; script-src 'nonce-${nonce}'; form-action ${new URL(gatewayUrl).origin}`;
    return context.html(html, 200, { 'content-security-policy': policy });
  });

  const receive = client.notificationHandler({
    onNotification: settle,
    onRefused: ({ httpStatus, reason }) => console.log(`refused with ${httpStatus}: ${String(reason)}`),
  });
  // The request as it came: the signature is over its bytes.
  app.post('/gateway-notification', (context) => receive(context.req.raw));

  app.get('/thanks', async (context) => {
    // Anybody can write such an address: it says which order to look at, never that it was paid.
    const { claims } = client.readPaymentReturn(context.req.url);
    const order = orders.find(claims.MERORDERID ?? '');
    if (order === undefined) return context.text('There is no such order.', 404);
    if (order.paidAt === null) settle(await client.query({ MERORDERID: order.number }));
    const { paidAt } = orders.find(order.number) ?? order;
    return context.text(paidAt === null ? 'Your payment is being checked.' : 'Thank you, it is paid.');
  });

  return app;
}
