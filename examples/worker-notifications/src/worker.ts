import { timingSafeEqual } from '@yinjian/crypto-webcrypto';
import { createScanPayNotificationHandler } from '@yinjian/mmsp/scan-pay';
import { createPaymentNoticeHandler } from '@yinjian/wechat-transit';
import type { Order } from './order.ts';

export { Order } from './order.ts';

export interface Env {
  readonly ORDERS: DurableObjectNamespace<Order>;
  readonly MMSP_MD5_KEY: string;
  readonly WECHAT_APPID: string;
  readonly WECHAT_MCH_ID: string;
  readonly WECHAT_KEY: string;
  /** What the merchant's own back end shows to place orders here and to ask for them. */
  readonly ORDERS_TOKEN: string;
}

/** An order number of either platform; the shorter of them has 20 characters. */
const ORDER_PATH = /^\/orders\/([\w-]{1,32})$/;

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname } = new URL(request.url);
    const [, number] = ORDER_PATH.exec(pathname) ?? [];
    if (number !== undefined) return await answerBackEnd(request, env, number);
    if (pathname === '/mmsp/scan-pay') return await receiveScanPay(request, env);
    if (pathname === '/wechat/payment-notice') return await receiveNotice(request, env);
    return new Response(null, { status: 404 });
  },
};

const onRefused = ({ httpStatus, reason }: { readonly httpStatus: number; readonly reason: unknown }) =>
  console.log(`refused with ${httpStatus}: ${String(reason)}`);

async function receiveScanPay(request: Request, env: Env): Promise<Response> {
  const receive = createScanPayNotificationHandler(
    { md5Key: env.MMSP_MD5_KEY },
    {
      async onNotification(notification) {
        if (notification.status !== 'succeeded') return;
        await settle(env, notification.data.MERORDERID, notification.data.AMT);
      },
      onRefused,
    },
  );
  return await receive(request);
}

async function receiveNotice(request: Request, env: Env): Promise<Response> {
  const { WECHAT_APPID: appid, WECHAT_MCH_ID: mch_id, WECHAT_KEY: key } = env;
  const receive = createPaymentNoticeHandler(
    { mode: 'direct', appid, mch_id, key },
    {
      async onPaymentNotice(notice) {
        if (notice.status !== 'succeeded') return;
        await settle(env, notice.data.out_trade_no, notice.data.total_fee);
      },
      onRefused,
    },
  );
  return await receive(request);
}

/** Verified, and acknowledged after this is done. */
async function settle(env: Env, number: string, amount: number): Promise<void> {
  const isFirst = await env.ORDERS.getByName(number).markPaid(amount);
  console.log(`${isFirst ? 'paid' : 'told again'}: ${number}, ${amount} fen`);
}

/** `PUT /orders/<number>` with the amount in fen places an order, `GET` asks whether it is paid. */
async function answerBackEnd(request: Request, env: Env, number: string): Promise<Response> {
  const credentials = request.headers.get('authorization') ?? '';
  if (!timingSafeEqual(credentials, `Bearer ${env.ORDERS_TOKEN}`)) return new Response(null, { status: 401 });
  const order = env.ORDERS.getByName(number);
  if (request.method === 'GET') return Response.json({ isPaid: await order.isPaid() });
  if (request.method !== 'PUT') return new Response(null, { status: 405, headers: { allow: 'GET, PUT' } });
  const amount: unknown = await request.json().catch(() => undefined);
  if (!Number.isSafeInteger(amount) || Number(amount) <= 0) return new Response(null, { status: 400 });
  await order.place(amount as number);
  return new Response(null, { status: 204 });
}
