import { CodecError } from '@yinjian/protocol-codec';
import { describe, expect, it } from 'vitest';
import { type CallOptions, createCaller } from './client.ts';
import { type OutcomeEvent, type RequestEvent, resolveClientOptions } from './client-options.ts';
import { ConfigurationError, RequestError } from './errors.ts';
import { everythingVisible } from './internal/fixtures/everything-visible.ts';
import { issuesOf, rejection, thrown } from './internal/fixtures/rejection.ts';
import { ask, place, query, undo } from './internal/fixtures/sample-operations.ts';
import { sampleCaller, sampleWire } from './internal/fixtures/sample-wire.ts';
import { refusalOutcome } from './judge.ts';
import type { Operation } from './operation.ts';

const order = { order: 'A1', amount: 888, card: '6222020200112233445', kind: 'SHOP', detail: 'tea' } as const;
const paid = { order: 'A1', state: 'PAID', amount: 888 };
const refused = async () => new Response(JSON.stringify({ code: 'NO_MONEY' }));
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a call', () => {
  it('sends the checked fields and reads the reply', async () => {
    const { call, sent } = sampleCaller(paid);
    const outcome = await call(place, order);
    expect(outcome).toEqual({ status: 'succeeded', data: paid, authenticated: true });
    expect(sent).toEqual([
      {
        url: 'https://platform.example/sample.place',
        fields: {
          merchant: 'M1',
          nonce: 'N1',
          order: 'A1',
          amount: '888',
          card: '6222020200112233445',
          kind: 'SHOP',
          detail: 'tea',
        },
      },
    ]);
  });

  it('rejects what breaks the rules, all at once, and sends nothing', async () => {
    const { call, sent } = sampleCaller(paid);
    const input = { ...order, amount: 0, card: 'none', colour: 'red' };
    const error = await rejection(() => call(place, input));
    expect(error).toBeInstanceOf(RequestError);
    expect(issuesOf(error)).toEqual(['colour unknown_field', 'amount invalid_value', 'card invalid_value']);
    expect(sent).toEqual([]);
  });

  it('does not call an order failed because its repeat was refused', async () => {
    const replies = [() => Promise.reject(new Error('dropped')), refused, refused];
    const { call } = sampleCaller(paid, { fetch: () => (replies.shift() ?? refused)() });
    expect((await call(place, order)).status).toBe('unknown');
    for (const _ of [1, 2]) {
      expect(await call(place, order)).toMatchObject({
        status: 'unknown',
        cause: { code: 'platform', error: { code: 'NO_MONEY' } },
        next: query,
      });
    }
  });

  it('calls an order failed that was refused at first, and again when it is repeated', async () => {
    const { call } = sampleCaller({ code: 'NO_MONEY' });
    expect((await call(place, order)).status).toBe('failed');
    expect((await call(place, order)).status).toBe('failed');
  });

  it('does not call an order failed that the caller says is a repeat', async () => {
    const { call } = sampleCaller({ code: 'NO_MONEY' });
    for (const options of [{ repeat: true }, {}]) {
      expect(await call(place, order, options)).toMatchObject({
        status: 'unknown',
        cause: { code: 'platform', error: { code: 'NO_MONEY' } },
        next: query,
      });
    }
    expect((await call(place, { ...order, order: 'A2' }, { repeat: false })).status).toBe('failed');
  });

  it('lets a failure that nobody signed settle nothing about the order', async () => {
    const { call } = sampleCaller(
      { code: 'NO_MONEY' },
      {},
      {
        read: () => refusalOutcome(place, { code: 'NO_MONEY', message: '' }, { authenticated: false }),
      },
    );
    expect((await call(place, order)).status).toBe('failed');
    expect((await call(place, order)).status).toBe('unknown');
  });

  it('is not made twice where the platform may execute it twice', async () => {
    const once = { ...place, repeatable: false } as const;
    const { call, sent } = sampleCaller({ code: 'LOST' });
    expect((await call(once, order)).status).toBe('unknown');
    for (const options of [{}, { repeat: true }]) {
      const error = await rejection(() => call(once, order, options));
      expect(error).toBeInstanceOf(RequestError);
      expect(error.code).toBe('not_repeatable');
      expect(issuesOf(error)).toEqual(['order conflict']);
    }
    expect(sent).toHaveLength(1);
  });

  it('may be made again once it is known to have failed', async () => {
    const once = { ...place, repeatable: false } as const;
    const { call, sent } = sampleCaller({ code: 'NO_MONEY' });
    for (const _ of [1, 2]) expect((await call(once, order)).status).toBe('failed');
    expect(sent).toHaveLength(2);
  });

  it('takes `repeat` for nothing but an order', async () => {
    const { call, sent } = sampleCaller(paid);
    expect(issuesOf(await rejection(() => call(ask, { order: 'A1' }, { repeat: true })))).toEqual([
      'repeat conflict',
    ]);
    const text = { repeat: 'false' } as unknown as CallOptions;
    expect(issuesOf(await rejection(() => call(place, order, text)))).toEqual(['repeat wrong_type']);
    expect(sent).toEqual([]);
  });

  describe('that asks for an order', () => {
    const missing = { class: 'unknown', meaning: place.title, action: place.title } as const;
    const next = { action: 'repeat', afterSeconds: [30, 60] } as const;
    const asking = { ...ask, errors: { GONE: { ...missing, next } } };
    const awaits = { action: 'proceed', operation: 'sample.confirm', placedBy: 'sample.place' } as const;
    const WAIT = { ...ask.states.values.WAIT, next: { ...query, awaits } };
    const waiting = { ...ask, states: { field: 'state', values: { WAIT } } };

    async function asked(first: Operation, reply: object, question: Operation, answer: object) {
      const replies = [reply, answer];
      const fetch = async () => new Response(JSON.stringify(replies.shift()));
      const { call } = sampleCaller({}, { fetch });
      await call({ ...place, name: first.name }, order);
      return await call({ ...ask, ...question, request: ask.request }, { order: 'A1' });
    }

    it('says which operation is to be repeated, where this client called it', async () => {
      expect(await asked(place, {}, asking, { code: 'GONE' })).toMatchObject({
        next: { ...next, operation: 'sample.place' },
      });
      const { call } = sampleCaller({ code: 'GONE' });
      expect(await call(asking, { order: 'A1' })).toMatchObject({ next });
    });

    it('is repeated, not the order, where that was refused', async () => {
      expect(await asked(place, { code: 'NO_MONEY' }, asking, { code: 'GONE' })).toMatchObject({
        status: 'unknown',
        next: query,
      });
    });

    it('does not await a step that is none of the order’s', async () => {
      const answer = { order: 'A1', state: 'WAIT' };
      const other = { ...place, name: 'sample.placeOtherwise' };
      expect(await asked(other, {}, waiting, answer)).toEqual(
        expect.objectContaining({ status: 'pending', next: query }),
      );
      expect(await asked(place, {}, waiting, answer)).toMatchObject({ next: { awaits } });
      const { call } = sampleCaller(answer);
      expect(await call(waiting, { order: 'A1' })).toMatchObject({ next: { awaits } });
    });
  });

  it('says that the configuration is to blame when a clock, a nonce or a key fails', async () => {
    const broken = () => {
      throw new Error('no entropy');
    };
    const { call, sent } = sampleCaller(paid, { nonce: broken });
    expect((await rejection(() => call(place, order))).code).toBe('invalid_configuration');
    const other = sampleCaller(paid, {}, { build: broken });
    expect((await rejection(() => other.call(place, order))).code).toBe('invalid_configuration');
    expect([...sent, ...other.sent]).toEqual([]);
  });

  it('tells which system error broke the connection, and nothing else of it', async () => {
    const cause = Object.assign(new Error('connect 10.0.0.1'), { code: 'ECONNREFUSED' });
    const { call } = sampleCaller(paid, { fetch: () => Promise.reject(new TypeError('failed', { cause })) });
    const outcome = await call(ask, { order: 'A1' });
    expect(outcome).toMatchObject({ cause: { code: 'network', systemCode: 'ECONNREFUSED' } });
    expect(JSON.stringify(outcome)).not.toContain('10.0.0.1');
  });

  it('takes what the codec refuses for a mistake of the request', async () => {
    const { call, sent } = sampleCaller(
      paid,
      {},
      {
        build: () => {
          throw new CodecError('lone_surrogate', 'detail');
        },
      },
    );
    const error = await rejection(() => call(place, order));
    expect(error.code).toBe('invalid_request');
    expect(issuesOf(error)).toEqual(['detail invalid_value']);
    expect(sent).toEqual([]);
  });

  it('does not wait, before it looks at the input', async () => {
    const { call, sent } = sampleCaller(paid);
    const input: { order: string } & Omit<typeof order, 'order'> = { ...order };
    const outcome = call(place, input);
    input.order = 'B2';
    await outcome;
    expect(sent[0]?.fields['order']).toBe('A1');
  });

  it('uses the fetch with the certificate where one is needed, and only there', async () => {
    const without = sampleCaller(paid);
    const error = await rejection(() => without.call(undo, { order: 'A1' }));
    expect(error).toMatchObject({ name: 'ConfigurationError', code: 'certificate_required' });
    expect(issuesOf(error)).toEqual(['certificateFetch missing']);
    expect(without.sent).toEqual([]);

    let certified = 0;
    const certificateFetch = async () => {
      certified++;
      return new Response(JSON.stringify(paid));
    };
    const { call, sent } = sampleCaller(paid, { certificateFetch });
    expect(await call(undo, { order: 'A1' })).toMatchObject({ status: 'succeeded' });
    await call(ask, { order: 'A1' });
    expect([certified, sent.length]).toEqual([1, 1]);
  });
});

