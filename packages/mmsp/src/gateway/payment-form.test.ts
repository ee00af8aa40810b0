import { describeReply, describeRequest } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import {
  AGENT,
  agentCredentials,
  canonical,
  credentials,
  signatureOf,
} from '../internal/fixtures/envelopes.ts';
import { fetchAnswering } from '../internal/fixtures/fetch-answering.ts';
import { MERNO, TERMNO } from '../internal/fixtures/merchant-keys.ts';
import { issues, refusal } from '../internal/fixtures/refusal.ts';
import { bankChannels } from './bank-channels.ts';
import { createGatewayClient } from './client.ts';
import { pay } from './pay.ts';
import { buildPaymentForm } from './payment-form.ts';

const url = 'https://mmsp.example/web?a=1&b=2';
const order = {
  MERORDERID: '711245',
  AMT: 1,
  NOTIFY_URL: 'https://merchant.example/notify?a=1&b=/',
  JUMP_URL: 'https://merchant.example/done',
  PAY_CHANNEL: 'YLBILL-NET-B2C',
  GOODSNAME: 'product',
} as const;
const clientOf = () => {
  const { fetch, requests } = fetchAnswering('');
  return { client: createGatewayClient({ ...credentials, url, fetch }), requests };
};

describe('the table of pay [M] 网关 5.1', () => {
  it('has every field of the request, and no reply', () => {
    expect(
      describeRequest(pay.request).map(({ name, presence, maxLength }) => `${name} ${presence} ${maxLength}`),
    ).toEqual([
      'MERORDERID required 32',
      'AMT required 12',
      'NOTIFY_URL required 255',
      'JUMP_URL required 255',
      'PAY_CHANNEL required 50',
      'GOODSNAME optional 32',
      'REMARK optional 255',
    ]);
    expect(describeReply(pay.reply)).toEqual([]);
    expect(pay).toMatchObject({ commandId: 2322, role: 'create', movesMoney: true, open: true });
  });

  it('knows the banks [M] 网关 8.1.1', () => {
    expect(Object.keys(bankChannels)).toHaveLength(20);
    expect(pay.request.fields.PAY_CHANNEL.values).toBe(bankChannels);
    expect(bankChannels['CMBC-NET-B2C'].zh).toBe('中国民生银行');
    expect(bankChannels['CMBCHINA-NET-B2C'].zh).toBe('招商银行');
  });
});

