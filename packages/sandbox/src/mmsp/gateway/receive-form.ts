import { encodeUtf8 } from '@yinjian/protocol-codec';
import { messageHtml } from '../../internal/payer-page-html.ts';
import type { Incoming, Reply } from '../../internal/reply.ts';
import { type EnvelopeProduct, receive } from '../envelope/receive.ts';
import type { GatewayOrder } from './order.ts';

/** The JSON in the field `web_api` of a form that a browser posted; `undefined` where it is not a form. */
export function formMessage(bytes: Uint8Array): Uint8Array | undefined {
  const text = new TextDecoder().decode(bytes);
  if (text.trimStart().startsWith('{')) return undefined;
  return encodeUtf8(new URLSearchParams(text).get('web_api') ?? '');
}

/** Reads a form. A browser is answered with pages, refusals included. */
export function receiveForm(message: Uint8Array, product: EnvelopeProduct<GatewayOrder>): Incoming {
  const incoming = receive(message, product);
  return {
    ...incoming,
    execute: () => asPage(incoming.execute()),
    refuse: (code, words) => asPage(incoming.refuse(code, words)),
  };
}

function asPage(reply: Reply): Reply {
  const { summary } = reply;
  return {
    summary,
    render: () => {
      const rendered = reply.render();
      if (rendered.contentType === 'text/html') return rendered;
      return {
        body: messageHtml('支付请求被拒绝 The payment was refused', summary),
        contentType: 'text/html',
      };
    },
  };
}