describe('an exchange that does not end well', () => {
  it.each([
    ['network', () => Promise.reject(new Error('reset'))],
    ['http_status', () => Promise.resolve(new Response('', { status: 502 }))],
    ['redirect', () => Promise.resolve(new Response(null, { status: 302 }))],
    ['reply_too_large', () => Promise.resolve(new Response('x'.repeat(1025)))],
    ['reply_malformed', () => Promise.resolve(new Response('<html>'))],
    ['reply_malformed', () => Promise.resolve(new Response(null, { status: 204 }))],
    ['timeout', () => new Promise<Response>(() => {})],
  ] as const)('is unknown: %s', async (code, fetch) => {
    const { call } = sampleCaller(paid, { fetch, maxReplyBytes: 1024, deadlineSeconds: 0.01 });
    expect(await call(place, order)).toMatchObject({ status: 'unknown', cause: { code }, next: query });
  });

  it('is not sent again', async () => {
    let calls = 0;
    const fetch = async () => {
      calls++;
      return new Response('', { status: 503 });
    };
    await sampleCaller(paid, { fetch }).call(place, order);
    expect(calls).toBe(1);
  });

  it('is unknown where reading the reply fails', async () => {
    for (const read of [
      () => {
        throw new Error('a bug');
      },
      () => Promise.reject(new Error('a bug')),
    ]) {
      const { call } = sampleCaller(paid, {}, { read });
      expect(await call(place, order)).toMatchObject({
        status: 'unknown',
        cause: { code: 'reply_malformed' },
      });
    }
  });

  it('is unknown, not an exception, where the clock fails once the request is out', async () => {
    const clock = () => {
      throw new Error('no time');
    };
    const events: OutcomeEvent[] = [];
    const hooks = { onOutcome: (event: OutcomeEvent) => events.push(event) };
    const { call } = sampleCaller(paid, { clock, hooks });
    expect(await call(place, order)).toMatchObject({ status: 'succeeded' });
    expect(events[0]?.milliseconds).toBeNaN();
  });
});