describe('a payment form', () => {
  it('is the signed envelope in the field web_api, as data', async () => {
    const { client, requests } = clientOf();
    const form = await client.paymentForm(order);
    expect(form).toEqual(buildPaymentForm(order, credentials, { url }));
    expect(form).toMatchObject({ action: url, method: 'POST' });
    expect(Object.keys(form.fields)).toEqual(['web_api']);
    const body = { ...order, AMT: '1' };
    expect(JSON.parse(form.fields.web_api)).toEqual({
      CommandID: 2322,
      SeqID: 1,
      NodeType: 3,
      NodeID: 'openapi',
      Version: '1.0.0',
      AGENTNO: '',
      MERNO,
      TERMNO,
      Body: body,
      Sign: signatureOf(canonical(body)),
    });
    expect(requests).toEqual([]);
  });

  it('is signed with the agent’s key in agent mode', () => {
    const { web_api } = buildPaymentForm(order, agentCredentials, { url }).fields;
    expect(JSON.parse(web_api)).toMatchObject({
      AGENTNO: AGENT.AGENTNO,
      Sign: signatureOf(canonical({ ...order, AMT: '1' }), AGENT.md5Key),
    });
  });

  it.each([
    ['a bank of the production system', { PAY_CHANNEL: 'NEW_BANK-NET-B2B' }],
    ['an optional field that is undefined', { GOODSNAME: undefined, REMARK: undefined }],
    ['goods of 32 characters', { GOODSNAME: '商'.repeat(32) }],
    ['a remark of 255 characters', { REMARK: '备'.repeat(255) }],
  ])('takes %s', async (_, change) => {
    const input = { ...order, ...change } as typeof order;
    expect((await clientOf().client.paymentForm(input)).method).toBe('POST');
  });

  it.each([
    ['no bank', { PAY_CHANNEL: undefined }, ['PAY_CHANNEL missing']],
    ['a bank with markup', { PAY_CHANNEL: '<b>' }, ['PAY_CHANNEL invalid_value']],
    ['a long bank', { PAY_CHANNEL: 'A'.repeat(51) }, ['PAY_CHANNEL invalid_value']],
    ['nowhere to return to', { JUMP_URL: undefined }, ['JUMP_URL missing']],
    ['a script to return to', { JUMP_URL: 'javascript:alert(1)' }, ['JUMP_URL invalid_value']],
    ['long goods', { GOODSNAME: '商'.repeat(33) }, ['GOODSNAME invalid_value']],
    ['a long remark', { REMARK: '备'.repeat(256) }, ['REMARK invalid_value']],
    ['an empty remark', { REMARK: '' }, ['REMARK invalid_value']],
    [
      'everything at once',
      { AMT: 0.1, MERORDERID: '', NOTIFY_URL: 'x', EXTRA: 1 },
      ['AMT invalid_value', 'EXTRA unknown_field', 'MERORDERID invalid_value', 'NOTIFY_URL invalid_value'],
    ],
  ])('refuses %s', async (_, change, expected) => {
    const input = { ...order, ...change } as never;
    expect(await issues(() => clientOf().client.paymentForm(input))).toEqual(expected);
    expect(await issues(() => clientOf().client.paymentFormHtml(input))).toEqual(expected);
    expect(await issues(() => buildPaymentForm(input, credentials, { url }))).toEqual(expected);
  });

  it('puts an order number into no second form with other parameters', async () => {
    const { client } = clientOf();
    await client.paymentForm(order);
    await client.paymentFormHtml(order);
    const error = await refusal(() => client.paymentFormHtml({ ...order, AMT: 2 }));
    expect(error).toMatchObject({ code: 'order_number_reused', issues: [{ path: 'MERORDERID' }] });
  });
});

describe('the HTML of a payment form', () => {
  const unescape = (text: string) =>
    text.replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)));

  it.each([
    ['quotes', `"'>&<`],
    ['an end of the script', '</script><script>alert(1)</script>'],
    ['line separators', '\u2028\u2029'],
    ['references', '&quot;&#34;'],
    ['Chinese', '备注：𠮷'],
  ])('carries %s unharmed', async (_, REMARK) => {
    const { client } = clientOf();
    const html = await client.paymentFormHtml({ ...order, REMARK }, { nonce: 'bm9uY2U=' });
    const value = /name="web_api" value="([^"]*)"/.exec(html)?.[1] ?? '';
    const { web_api } = (await client.paymentForm({ ...order, REMARK })).fields;
    expect(unescape(value)).toBe(web_api);
    expect(JSON.parse(web_api)).toMatchObject({ Body: { REMARK } });
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('<script nonce="bm9uY2U=">');
    expect(html).toContain('action="https://mmsp.example/web?a=1&#38;b=2"');
  });

  it('is refused an option that it would not read, and leaves the order number free', async () => {
    const { client } = clientOf();
    const options = { nonse: 'bm9uY2U=' } as never;
    expect(await issues(() => client.paymentFormHtml(order, options))).toEqual(['nonse unknown_field']);
    expect(await client.paymentFormHtml({ ...order, AMT: 2 })).toContain('<form');
    expect(
      await issues(() => buildPaymentForm(order, credentials, { url, fragment: true } as never)),
    ).toEqual(['fragment unknown_field']);
  });

  it('can be a fragment', async () => {
    const html = await clientOf().client.paymentFormHtml(order, { fragment: true });
    expect(html.startsWith('<form')).toBe(true);
  });
});
