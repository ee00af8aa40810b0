import { describe, expect, it } from 'vitest';
import { createMmspClient } from '../client.ts';
import {
  AGENT,
  agentCredentials,
  credentials,
  envelope,
  signatureOf,
} from '../internal/fixtures/envelopes.ts';
import { fetchAnswering } from '../internal/fixtures/fetch-answering.ts';
import { MERNO, TERMNO } from '../internal/fixtures/merchant-keys.ts';
import { issues, refusal } from '../internal/fixtures/refusal.ts';
import {
  back,
  browser,
  card,
  order,
  orderReply,
  placedReply,
  refundReply,
  scanHeader,
  scanned,
} from '../internal/fixtures/scan-pay-orders.ts';
import * as scanPay from './index.ts';

const url = 'https://mmsp.example/openplat';
const reply = (body: Parameters<typeof envelope>[0], CommandID: number) =>
  envelope(body, { header: { ...scanHeader, CommandID } });

function clientWith(...replies: string[]) {
  const { fetch, requests } = fetchAnswering(...replies);
  const certificate = fetchAnswering(...replies);
  const options = { ...credentials, url, fetch };
  return {
    client: scanPay.createScanPayClient(options),
    withCertificate: scanPay.createScanPayClient({ ...options, certificateFetch: certificate.fetch }),
    requests,
    certified: certificate.requests,
  };
}

