import { describe, expect, it } from 'vitest';
import type { BuildOptions } from '../envelope/build-request.ts';
import {
  AGENT,
  agentCredentials,
  canonical,
  credentials,
  envelope,
  type FlatBody,
  signatureOf,
  utf8,
} from '../internal/fixtures/envelopes.ts';
import { MERNO, TERMNO } from '../internal/fixtures/merchant-keys.ts';
import { credit, debit, placed } from '../internal/fixtures/quick-pay-orders.ts';
import { issues, refusal } from '../internal/fixtures/refusal.ts';
import { sentOf } from '../internal/fixtures/sent-of.ts';
import { query as scanPayQuery } from '../scan-pay/query.ts';
import { buildRequest, readReply } from './build-request.ts';
import { confirm } from './confirm.ts';
import { pay } from './pay.ts';
import { query } from './query.ts';

const options = { url: 'https://mmsp.example/openapi', nonce: () => 'abcdefghijKLMNOPQRSTUVWXYZ012345' };

function envelopeOf(body: string): Record<string, unknown> & { Body: FlatBody } {
  return JSON.parse(body) as Record<string, unknown> & { Body: FlatBody };
}

describe('buildRequest', () => {
  it('gives the signed envelope as plain data', () => {
    const { request } = buildRequest(pay, debit, credentials, options);
    expect({ ...request, body: envelopeOf(request.body) }).toEqual({
      method: 'POST',
      url: options.url,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: {
        CommandID: 771,
        SeqID: '1',
        NodeType: '3',
        NodeID: 'openapi',
        Version: '1.0.0',
        AGENTNO: '',
        MERNO,
        TERMNO,
        Body: { ...debit, AMT: '1234', RANDSTR: 'abcdefghij' },
        Sign: signatureOf(canonical({ ...debit, AMT: '1234', RANDSTR: 'abcdefghij' })),
      },
    });
  });

  it('sends the very text that is signed', () => {
    const { body } = buildRequest(pay, credit, credentials, options).request;
    const signed = canonical({ ...credit, AMT: '1234', RANDSTR: 'abcdefghij' });
    expect(body).toContain(`"Body":${signed},"Sign":"${signatureOf(signed)}"}`);
  });

  it.each([
    [pay, debit, 0x0303],
    [confirm, { LIST_ID: '1', MSG_CODE: '123456' }, 0x0304],
    [query, { MERORDERID: '1' }, 0x0305],
  ])('tells the operations apart by their command id', (operation, input, commandId) => {
    const { body } = buildRequest(operation, input as never, credentials, options).request;
    expect(envelopeOf(body)['CommandID']).toBe(commandId);
  });

  it('signs with the agent’s key in agent mode', () => {
    const { body } = buildRequest(query, { MERORDERID: '1' }, agentCredentials, options).request;
    expect(envelopeOf(body)).toMatchObject({
      AGENTNO: AGENT.AGENTNO,
      Sign: signatureOf('{"MERORDERID":"1"}', AGENT.md5Key),
    });
  });

  it('makes up a random string of ten characters, unless one is given', () => {
    const randomOf = (RANDSTR?: string) => {
      const input = RANDSTR === undefined ? debit : { ...debit, RANDSTR };
      return envelopeOf(buildRequest(pay, input, credentials, { url: options.url }).request.body).Body[
        'RANDSTR'
      ];
    };
    expect(randomOf()).toMatch(/^[A-Za-z0-9]{10}$/);
    expect(randomOf()).not.toBe(randomOf());
    expect(randomOf('given')).toBe('given');
  });

  it('refuses unusable credentials and input by name', async () => {
    const input = { MERORDERID: '' };
    expect(await issues(() => buildRequest(query, input, credentials, options))).toEqual([
      'MERORDERID invalid_value',
    ]);
    const unusable = { MERNO: 'x y', TERMNO: '', md5Key: '', agent: { AGENTNO: '', md5Key: ' ' } };
    expect(await issues(() => buildRequest(query, input, unusable, options))).toEqual([
      'MERNO invalid_value',
      'TERMNO missing',
      'agent.AGENTNO missing',
      'agent.md5Key invalid_value',
      'md5Key missing',
    ]);
  });

  it('refuses a text that has no UTF-8 form', async () => {
    const error = await refusal(() => buildRequest(pay, { ...debit, NAME: '\ud800' }, credentials, options));
    expect(error).toMatchObject({ code: 'invalid_request', issues: [{ path: 'NAME' }] });
  });
});

