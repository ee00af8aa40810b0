import type { OutcomeEvent, RequestEvent } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { createWechatTransitClient, type WechatTransitClientOptions } from './client.ts';
import { everythingVisible } from './internal/fixtures/everything-visible.ts';
import { fakePlatform } from './internal/fixtures/fake-platform.ts';
import {
  envelope,
  paidOrder,
  platformSign,
  platformXml,
  signedXml,
  utf8,
} from './internal/fixtures/platform.ts';
import { issuesOf, rejection } from './internal/fixtures/rejection.ts';
import {
  busOrder,
  direct,
  directMd5,
  KEY,
  metroOrder,
  ORDER,
  partner,
  SENSITIVE_VALUES,
} from './internal/fixtures/samples.ts';

const query = { action: 'query', operation: 'queryorder', afterSeconds: [5, 15, 30, 60, 180, 600, 1800] };
const accepted = { ...envelope, sub_mch_id: '1900000109' };
const paid = { ...paidOrder, trade_state: 'SUCCESS' };

describe('a client in partner mode', () => {
  it('applies, queries and receives the notice', async () => {
    const platform = fakePlatform(await signedXml(accepted));
    const client = createWechatTransitClient({ ...partner, fetch: platform.fetch });
    expect(await client.payapply(metroOrder)).toMatchObject({ status: 'pending', next: query });
    const { url, fields } = platform.requests[0] ?? { url: '', fields: {} };
    expect(url).toBe('https://api.mch.weixin.qq.com/transit/partnerpay/payapply');
    expect(fields).toMatchObject({
      appid: partner.appid,
      mch_id: partner.mch_id,
      sub_mch_id: '1900000109',
      sign_type: 'HMAC-SHA256',
      total_fee: '888',
    });
    expect(fields['nonce_str']).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(fields['sign']).toBe(await platformSign(fields, 'HMAC-SHA256'));

    const asked = fakePlatform(await signedXml({ ...paid, sub_mch_id: '1900000109' }));
    const asking = createWechatTransitClient({ ...partner, fetch: asked.fetch });
    expect(await asking.queryorder({ sub_mch_id: '1900000109', out_trade_no: ORDER })).toMatchObject({
      status: 'succeeded',
      data: { total_fee: 888 },
    });
    expect(asked.requests[0]?.url).toBe('https://api.mch.weixin.qq.com/transit/partnerpay/queryorder');

    const statuses: string[] = [];
    const handler = client.paymentNoticeHandler({
      onPaymentNotice: ({ status }) => {
        statuses.push(status);
      },
    });
    const body = await signedXml({ ...paidOrder, sub_mch_id: '1900000109' });
    const response = await handler(new Request('https://merchant.example/', { method: 'POST', body }));
    expect([response.status, ...statuses]).toEqual([200, 'succeeded']);
  });

  it('does not believe a reply about another sub-merchant', async () => {
    const platform = fakePlatform(await signedXml({ ...accepted, sub_mch_id: '1900000110' }));
    const client = createWechatTransitClient({ ...partner, fetch: platform.fetch });
    expect(await client.payapply(metroOrder)).toMatchObject({
      status: 'unknown',
      cause: { code: 'reply_mismatch' },
      next: query,
    });
  });
});

describe('a client in direct mode', () => {
  it('signs and verifies with MD5 where that is configured', async () => {
    const platform = fakePlatform(await signedXml(envelope, 'MD5'));
    const baseUrl = 'https://api2.mch.weixin.qq.com/';
    const client = createWechatTransitClient({ ...directMd5, baseUrl, fetch: platform.fetch });
    expect(await client.payapply(busOrder)).toMatchObject({ status: 'pending' });
    const { url, fields } = platform.requests[0] ?? { url: '', fields: {} };
    expect(url).toBe('https://api2.mch.weixin.qq.com/transit/pay/payapply');
    expect(fields['sign']).toMatch(/^[0-9A-F]{32}$/);
    expect(fields['sign']).toBe(await platformSign(fields, 'MD5'));
    await client.queryorder({ transaction_id: '1' });
    expect(platform.requests[1]?.url).toBe('https://api2.mch.weixin.qq.com/transit/queryorder');
  });

  it('refuses a reply with an MD5 signature where HMAC-SHA256 was asked for, and the reverse', async () => {
    const md5 = fakePlatform(await signedXml(paid, 'MD5'));
    const hmac = fakePlatform(await signedXml(paid));
    const clients = [
      createWechatTransitClient({ ...direct, fetch: md5.fetch }),
      createWechatTransitClient({ ...directMd5, fetch: hmac.fetch }),
    ];
    for (const client of clients) {
      expect(await client.queryorder({ out_trade_no: ORDER })).toMatchObject({
        status: 'unknown',
        cause: { code: 'signature_invalid' },
        next: query,
      });
    }
  });
});

