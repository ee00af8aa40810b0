import { describe, expect, it } from 'vitest';
import {
  CryptoError,
  createGatewayClient,
  createMmspClient,
  createPayoutClient,
  createQuickPayClient,
  createScanPayClient,
  importRsaPrivateKey,
  importRsaPublicKey,
  type MmspClientOptions,
} from './index.ts';
import {
  credentials,
  envelope,
  generalRefusal,
  notificationHeader,
  paid,
  signatureOf,
} from './internal/fixtures/envelopes.ts';
import { fetchAnswering } from './internal/fixtures/fetch-answering.ts';
import {
  openRequest,
  order,
  payoutCredentials,
  payoutReply,
  result,
} from './internal/fixtures/payout-messages.ts';
import { PLATFORM_PRIVATE_PEM, PLATFORM_PUBLIC_PEM } from './internal/fixtures/platform-keys.ts';
import { debit, placed } from './internal/fixtures/quick-pay-orders.ts';
import { issues, refusal } from './internal/fixtures/refusal.ts';

const { MERNO, merchantPrivateKey, platformPublicKey } = payoutCredentials;
const quickPay = { url: 'https://mmsp.example/openapi' };
const payout = { url: 'https://mmsp.example/payout', merchantPrivateKey, platformPublicKey };

/** A client whose `fetch` answers the given replies. */
function clientAnswered(...replies: Parameters<typeof fetchAnswering>) {
  const { fetch, requests } = fetchAnswering(...replies);
  return { ...clientsOf({ fetch }), requests };
}

function clientsOf(
  options: Pick<MmspClientOptions, 'fetch' | 'hooks' | 'deadlineSeconds' | 'maxReplyBytes'>,
) {
  const client = createMmspClient({ ...credentials, quickPay, payout, ...options });
  return { quickPay: client.quickPay, payout: client.payout };
}

const reply = (commandId: number, body: Parameters<typeof envelope>[0]) =>
  envelope(body, { header: { CommandID: commandId + 0x8000 } });

describe('a quick payment', () => {
  it('is placed, confirmed, queried and notified', async () => {
    const { LIST_ID, MERORDERID } = placed;
    const client = clientAnswered(
      reply(0x0303, placed),
      reply(0x0304, { STATUS: '1', LIST_ID }),
      reply(0x0305, { ...placed, STATUS: '1', PAY_DATE: '20260101120000' }),
    );
    const outcomes = [
      await client.quickPay.pay(debit),
      await client.quickPay.confirm({ LIST_ID, MSG_CODE: '123456' }),
      await client.quickPay.query({ MERORDERID }),
    ];
    expect(outcomes).toMatchObject([
      { status: 'pending', next: { operation: 'quickPay.confirm' }, data: { LIST_ID } },
      { status: 'pending', next: { operation: 'quickPay.query' } },
      { status: 'succeeded', data: { AMT: 1234 }, authenticated: true },
    ]);
    const sentIds = client.requests.map(({ body }) => (JSON.parse(body) as { CommandID: number }).CommandID);
    expect(sentIds).toEqual([771, 772, 773]);
    expect(client.requests.map(({ url, method }) => `${method} ${url}`)).toEqual(
      Array.from({ length: 3 }, () => `POST ${quickPay.url}`),
    );

    const notifications: unknown[] = [];
    const handle = client.quickPay.notificationHandler({
      onNotification: (seen) => void notifications.push(seen),
    });
    const body = envelope(paid, { header: notificationHeader });
    const response = await handle(new Request('https://merchant.example/', { method: 'POST', body }));
    expect(await response.text()).toBe('SUCCESS');
    expect(notifications).toMatchObject([{ status: 'succeeded' }]);
  });
});