describe('createScanPayClient', () => {
  it.each([
    ['wechatPreOrder', scanPay.wechatPreOrder, scanned, placedReply, 'pending'],
    ['wechatCard', scanPay.wechatCard, card, placedReply, 'succeeded'],
    ['wechatH5', scanPay.wechatH5, browser, placedReply, 'pending'],
    ['alipayPreOrder', scanPay.alipayPreOrder, scanned, placedReply, 'pending'],
    ['alipayCard', scanPay.alipayCard, card, placedReply, 'succeeded'],
    ['alipayStaticCode', scanPay.alipayStaticCode, scanned, placedReply, 'pending'],
    ['alipayDynamicCode', scanPay.alipayDynamicCode, scanned, placedReply, 'pending'],
    ['alipayH5', scanPay.alipayH5, browser, placedReply, 'pending'],
    ['qqPreOrder', scanPay.qqPreOrder, scanned, placedReply, 'pending'],
    ['qqCard', scanPay.qqCard, card, placedReply, 'succeeded'],
    ['jdPreOrder', scanPay.jdPreOrder, scanned, placedReply, 'pending'],
    ['unionPayPreOrder', scanPay.unionPayPreOrder, scanned, placedReply, 'pending'],
    ['query', scanPay.query, order, orderReply, 'succeeded'],
    ['cancel', scanPay.cancel, order, orderReply, 'succeeded'],
    ['close', scanPay.close, order, orderReply, 'succeeded'],
    ['refund', scanPay.refund, back, refundReply, 'pending'],
    ['refundQuery', scanPay.refundQuery, { REFUND_MERORDERID: 'R1' }, refundReply, 'pending'],
  ] as const)('has %s', async (name, operation, input, body, status) => {
    const { commandId, needsCertificate } = operation;
    const { withCertificate, requests, certified } = clientWith(reply(body, commandId + 0x8000));
    const method = withCertificate[name] as (given: typeof input) => Promise<{ status: string }>;
    expect(await method(input)).toMatchObject({ status });
    const used = needsCertificate ? certified : requests;
    expect([requests.length, certified.length]).toEqual(needsCertificate ? [0, 1] : [1, 0]);
    expect(JSON.parse(used[0]?.body ?? '')).toMatchObject({ CommandID: commandId });
  });

  it('writes its header as the product’s sample, and signs the body', async () => {
    const { client, requests } = clientWith(reply(orderReply, 35078));
    await client.query({ MERORDERID: scanned.MERORDERID, RANDSTR: 'abc' });
    const body = `{"MERORDERID":"${scanned.MERORDERID}","RANDSTR":"abc"}`;
    expect(requests).toEqual([
      {
        url,
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body:
          '{"CommandID":2310,"SeqID":1,"NodeType":1,"NodeID":"openplat","Version":"1.0.0","AGENTNO":"",' +
          `"MERNO":"${MERNO}","TERMNO":"${TERMNO}","Body":${body},"Sign":"${signatureOf(body)}"}`,
      },
    ]);
  });

  it("signs with the agent's key in agent mode, and wants it from the platform", async () => {
    const answer = (md5Key: string) =>
      envelope(orderReply, { header: { ...scanHeader, CommandID: 35078, AGENTNO: AGENT.AGENTNO }, md5Key });
    const { fetch, requests } = fetchAnswering(answer(AGENT.md5Key), answer(credentials.md5Key));
    const client = scanPay.createScanPayClient({ ...agentCredentials, url, fetch });
    expect(await client.query({ ...order, RANDSTR: 'a' })).toMatchObject({ status: 'succeeded' });
    expect(await client.query({ ...order, RANDSTR: 'a' })).toMatchObject({
      cause: { code: 'signature_invalid' },
    });
    const body = `{"MERORDERID":"${scanned.MERORDERID}","RANDSTR":"a"}`;
    expect(requests[0]?.body).toContain(`"AGENTNO":"${AGENT.AGENTNO}"`);
    expect(requests[0]?.body).toContain(signatureOf(body, AGENT.md5Key));
  });

  it.each(['cancel', 'refund'] as const)('%s is not sent without the certificate', async (name) => {
    const { client, requests } = clientWith('');
    const call = () => (name === 'cancel' ? client.cancel(order) : client.refund(back));
    expect(await refusal(call)).toMatchObject({
      name: 'ConfigurationError',
      code: 'certificate_required',
      issues: [{ path: 'certificateFetch' }],
    });
    expect(requests).toEqual([]);
  });

  it('sends a QQ card payment under another id where told so', async () => {
    const { fetch, requests } = fetchAnswering(reply(placedReply, 0x8916));
    const client = scanPay.createScanPayClient({ ...credentials, url, fetch, qqCardCommandId: 776 });
    expect(await client.qqCard(card)).toMatchObject({ status: 'succeeded' });
    expect(requests[0]?.body).toContain('"CommandID":776,');
    expect(scanPay.qqCard.commandId).toBe(0x0916);
  });

  it('refuses an order number that was sent with other parameters, by another operation too', async () => {
    const { client, requests } = clientWith(reply(placedReply, 35074));
    await client.wechatPreOrder(scanned);
    await client.wechatPreOrder(scanned);
    for (const again of [
      () => client.wechatPreOrder({ ...scanned, AMT: 101 }),
      () => client.alipayPreOrder(scanned),
      () => client.wechatCard(card),
    ]) {
      expect(await refusal(again)).toMatchObject({ code: 'order_number_reused' });
    }
    expect(requests).toHaveLength(2);
  });

  it('names every unusable option', async () => {
    const options = { MERNO: '', TERMNO, md5Key: 'x y', url: 'http://mmsp.example', qqCardCommandId: 0x8000 };
    expect(await issues(() => scanPay.createScanPayClient(options))).toEqual([
      'MERNO missing',
      'md5Key invalid_value',
      'qqCardCommandId invalid_value',
      'url invalid_value',
    ]);
  });

  it('is part of the client of the whole platform', async () => {
    const { fetch, requests } = fetchAnswering(reply(placedReply, 0x8916));
    const client = createMmspClient({ ...credentials, fetch, scanPay: { url, qqCardCommandId: 776 } });
    await client.scanPay.qqCard(card);
    expect(requests).toMatchObject([{ url }]);
    expect(
      await issues(() => createMmspClient({ ...credentials, scanPay: { url, qqCardCommandId: 0 } })),
    ).toEqual(['scanPay.qqCardCommandId invalid_value']);
  });

  it('never repeats a refund whose fate is not known', async () => {
    const { fetch, requests } = fetchAnswering('not a reply');
    const client = createMmspClient({
      ...credentials,
      fetch,
      certificateFetch: fetch,
      scanPay: { url },
    }).scanPay;
    expect(await client.refund(back)).toMatchObject({ status: 'unknown', next: { action: 'query' } });
    for (const options of [{}, { repeat: true }]) {
      await expect(client.refund(back, options)).rejects.toMatchObject({ code: 'not_repeatable' });
    }
    expect(requests).toHaveLength(1);
  });

  it('asks until a card payment is settled', async () => {
    const paying = { ...placedReply, STATUS: '3', ERR_CODE: 'AA', ERR_CODE_MSG: '用户支付中' };
    const { client, requests } = clientWith(
      reply(paying, 35075),
      reply({ ...orderReply, STATUS: '3', ERR_CODE: 'AA' }, 35078),
      'not a reply',
      reply(orderReply, 35078),
    );
    expect(await client.wechatCard(card)).toMatchObject({ status: 'pending' });
    const outcome = await scanPay.untilFinal((options) => client.query(order, options), {
      afterSeconds: [0],
    });
    expect(outcome).toMatchObject({ status: 'succeeded', data: { AMT: 100 } });
    expect(requests).toHaveLength(4);
  });
});
