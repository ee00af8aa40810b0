import type { PayerPage, PayerPageState } from './payer-pages.ts';

const STATE_WORDS: Readonly<Partial<Record<PayerPageState, string>>> = {
  'in-progress': '支付处理中 The payment is under way',
  'in-review': '支付处理中 The payment is under way',
  paid: '支付成功 Paid',
  refunded: '已退款 Refunded',
  expired: '未支付，订单已过期 Not paid: the order has expired',
  closed: '未支付，商户已关闭订单 Not paid: the merchant has closed the order',
  cancelled: '商户已撤销订单 The merchant has cancelled the order',
};

/** The page of an order that waits for its payer, or what has become of it. */
export function payerPageHtml(page: PayerPage, address: string): string {
  const { heading, rows } = page;
  const state = page.state();
  const table = rows.map(
    ([name, value]) => `<tr><th scope="row">${escapeHtml(name)}<td>${escapeHtml(value)}`,
  );
  const decision =
    state === 'placed'
      ? `<form method="post" action="${escapeHtml(address)}">
<button name="decision" value="confirm">确认支付 Pay</button>
<button name="decision" value="decline">拒绝 Decline</button>
</form>`
      : `<p role="status">${STATE_WORDS[state] ?? '未支付 Not paid'}</p>`;
  return documentHtml(heading, `<table>\n${table.join('\n')}\n</table>\n${decision}`);
}

/** A page in the place of a message, written when it is sent. */
export class HtmlPage {
  readonly write: () => string;

  constructor(write: () => string) {
    this.write = write;
  }
}

/** A page that only says something. */
export function messageHtml(heading: string, message: string): string {
  return documentHtml(heading, `<p role="alert">${escapeHtml(message)}</p>`);
}

/** No script, nothing loaded. Where a form may lead is left open: browsers apply that to redirects too. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'";

function documentHtml(heading: string, content: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(heading)}</title>
<style>
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 32rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
th { text-align: left; padding-right: 1rem; font-weight: normal; opacity: .75; vertical-align: top }
form { margin-top: 1rem }
button { font: inherit; padding: .5rem 1rem }
</style>
<h1>${escapeHtml(heading)}</h1>
<p>沙箱，不会扣款。A sandbox: no money moves.</p>
${content}
`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** Fen in yuan. */
export function inYuan(fen: number): string {
  return `¥${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}
