import { readCapped } from '@yinjian/provider-kit';
import type { Env, Hono } from 'hono';
import { messageHtml, payerPageHtml } from './payer-page-html.ts';
import { PAYER_PAGE_PATH, type PayerPages } from './payer-pages.ts';

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "frame-ancestors 'none'",
  'cache-control': 'no-store',
};

/** Far above what two buttons send. */
const MAX_FORM_BYTES = 1024;

/** Shows the payer's pages, and takes the payer's decisions. A decision about a settled order changes nothing. */
export function servePayerPages<E extends Env>(
  app: Hono<E>,
  pages: PayerPages,
  log: (line: string) => void,
): void {
  const path = `${PAYER_PAGE_PATH}:token`;
  app.get(path, (c) => {
    const page = pages.find(c.req.param('token') ?? '');
    if (page === undefined) return c.body(notFound(), 404, HEADERS);
    return c.body(payerPageHtml(page, c.req.path), 200, HEADERS);
  });
  app.post(path, async (c) => {
    const page = pages.find(c.req.param('token') ?? '');
    if (page === undefined) return c.body(notFound(), 404, HEADERS);
    const bytes = await readCapped(c.req.raw, MAX_FORM_BYTES);
    const decision = new URLSearchParams(new TextDecoder().decode(bytes)).get('decision');
    const isOpen = page.state() === 'placed';
    if (isOpen && decision === 'confirm') page.confirm();
    if (isOpen && decision === 'decline') page.decline();
    if (isOpen && page.state() !== 'placed') log(`the payer's page: ${decision}`);
    const url = page.state() === 'placed' ? undefined : page.returnUrl();
    if (url === undefined) return c.body(payerPageHtml(page, c.req.path), 200, HEADERS);
    return c.body(null, 303, { location: new URL(url).href, 'cache-control': 'no-store' });
  });
  app.all(path, (c) => c.text('GET or POST only\n', 405, { allow: 'GET, POST' }));
}

function notFound(): string {
  return messageHtml(
    '订单不存在 No such order',
    '支付链接无效或已过期 This payment link is not valid any more.',
  );
}