describe('the signal of a call', () => {
  it('that fired before sends nothing and leaves the order number free', async () => {
    const { call, sent } = sampleCaller(paid);
    const reason = new Error('changed my mind');
    expect(await thrown(() => call(place, order, { signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(sent).toEqual([]);
    expect(await call(place, { ...order, amount: 1 })).toMatchObject({ status: 'succeeded' });
  });

  it('that fires while the request is built sends nothing', async () => {
    const controller = new AbortController();
    const reason = new Error('changed my mind');
    const { call, sent } = sampleCaller(
      paid,
      {},
      {
        build: async (operation, fields) => {
          controller.abort(reason);
          return sampleWire.build(operation, fields);
        },
      },
    );
    expect(await thrown(() => call(place, order, { signal: controller.signal }))).toBe(reason);
    expect(sent).toEqual([]);
  });

  it('that fires once the request is out leaves open what happened', async () => {
    const controller = new AbortController();
    const fetch = () => {
      controller.abort();
      return new Promise<Response>(() => {});
    };
    const { call } = sampleCaller(paid, { fetch });
    expect(await call(place, order, { signal: controller.signal })).toMatchObject({
      status: 'unknown',
      cause: { code: 'aborted' },
      next: query,
    });
  });
});

describe('the options of a call', () => {
  it.each<[unknown, string]>([
    [{ singal: AbortSignal.abort() }, 'singal unknown_field'],
    [{ deadlineSeconds: 5 }, 'deadlineSeconds unknown_field'],
    [{ signal: new AbortController() }, 'signal wrong_type'],
    [{ signal: null }, 'signal wrong_type'],
    [new AbortController().signal, 'options wrong_type'],
    [null, 'options wrong_type'],
    [5, 'options wrong_type'],
  ])('are refused before anything is sent: %j', async (options, issue) => {
    const { call, sent } = sampleCaller(paid);
    const error = await rejection(() => call(place, order, options as CallOptions));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(issuesOf(error)).toEqual([issue]);
    expect(sent).toEqual([]);
  });

  it('may be empty', async () => {
    const { call } = sampleCaller(paid);
    expect(await call(place, order, {})).toMatchObject({ status: 'succeeded' });
  });
});

describe('an order number', () => {
  it('is never sent with different parameters', async () => {
    const { call, sent } = sampleCaller({ code: 'BUSY' });
    expect(await call(place, order)).toMatchObject({ status: 'unknown', next: { action: 'repeat' } });
    expect(await call(place, order)).toMatchObject({ status: 'unknown' });
    const error = await rejection(() => call(place, { ...order, amount: 889 }));
    expect(error.code).toBe('order_number_reused');
    expect(issuesOf(error)).toEqual(['order conflict']);
    expect(sent).toHaveLength(2);
  });

  it('is claimed by the first of two calls at once', async () => {
    const { call, sent } = sampleCaller(paid);
    const [first, second] = await Promise.allSettled([
      call(place, order),
      call(place, { ...order, amount: 1 }),
    ]);
    expect([first?.status, second?.status]).toEqual(['fulfilled', 'rejected']);
    expect(sent).toHaveLength(1);
  });

  it('is not claimed by a request that could not be built', async () => {
    let isBroken = true;
    const { call } = sampleCaller(
      paid,
      {},
      {
        build: (operation, fields) => {
          if (isBroken) throw new CodecError('lone_surrogate');
          return sampleWire.build(operation, fields);
        },
      },
    );
    await rejection(() => call(place, order));
    isBroken = false;
    expect(await call(place, { ...order, amount: 1 })).toMatchObject({ status: 'succeeded' });
  });

  it('is not remembered across clients', async () => {
    await sampleCaller(paid).call(place, order);
    expect(await sampleCaller(paid).call(place, { ...order, amount: 1 })).toMatchObject({
      status: 'succeeded',
    });
  });
});

describe('hooks', () => {
  function setUp(reply: unknown) {
    const requests: RequestEvent[] = [];
    const outcomes: OutcomeEvent[] = [];
    let now = 0;
    const { call } = sampleCaller(reply, {
      clock: () => new Date((now += 250)),
      hooks: { onRequest: (event) => requests.push(event), onOutcome: (event) => outcomes.push(event) },
    });
    return { call, requests, outcomes };
  }

  it('see what is sent and what it came to, redacted', async () => {
    const { call, requests, outcomes } = setUp({ ...paid, card: order.card, extra: 'unlisted' });
    const outcome = await call(place, { ...order, owner: '张三' });
    expect(requests).toEqual([
      {
        operation: 'sample.place',
        url: 'https://platform.example/sample.place',
        fields: {
          merchant: 'M1',
          nonce: 'N1',
          order: 'A1',
          amount: '888',
          card: '[redacted]',
          owner: '[redacted]',
          kind: 'SHOP',
          detail: 'tea',
        },
        warnings: [],
      },
    ]);
    expect(outcomes).toEqual([
      {
        ...requests[0],
        outcome: {
          status: 'succeeded',
          data: { ...paid, card: '[redacted]', extra: '[redacted]' },
          authenticated: true,
        },
        milliseconds: 250,
      },
    ]);
    // The caller gets what came.
    expect(outcome).toMatchObject({ data: { card: order.card, extra: 'unlisted' } });
  });

  it('are told where a value is longer than documented', async () => {
    const { call, requests } = setUp(paid);
    await call(place, { ...order, address: '𠮷'.repeat(8) });
    await call(place, { ...order, order: 'A2', address: '𠮷'.repeat(9) });
    expect(requests.map(({ warnings }) => warnings)).toEqual([
      [],
      [{ path: 'address', message: 'is longer than the documented 8 characters' }],
    ]);
  });

  it('see no sensitive value that the platform quotes', async () => {
    const words = `卡号${order.card}户名张三丰(6222 0202 0011)不符`;
    for (const code of ['NO_MONEY', 'LOST', 'NEW_CODE']) {
      const { call, outcomes } = setUp({ code, message: words });
      const outcome = await call(place, { ...order, owner: '张三丰' });
      const shown = everythingVisible(outcomes) + everythingVisible(outcome);
      expect(shown).toContain('卡号***户名***(**************)不符');
      expect(shown).not.toMatch(/6222|张三丰/);
    }
  });

  it('cannot change what the caller gets', async () => {
    const { call } = sampleCaller(
      { code: 'LOST', message: 'x' },
      {
        hooks: {
          onRequest: (event) => {
            Object.assign(event.fields, { order: 'B2' });
          },
          onOutcome: ({ outcome }) => {
            const cause = 'cause' in outcome ? outcome.cause : {};
            Object.assign(cause, { code: 'timeout' });
            Object.assign(outcome, { status: 'succeeded' });
          },
        },
      },
    );
    expect(await call(place, order)).toMatchObject({ status: 'unknown', cause: { code: 'platform' } });
  });

  it('that throw decide nothing', async () => {
    const hook = () => {
      throw new Error('log full');
    };
    const { call, sent } = sampleCaller(paid, { hooks: { onRequest: hook, onOutcome: hook } });
    expect(await call(place, order)).toMatchObject({ status: 'succeeded' });
    expect(sent).toHaveLength(1);
  });

  it('that reject are not left unhandled', async () => {
    const hook = (() => Promise.reject(new Error('log full'))) as unknown as () => void;
    const { call } = sampleCaller(paid, { hooks: { onRequest: hook, onOutcome: hook } });
    expect(await call(place, order)).toMatchObject({ status: 'succeeded' });
    // An unhandled rejection would fail the run.
    await settled();
  });

  it('are not called for what is not sent', async () => {
    const { call, requests, outcomes } = setUp(paid);
    await rejection(() => call(place, { ...order, amount: 0 }));
    await thrown(() => call(place, order, { signal: AbortSignal.abort() }));
    expect([...requests, ...outcomes]).toEqual([]);
  });
});

describe('the options of a client', () => {
  it('may change afterwards without effect', async () => {
    const answer = (state: string) => async () => new Response(JSON.stringify({ ...paid, state }));
    const options = {
      fetch: answer('PAID'),
      deadlineSeconds: 15,
      maxReplyBytes: 1024,
      nonce: () => 'N1',
      clock: () => new Date(0),
      hooks: { onRequest: () => {} },
    };
    const call = createCaller(resolveClientOptions(options), sampleWire);
    let isReached = false;
    const reached = () => {
      isReached = true;
      return undefined as never;
    };
    options.hooks.onRequest = reached;
    Object.assign(options, {
      fetch: reached,
      deadlineSeconds: 0,
      maxReplyBytes: 1,
      nonce: reached,
      clock: reached,
      hooks: { onRequest: reached, onOutcome: reached },
    });
    expect(await call(place, order)).toMatchObject({ status: 'succeeded' });
    expect(isReached).toBe(false);
  });
});