describe('what became of a deduction', () => {
  const truncated = platformXml(paid).slice(0, -7);
  it.each<[string, () => Response | Promise<Response>]>([
    ['timeout', () => new Promise(() => {})],
    ['network', () => Promise.reject(new Error('reset'))],
    ['http_status', () => new Response('<html></html>', { status: 502 })],
    ['redirect', () => new Response(null, { status: 302 })],
    ['reply_malformed', () => new Response(null, { status: 204 })],
    ['reply_malformed', () => new Response('<html><body>200 OK</body></html>')],
    ['reply_malformed', () => new Response('')],
    ['reply_malformed', () => new Response(truncated)],
    ['reply_malformed', () => new Response('<xml><a>1</b></xml>')],
    ['reply_malformed', () => new Response('<!DOCTYPE xml><xml></xml>')],
    [
      'reply_malformed',
      () => new Response(new Uint8Array([...utf8('<xml><a>'), 0xff, ...utf8('</a></xml>')])),
    ],
    ['reply_malformed', () => new Response('<xml><a>1</a><a>1</a></xml>')],
    ['reply_incomplete', () => new Response('<xml></xml>')],
    ['reply_too_large', () => new Response(`<xml><a>${'x'.repeat(1_048_576)}</a></xml>`)],
    ['signature_missing', () => new Response(platformXml(envelope))],
    ['signature_invalid', () => new Response(platformXml({ ...envelope, sign: 'A'.repeat(64) }))],
  ])('is unknown, never failed: %s', async (code, answer) => {
    const { fetch, requests } = fakePlatform(answer);
    const client = createWechatTransitClient({
      ...direct,
      fetch,
      deadlineSeconds: code === 'timeout' ? 0.01 : 15,
    });
    expect(await client.payapply(busOrder)).toMatchObject({
      status: 'unknown',
      cause: { code },
      next: query,
    });
    expect(requests).toHaveLength(1);
  });

  it('is told after the same parameters were sent again', async () => {
    const answers = [
      await signedXml({ ...envelope, result_code: 'FAIL', err_code: 'SYSTEMERROR' }),
      await signedXml({ ...envelope, result_code: 'FAIL', err_code: 'ORDER_ACCEPTED' }),
    ];
    const { fetch, requests } = fakePlatform(() => new Response(answers[requests.length - 1]));
    const client = createWechatTransitClient({ ...direct, fetch });
    expect(await client.payapply(busOrder)).toMatchObject({
      status: 'unknown',
      next: { action: 'repeat', operation: 'payapply' },
    });
    expect(await client.payapply(busOrder)).toMatchObject({ status: 'unknown', next: query });
    const parameters = requests.map(({ fields }) => ({ ...fields, nonce_str: '', sign: '' }));
    expect(parameters[1]).toEqual(parameters[0]);
    expect(requests[1]?.fields['nonce_str']).not.toBe(requests[0]?.fields['nonce_str']);
  });

  it('is never put at risk by the same order number with other parameters', async () => {
    const { fetch, requests } = fakePlatform(() => new Response('', { status: 502 }));
    const client = createWechatTransitClient({ ...direct, fetch });
    await client.payapply(busOrder);
    for (const change of [
      { total_fee: 889 },
      { contract_id: 'another' },
      { attach: 'x' },
      { scene_info: { ...busOrder.scene_info, line_name: '2路' } },
    ]) {
      const error = await rejection(() => client.payapply({ ...busOrder, ...change }));
      expect(error.code).toBe('order_number_reused');
      expect(issuesOf(error)).toEqual(['out_trade_no conflict']);
    }
    expect(requests).toHaveLength(1);
    // A Date and the text it stands for are the same parameter.
    const start_time = new Date('2017-08-26T02:43:39Z');
    await client.payapply({ ...busOrder, scene_info: { ...busOrder.scene_info, start_time } });
    expect(requests).toHaveLength(2);
  });

  it('can be asked for as often as one likes', async () => {
    const { fetch, requests } = fakePlatform(await signedXml(paid));
    const client = createWechatTransitClient({ ...direct, fetch });
    await client.queryorder({ out_trade_no: ORDER });
    await client.queryorder({ out_trade_no: ORDER, transaction_id: paid.transaction_id });
    expect(requests).toHaveLength(2);
  });
});