describe('a payout', () => {
  it('is paid out and queried', async () => {
    const sealed = { ...result, PAYSTATE: '2' };
    const client = clientAnswered(
      await payoutReply({ clear: { RETCODE: '0000' }, sealed, sign: 'valid' }),
      await payoutReply({ clear: { RETCODE: '0000' }, sealed: result, sign: 'valid' }),
    );
    expect(await client.payout.pay(order)).toMatchObject({
      status: 'pending',
      authenticated: true,
      next: { operation: 'payout.query' },
    });
    const { BSORDERNO } = result;
    expect(await client.payout.query({ BSORDERNO })).toMatchObject({
      status: 'succeeded',
      authenticated: true,
      data: { AMT: 100 },
    });
    expect(await openRequest(client.requests[0]?.body ?? '')).toMatchObject({
      fields: { CMDID: '4097', MERNO, AMT: '100' },
      isSigned: true,
    });
    expect(await openRequest(client.requests[1]?.body ?? '')).toMatchObject({
      fields: { CMDID: '4098', BSORDERNO },
    });
  });

  it('is not believed without a signature, unless told to', async () => {
    const unsigned = await payoutReply({ clear: { RETCODE: '0000' }, sealed: result });
    const { fetch } = fetchAnswering(unsigned);
    expect(await createMmspClient({ MERNO, fetch, payout }).payout.pay(order)).toMatchObject({
      status: 'unknown',
      cause: { code: 'signature_missing' },
    });
    const believing = { ...payout, allowUnsignedReplies: true };
    expect(
      await createMmspClient({ MERNO, fetch: fetchAnswering(unsigned).fetch, payout: believing }).payout.pay(
        order,
      ),
    ).toMatchObject({ status: 'succeeded', authenticated: false });
  });
});

describe('what comes back instead of a reply', () => {
  const hanging = () => new Promise<Response>(() => {});
  const queries = { quickPay: 'quickPay.query', payout: 'payout.query' } as const;

  it.each<[string, string | Uint8Array | Response | Error, string]>([
    ['a broken connection', new TypeError('fetch failed'), 'network'],
    ['an HTML page', '<html>maintenance</html>', 'reply_malformed'],
    ['nothing', '', 'reply_malformed'],
    ['half a reply', generalRefusal().slice(0, 60), 'reply_malformed'],
    ['bytes that are not UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), 'reply_malformed'],
    ['too much', `{"RETCODE":"1031","RetCode":0,"x":"${'x'.repeat(2000)}"}`, 'reply_too_large'],
  ])('%s leaves everything unknown', async (_, answer, code) => {
    const { fetch } = fetchAnswering(answer);
    const client = clientsOf({ fetch, maxReplyBytes: 1000 });
    for (const [product, outcome] of [
      ['quickPay', await client.quickPay.pay(debit)],
      ['quickPay', await client.quickPay.confirm({ LIST_ID: '1', MSG_CODE: '123456' })],
      ['quickPay', await client.quickPay.query({ MERORDERID: '1' })],
      ['payout', await client.payout.pay(order)],
      ['payout', await client.payout.query({ ORDERNO: '1' })],
    ] as const) {
      expect(outcome).toMatchObject({
        status: 'unknown',
        cause: { code },
        next: { action: 'query', operation: queries[product] },
      });
    }
  });

  it.each([301, 302, 404, 500, 502])(
    'status %s leaves it unknown, whatever the body says',
    async (status) => {
      const body = JSON.stringify({ RETCODE: '1031' });
      const answer = () => Promise.resolve(new Response(body, { status }));
      const outcome = await clientsOf({ fetch: answer }).payout.pay(order);
      expect(outcome).toMatchObject({ status: 'unknown', next: { operation: 'payout.query' } });
    },
  );

  it('silence leaves it unknown', async () => {
    const client = clientsOf({ fetch: hanging, deadlineSeconds: 0.01 });
    for (const outcome of [await client.quickPay.pay(debit), await client.payout.pay(order)]) {
      expect(outcome).toMatchObject({
        status: 'unknown',
        cause: { code: 'timeout' },
        next: { action: 'query' },
      });
    }
  });

  it('an aborted wait leaves it unknown', async () => {
    const controller = new AbortController();
    const fetch = () => {
      controller.abort();
      return hanging();
    };
    const outcome = await clientsOf({ fetch }).payout.pay(order, { signal: controller.signal });
    expect(outcome).toMatchObject({ status: 'unknown', cause: { code: 'aborted' } });
  });
});

describe('an order number', () => {
  it('may be sent again with the same parameters: nonce and time differ', async () => {
    const client = clientAnswered('');
    await client.quickPay.pay(debit);
    await client.quickPay.pay({ ...debit, RANDSTR: 'another' });
    await client.payout.pay({ ...order, REQTIME: '20260101000000' });
    await client.payout.pay({ ...order, REQTIME: '20260101000001' });
    expect(client.requests.length).toBe(4);
  });

  it.each([
    { AMT: 1235 },
    { CARDNO: '6225880113756648' },
    { USER_ID: '1' },
    { CARDTYPE: '2', EXPDATE: '0117', CVN2: '344' },
  ])('is refused for a quick payment with other parameters: %j', async (change) => {
    const client = clientAnswered('');
    await client.quickPay.pay(debit);
    const error = await refusal(() => client.quickPay.pay({ ...debit, ...change } as typeof debit));
    expect(error).toMatchObject({
      code: 'order_number_reused',
      issues: [{ path: 'MERORDERID', code: 'conflict' }],
    });
    expect(client.requests.length).toBe(1);
  });

  it.each([{ AMT: 101 }, { ACCNO: '1' }, { MEMO: 'x' }, { PAYTYPE: '3' }])(
    'is refused for a payout with other parameters: %j',
    async (change) => {
      const client = clientAnswered('');
      await client.payout.pay(order);
      const error = await refusal(() => client.payout.pay({ ...order, ...change } as typeof order));
      expect(error).toMatchObject({ code: 'order_number_reused', issues: [{ path: 'ORDERNO' }] });
      expect(client.requests.length).toBe(1);
    },
  );

  it('may be queried, and a code be handed in again', async () => {
    const client = clientAnswered('');
    await client.payout.pay(order);
    await client.payout.query({ ORDERNO: order.ORDERNO });
    await client.quickPay.confirm({ LIST_ID: '1', MSG_CODE: '123456' });
    await client.quickPay.confirm({ LIST_ID: '1', MSG_CODE: '654321' });
    expect(client.requests.length).toBe(4);
  });
});

describe('PEM', () => {
  it.each([
    ['nothing', '', importRsaPrivateKey, 'not_a_key'],
    ['something else', 'key', importRsaPrivateKey, 'not_a_key'],
    [
      'a damaged key',
      PLATFORM_PRIVATE_PEM.slice(0, 200) + PLATFORM_PRIVATE_PEM.slice(204),
      importRsaPrivateKey,
      'damaged_key',
    ],
    ['the other half', PLATFORM_PUBLIC_PEM, importRsaPrivateKey, 'public_key_instead_of_private_key'],
    ['the other half', PLATFORM_PRIVATE_PEM, importRsaPublicKey, 'private_key_instead_of_public_key'],
  ])('is refused before there is a client: %s', async (_, pem, importKey, code) => {
    const error: unknown = await importKey(pem).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CryptoError);
    expect(error).toMatchObject({ code });
  });
});