const reply = utf8(envelope(placed, { header: { CommandID: 0x8303 } }));

describe('readReply', () => {
  it('tells what a reply means', () => {
    const outcome = readReply(pay, reply, credentials, sentOf(pay, { MERORDERID: debit.MERORDERID }));
    expect(outcome).toMatchObject({
      status: 'pending',
      data: { LIST_ID: '10000004985' },
      authenticated: true,
    });
  });

  it('does not believe a reply about another order', () => {
    expect(readReply(pay, reply, credentials, sentOf(pay, { MERORDERID: '1' }))).toMatchObject({
      status: 'unknown',
      cause: { code: 'reply_mismatch' },
    });
  });

  it('throws for unusable credentials only', async () => {
    expect(await issues(() => readReply(pay, reply, { ...credentials, md5Key: '' }, sentOf(pay)))).toEqual([
      'md5Key missing',
    ]);
    expect(readReply(pay, undefined as never, credentials, sentOf(pay)).status).toBe('unknown');
  });
});

describe('buildRequest and readReply together', () => {
  it('hand on what was sent, and show nothing of it', () => {
    const { request, sent } = buildRequest(pay, debit, credentials, options);
    expect(readReply(pay, reply, credentials, sent)).toMatchObject({ status: 'pending' });
    const another = buildRequest(pay, { ...debit, MERORDERID: '1' }, credentials, options);
    expect(readReply(pay, reply, credentials, another.sent)).toMatchObject({
      cause: { code: 'reply_mismatch', fields: ['MERORDERID'] },
    });
    expect(JSON.stringify(sent)).toBe('{"operation":"quickPay.pay"}');
    expect(request.body).toContain(debit.CARDNO);
  });

  it('want what the request of the same operation returned', async () => {
    for (const [sent, issue] of [
      [sentOf(query), 'sent conflict'],
      [{ MERORDERID: debit.MERORDERID }, 'sent wrong_type'],
      [undefined, 'sent wrong_type'],
    ] as const) {
      expect(await issues(() => readReply(pay, reply, credentials, sent as never))).toEqual([issue]);
    }
  });

  it('take no operation of another product', async () => {
    const foreign = scanPayQuery as unknown as typeof query;
    const build = () => buildRequest(foreign, { MERORDERID: '1' }, credentials, options);
    const read = () => readReply(foreign, reply, credentials, sentOf(foreign));
    for (const run of [build, read]) expect(await issues(run)).toEqual(['operation conflict']);
    const nothing = () => readReply(undefined as never, reply, credentials, sentOf(query) as never);
    expect(await issues(nothing)).toEqual(['operation wrong_type']);
  });
});

describe('the options of buildRequest', () => {
  it.each<[unknown, string[]]>([
    [{ ...options, nonse: () => 'x' }, ['nonse unknown_field']],
    [{ url: options.url, nonce: 'x' }, ['nonce wrong_type']],
    [{ url: '/openapi' }, ['url invalid_value']],
    [{}, ['url missing']],
    [undefined, ['options wrong_type', 'url missing']],
  ])('are refused by name: %j', async (given, expected) => {
    expect(await issues(() => buildRequest(pay, debit, credentials, given as BuildOptions))).toEqual(
      expected,
    );
  });

  it('are refused together with the credentials', async () => {
    const run = () => buildRequest(pay, debit, { ...credentials, md5Key: '' }, { url: 'x' });
    expect(await issues(run)).toEqual(['md5Key missing', 'url invalid_value']);
  });

  it('may name an address that is not encrypted: whoever sends decides about that', () => {
    const url = 'http://mmsp.example/openapi';
    expect(buildRequest(pay, debit, credentials, { url }).request.url).toBe(url);
  });
});