describe('a mistake of the caller', () => {
  it('is named with all others before anything is sent', async () => {
    const { fetch, requests } = fakePlatform('');
    const client = createWechatTransitClient({ ...direct, fetch });
    const mistaken = {
      ...busOrder,
      body: '公'.repeat(129),
      trade_scene: 'TRAM',
      atach: 'x',
      scene_info: undefined,
    };
    const error = await rejection(() => client.payapply(mistaken as unknown as typeof busOrder));
    expect(error).toMatchObject({ name: 'RequestError', code: 'invalid_request', operation: 'payapply' });
    expect(issuesOf(error)).toEqual([
      'atach unknown_field',
      'body invalid_value',
      'trade_scene invalid_value',
      'scene_info missing',
    ]);
    const unasked = await rejection(() => client.queryorder({} as { out_trade_no: string }));
    expect(issuesOf(unasked)).toEqual(['transaction_id missing']);
    expect(requests).toEqual([]);
  });

  it('in the configuration is named with all others', async () => {
    const options = {
      mode: 'agent',
      appid: '',
      mch_id: '1',
      key: KEY.slice(1),
      sign_type: 'SHA1',
      baseUrl: 'http://api.mch.weixin.qq.com',
      deadlineSeconds: 0,
      fetch: 1,
    } as unknown as WechatTransitClientOptions;
    const error = await rejection(() => createWechatTransitClient(options));
    expect(error.name).toBe('ConfigurationError');
    expect(issuesOf(error)).toEqual([
      'mode invalid_value',
      'sign_type invalid_value',
      'appid invalid_value',
      'key invalid_value',
      'baseUrl invalid_value',
      'fetch wrong_type',
      'deadlineSeconds invalid_value',
    ]);
    for (const nothing of [undefined, null]) {
      const run = () => createWechatTransitClient(nothing as unknown as WechatTransitClientOptions);
      expect(issuesOf(await rejection(run))).toEqual([' wrong_type']);
    }
  });

  it('is not made by changing the options afterwards', async () => {
    const platform = fakePlatform(await signedXml(paid));
    const options = {
      ...direct,
      mode: 'direct' as const,
      fetch: platform.fetch,
      baseUrl: 'https://one.example',
    };
    const client = createWechatTransitClient(options);
    Object.assign(options, {
      mode: 'partner',
      appid: 'other',
      key: 'K'.repeat(32),
      sign_type: 'MD5',
      baseUrl: 'https://two.example',
      fetch: undefined,
    });
    expect(await client.queryorder({ out_trade_no: ORDER })).toMatchObject({ status: 'succeeded' });
    expect(platform.requests[0]?.url).toBe('https://one.example/transit/queryorder');
  });
});

describe('what nobody gets to see', () => {
  /** Everything a log could get hold of: errors, events and the messages in outcomes. */
  async function shownBy(answer: () => Response | Promise<Response>, order: object): Promise<string> {
    const events: (RequestEvent | OutcomeEvent)[] = [];
    const hooks = {
      onRequest: (event: RequestEvent) => void events.push(event),
      onOutcome: (event: OutcomeEvent) => void events.push(event),
    };
    const { fetch } = fakePlatform(answer);
    const client = createWechatTransitClient({ ...partner, fetch, hooks, deadlineSeconds: 0.05 });
    const apply = (input: object) =>
      client.payapply(input as typeof metroOrder).then(
        // The data are the caller's, and all there.
        (outcome) => ({ ...outcome, data: undefined }),
        (error: unknown) => error,
      );
    const results = [await apply(order), await apply({ ...order, total_fee: 1 })];
    return everythingVisible([results, events, client]);
  }
  const quoting = SENSITIVE_VALUES.join(' ');
  const sign = 'A'.repeat(64);

  it.each<[string, () => Response | Promise<Response>, object]>([
    ['an accepted order', async () => new Response(await signedXml(accepted)), {}],
    [
      'a refusal that quotes the request',
      async () =>
        new Response(
          await signedXml({
            ...accepted,
            result_code: 'FAIL',
            err_code: 'PARAM_ERROR',
            err_code_des: quoting,
          }),
        ),
      {},
    ],
    [
      'an unsigned refusal that quotes the request',
      () => new Response(platformXml({ return_code: 'FAIL', return_msg: quoting })),
      {},
    ],
    [
      'a reply with the values of the request in fields of its own',
      async () => new Response(await signedXml({ ...accepted, openid: metroOrder.openid, told: quoting })),
      {},
    ],
    ['a forged reply', () => new Response(platformXml({ ...accepted, told: quoting, sign })), {}],
    ['no reply', () => Promise.reject(new Error(quoting)), {}],
    ['HTML', () => new Response(`<html>${quoting}</html>`), {}],
    ['mistakes', () => new Response(''), { mobile: '', total_fee: 0, [metroOrder.creid]: metroOrder.creid }],
    ['a character XML does not have', () => new Response(''), { email: `${metroOrder.email}\u0000` }],
    ['a lone surrogate', () => new Response(''), { outerid: `${metroOrder.outerid}\ud800` }],
    [
      'a wrong type',
      () => new Response(''),
      { mobile: { number: metroOrder.mobile }, creid: [metroOrder.creid] },
    ],
  ])('of %s', async (_, answer, change) => {
    const shown = await shownBy(answer, { ...metroOrder, ...change });
    const secrets = [...SENSITIVE_VALUES, KEY, '&key=', 'appid='];
    expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
    // It has looked at something.
    expect(shown).toContain('payapply');
  });
});