describe('the configuration', () => {
  const sends = () => {
    throw new Error('Nothing may be sent');
  };
  const base = { ...credentials, fetch: sends };

  it.each<[string, unknown, string[]]>([
    ['no options', undefined, ['options wrong_type']],
    ['no merchant', { fetch: sends }, ['MERNO missing']],
    ['a merchant that is a number', { MERNO: 1440353999853 }, ['MERNO wrong_type']],
    ['quick pay without terminal and key', { MERNO, quickPay }, ['TERMNO missing', 'md5Key missing']],
    ['a key with a line break', { ...base, md5Key: 'key\n', quickPay }, ['md5Key invalid_value']],
    ['an agent without number', { ...base, agent: { md5Key: 'x' }, quickPay }, ['agent.AGENTNO missing']],
    ['quick pay without address', { ...base, quickPay: {} }, ['quickPay.url missing']],
    ['an address in place of the product', { ...base, quickPay: quickPay.url }, ['quickPay wrong_type']],
    ['no product', { ...base, quickPay: null }, ['quickPay wrong_type']],
    ['a relative address', { ...base, quickPay: { url: '/openapi' } }, ['quickPay.url invalid_value']],
    [
      'another scheme',
      { ...base, payout: { ...payout, url: 'ftp://mmsp.example' } },
      ['payout.url invalid_value'],
    ],
    [
      'an address with a password',
      { ...base, quickPay: { url: 'https://a:b@mmsp.example' } },
      ['quickPay.url invalid_value'],
    ],
    ['an address that is no text', { ...base, quickPay: { url: 1 } }, ['quickPay.url invalid_value']],
    [
      'plain http',
      { ...base, payout: { ...payout, url: 'http://mmsp.example' } },
      ['payout.url invalid_value'],
    ],
    [
      'plain http that is neither allowed nor forbidden',
      { ...base, payout: { ...payout, url: 'http://mmsp.example', allowPlainHttp: 'yes' } },
      ['payout.allowPlainHttp wrong_type', 'payout.url invalid_value'],
    ],
    [
      'a private key that was not imported',
      { ...base, payout: { ...payout, merchantPrivateKey: PLATFORM_PRIVATE_PEM } },
      ['payout.merchantPrivateKey wrong_type'],
    ],
    [
      'keys in the wrong places',
      {
        ...base,
        payout: { ...payout, merchantPrivateKey: platformPublicKey, platformPublicKey: merchantPrivateKey },
      },
      ['payout.merchantPrivateKey wrong_type', 'payout.platformPublicKey wrong_type'],
    ],
    [
      'a misspelt option',
      {
        ...base,
        payout: { ...payout, allowUnsignedReply: true },
        quickPay: { ...quickPay, allowHttp: true },
      },
      ['payout.allowUnsignedReply unknown_field', 'quickPay.allowHttp unknown_field'],
    ],
    ['no deadline', { ...base, quickPay, deadlineSeconds: 0 }, ['deadlineSeconds invalid_value']],
    [
      'everything at once, each once',
      { MERNO: '', fetch: 1, deadlineSeconds: -1, quickPay: { url: 'x' }, payout: {} },
      [
        'MERNO missing',
        'TERMNO missing',
        'deadlineSeconds invalid_value',
        'fetch wrong_type',
        'md5Key missing',
        'payout.merchantPrivateKey wrong_type',
        'payout.platformPublicKey wrong_type',
        'payout.url missing',
        'quickPay.url invalid_value',
      ],
    ],
  ])('is refused by name: %s', async (_, options, expected) => {
    const error = await refusal(() => createMmspClient(options as MmspClientOptions));
    expect(error).toMatchObject({ name: 'ConfigurationError', code: 'invalid_configuration' });
    expect(error.issues.map(({ path, code }) => `${path} ${code}`).toSorted()).toEqual(expected);
  });

  it('is refused by name where it is of one product alone', async () => {
    const product = { ...credentials, url: quickPay.url, fetch: sends };
    const refused = (create: (options: never) => unknown, options: object) =>
      issues(() => create({ ...options, agnet: {}, TERMINAL: '1' } as never));
    const unread = ['TERMINAL unknown_field', 'agnet unknown_field'];
    expect(await refused(createQuickPayClient, product)).toEqual(unread);
    expect(await refused(createGatewayClient, product)).toEqual(unread);
    expect(await refused(createScanPayClient, { ...product, qqCardCommandId: 776 })).toEqual(unread);
    expect(await refused(createPayoutClient, { MERNO, fetch: sends, ...payout })).toEqual(unread);
    expect(await issues(() => createQuickPayClient({ ...product, qqCardCommandId: 1 } as never))).toEqual([
      'qqCardCommandId unknown_field',
    ]);
  });

  it('may give payouts what the other products need', () => {
    const client = createMmspClient({ ...credentials, fetch: sends, quickPay, payout });
    expect(Object.keys(client)).toEqual(['quickPay', 'payout']);
  });

  it.each(['http://localhost:8080/', 'http://127.0.0.1/', 'http://[::1]:1/'])(
    'may be this machine: %s',
    (url) => {
      expect(typeof createMmspClient({ ...base, quickPay: { url } }).quickPay.pay).toBe('function');
    },
  );

  it('may allow plain http', async () => {
    const { fetch, requests } = fetchAnswering('');
    const url = 'http://mmsp.example/payout';
    await createMmspClient({ MERNO, fetch, payout: { ...payout, url, allowPlainHttp: true } }).payout.pay(
      order,
    );
    expect(requests[0]?.url).toBe(url);
  });

  it('has no product that was not configured', () => {
    const options: MmspClientOptions = { ...credentials, quickPay };
    const client = createMmspClient(options);
    expect(client.quickPay).toBeDefined();
    expect(client.payout).toBeUndefined();
    expect(Object.keys(client)).toEqual(['quickPay']);
  });

  it('is copied', async () => {
    const options = { ...credentials, quickPay: { ...quickPay }, fetch: fetchAnswering('').fetch };
    const { fetch, requests } = fetchAnswering(reply(0x0305, placed));
    options.fetch = fetch;
    const client = createMmspClient(options);
    Object.assign(options, { md5Key: 'changed', MERNO: '1', fetch: sends });
    options.quickPay.url = 'https://elsewhere.example/';
    expect(await client.quickPay.query({ MERORDERID: placed.MERORDERID })).toMatchObject({
      status: 'pending',
    });
    expect(requests).toMatchObject([{ url: quickPay.url }]);
    const { Body, Sign } = JSON.parse(requests[0]?.body ?? '') as { Body: object; Sign: string };
    expect(Sign).toBe(signatureOf(JSON.stringify(Body)));
  });
});
