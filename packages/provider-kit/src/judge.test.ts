import { describe, expect, it } from 'vitest';
import { integer, text } from './field-kinds.ts';
import { relied, settled } from './field-use.ts';
import { ask, place, query, undo } from './internal/fixtures/sample-operations.ts';
import {
  echoesRequest,
  mismatchedEchoes,
  namesOrder,
  platformError,
  refusalOutcome,
  stateOutcome,
} from './judge.ts';
import { list } from './list-field.ts';

const signed = { authenticated: true };
const message = '卡号6222020200112233445不支持';
const masked = '卡号*******************不支持';

describe('platformError', () => {
  it('adds what the documents say about a code', () => {
    expect(platformError(place.errors, { code: 'NO_MONEY', message })).toEqual({
      code: 'NO_MONEY',
      message: masked,
      listed: true,
      meaning: { en: 'no money', zh: '余额不足' },
      action: { en: 'x', zh: '某' },
      mayRepeat: false,
    });
    expect(platformError(place.errors, { code: 'BUSY', message: '' }).mayRepeat).toBe(true);
  });

  it.each(['NEW_CODE', '', 'constructor', '__proto__'])('keeps the code %j, which is not listed', (code) => {
    expect(platformError(place.errors, { code, message: 'x' })).toEqual({
      code,
      message: 'x',
      listed: false,
      mayRepeat: false,
    });
  });
});

describe('what is said of the order', () => {
  const reason = (code: string) => ({ code, message: '' });

  it('masks an undocumented code that may be a card number', () => {
    expect(platformError(place.errors, reason('6222020200112233445')).code).toBe('*******************');
  });

  it('never advises a new order number where the order was not refused', () => {
    const advice = { en: 'Mend the request and query; only the result counts' };
    expect(refusalOutcome(ask, reason('NO_MONEY'), signed)).toMatchObject({
      cause: { error: { action: advice } },
    });
    expect(refusalOutcome(undo, reason('NO_MONEY'), signed)).toMatchObject({ error: { action: advice } });
    expect(refusalOutcome(place, reason('NO_MONEY'), signed)).toMatchObject({
      error: { action: { en: 'x' } },
    });
    // It may have been said by anybody.
    expect(refusalOutcome(place, reason('NO_MONEY'), { authenticated: false })).toMatchObject({
      error: { action: advice },
    });
  });

  it('says where to learn of the order when only a step has failed', () => {
    expect(refusalOutcome(undo, reason('NO_MONEY'), signed)).toMatchObject({
      status: 'failed',
      next: undo.whenUnknown,
    });
    expect(refusalOutcome(place, reason('NO_MONEY'), signed)).not.toHaveProperty('next');
  });

  it('says how to make sure of a failure that nobody signed', () => {
    expect(refusalOutcome(place, reason('NO_MONEY'), { authenticated: false })).toMatchObject({
      status: 'failed',
      authenticated: false,
      next: query,
    });
    const repeatable = {
      ...undo,
      whenUnknown: { action: 'repeat', operation: 'x', afterSeconds: [1] },
    } as const;
    expect(refusalOutcome(repeatable, reason('NO_MONEY'), signed)).not.toHaveProperty('next');
  });

  it('follows the next step of an error code that has one of its own', () => {
    const next = { action: 'repeat', operation: 'sample.place', afterSeconds: [60] } as const;
    const row = {
      class: 'unknown',
      meaning: { en: 'x', zh: '某' },
      action: { en: 'x', zh: '某' },
      next,
    } as const;
    expect(refusalOutcome({ ...ask, errors: { GONE: row } }, reason('GONE'), signed)).toMatchObject({
      status: 'unknown',
      next,
    });
  });

  it('shows no data that nobody signed beside an unknown outcome', () => {
    const unsigned = { authenticated: false };
    expect(stateOutcome(place, { state: 'NEW' }, unsigned)).not.toHaveProperty('data');
    expect(stateOutcome(place, { state: 'NEW' }, signed)).toHaveProperty('data');
    expect(refusalOutcome(place, reason('BUSY'), { ...unsigned, data: { order: 'A1' } })).not.toHaveProperty(
      'data',
    );
  });

  it('believes no success beside a documented reason why it did not happen', () => {
    const data = { order: 'A1', state: 'PAID', amount: 888 };
    expect(stateOutcome(place, data, { ...signed, reason: reason('PAYING') })).toMatchObject({
      status: 'unknown',
      cause: { error: { code: 'PAYING' } },
    });
    expect(stateOutcome(place, data, { ...signed, reason: reason('OK?') })).toMatchObject({
      status: 'succeeded',
    });
  });

  it('tells a refund from a payment and from a failure', () => {
    const states = {
      field: 'state',
      values: { BACK: { status: 'refunded', title: { en: 'x', zh: '某' } } },
    } as const;
    const data = { order: 'A1', state: 'BACK' };
    expect(stateOutcome({ ...ask, states }, data, signed)).toEqual({
      status: 'refunded',
      data,
      authenticated: true,
    });
  });

  it('names the fields in which a reply speaks of something else', () => {
    const sent = { order: 'A1', amount: '888' };
    const operation = { echoes: ['order', 'amount', 'note'] };
    expect(mismatchedEchoes(operation, sent, { order: 'A2', amount: '888', note: 'x' })).toEqual(['order']);
    expect(mismatchedEchoes(operation, sent, { order: '', amount: null })).toEqual([]);
  });

  it('asks of a reply to name the order that was asked for by either number', () => {
    const number = text({ en: 'x', zh: '某' });
    const operation = {
      request: { fields: {}, atLeastOne: ['order', 'receipt'] },
      reply: { order: number, receipt: number },
    };
    expect(namesOrder(operation, { receipt: 'R1' }, { order: 'A1' })).toBe(false);
    expect(namesOrder(operation, { receipt: 'R1' }, { receipt: 'R1' })).toBe(true);
    expect(namesOrder(operation, { order: 'A1', receipt: 'R1' }, { order: 'A1' })).toBe(true);
    expect(namesOrder({ ...operation, request: { fields: {} } }, {}, {})).toBe(true);
    expect(namesOrder({ ...operation, reply: {} }, { order: 'A1' }, {})).toBe(true);
  });
});

describe('refusalOutcome', () => {
  const data = { order: 'A1' };
  const refusal = (code: string, operation = place as Parameters<typeof refusalOutcome>[0]) =>
    refusalOutcome(operation, { code, message }, { ...signed, data });

  it('is failed where the platform refused before executing', () => {
    expect(refusal('NO_MONEY')).toMatchObject({
      status: 'failed',
      error: { code: 'NO_MONEY', message: masked, mayRepeat: false },
      authenticated: true,
      data,
    });
    expect(refusal('NO_MONEY', undo).status).toBe('failed');
  });

  it('says nothing about the order where a question was refused', () => {
    expect(refusal('NO_MONEY', ask)).toMatchObject({
      status: 'unknown',
      cause: { code: 'platform', error: { code: 'NO_MONEY' } },
      next: query,
      data,
    });
  });

  it('leads to a query where the number exists, or where nobody knows', () => {
    for (const code of ['TWICE', 'LOST']) {
      expect(refusal(code)).toMatchObject({
        status: 'unknown',
        cause: {
          code: 'platform',
          message: `the platform answered ${code}`,
          error: { code, mayRepeat: false },
        },
        next: query,
      });
    }
  });

  it('leads to the very same request where the documents say so', () => {
    expect(refusal('BUSY')).toMatchObject({
      status: 'unknown',
      cause: { error: { code: 'BUSY', mayRepeat: true } },
      next: { action: 'repeat', operation: 'sample.place', afterSeconds: [30, 60] },
    });
  });

  it('is pending where it is under way, unless there is nothing to show', () => {
    expect(refusal('PAYING')).toEqual({ status: 'pending', data, authenticated: true, next: query });
    expect(refusalOutcome(place, { code: 'PAYING', message }, signed)).toMatchObject({ status: 'unknown' });
  });

  it.each([
    ['NEW_CODE', 'the platform answered NEW_CODE, which is not documented'],
    ['', 'the platform answered a code that is not documented'],
    ['a b\nc', 'the platform answered a code that is not documented'],
    ['x'.repeat(65), 'the platform answered a code that is not documented'],
    ['__proto__', 'the platform answered __proto__, which is not documented'],
  ])('concludes nothing from the code %j', (code, words) => {
    expect(refusal(code)).toMatchObject({
      status: 'unknown',
      cause: { code: 'platform', message: words, error: { code, listed: false } },
      next: query,
    });
  });

  it('hands out copies of the pauses', () => {
    const outcome = refusal('BUSY') as unknown as { next: { afterSeconds: number[] } };
    outcome.next.afterSeconds.length = 0;
    const pending = refusal('PAYING') as unknown as { next: { afterSeconds: number[] } };
    pending.next.afterSeconds.length = 0;
    expect(refusal('BUSY')).toMatchObject({ next: { afterSeconds: [30, 60] } });
    expect(refusal('PAYING')).toMatchObject({ next: { afterSeconds: [5, 15] } });
  });
});

describe('stateOutcome', () => {
  const stated = (state: unknown, more: Parameters<typeof stateOutcome>[2] = signed) =>
    stateOutcome(place, { order: 'A1', amount: 888, state }, more);

  it('succeeds only with everything that success rests on', () => {
    expect(stated('PAID')).toEqual({
      status: 'succeeded',
      data: { order: 'A1', amount: 888, state: 'PAID' },
      authenticated: true,
    });
    expect(stateOutcome(place, { order: 'A1', state: 'PAID' }, signed)).toMatchObject({
      status: 'unknown',
      cause: { code: 'reply_incomplete' },
      next: query,
      data: { order: 'A1' },
    });
  });

  it('passes on whether it is authenticated', () => {
    for (const state of ['PAID', 'WAIT']) {
      expect(stated(state, { authenticated: false })).toMatchObject({ authenticated: false });
    }
  });

  it('is pending with what to do next', () => {
    expect(stated('WAIT')).toMatchObject({ status: 'pending', next: query });
  });

  it('is failed, by the state where no reason is given', () => {
    expect(stateOutcome(ask, { order: 'A1', state: 'DEAD' }, signed)).toMatchObject({
      status: 'failed',
      error: {
        code: 'DEAD',
        message: '失败',
        listed: true,
        meaning: { en: 'failed', zh: '失败' },
        mayRepeat: false,
      },
      data: { state: 'DEAD' },
    });
  });

  it('is failed, by the reason where one is given', () => {
    expect(stated('DEAD', { ...signed, reason: { code: 'NO_MONEY', message } })).toMatchObject({
      status: 'failed',
      error: { code: 'NO_MONEY', message: masked, listed: true, meaning: { en: 'no money' } },
    });
    const asked = { order: 'A1', state: 'DEAD' };
    expect(stateOutcome(ask, asked, { ...signed, reason: { code: 'NEW_CODE', message } })).toMatchObject({
      status: 'failed',
      error: { code: 'NEW_CODE', message: masked, listed: false, meaning: { en: 'failed' } },
    });
  });

  it.each([
    [undefined, { code: 'DEAD', message: '失败', listed: true }],
    [
      { code: 'NEW_CODE', message },
      { code: 'NEW_CODE', message: masked, listed: false },
    ],
    [
      { code: '', message },
      { code: 'DEAD', message: masked, listed: true },
    ],
  ])('lets no undocumented reason settle that money was not moved: %#', (reason, error) => {
    expect(stated('DEAD', { ...signed, reason })).toMatchObject({
      status: 'unknown',
      cause: { code: 'platform', error: { ...error, meaning: { en: 'failed' } } },
      next: query,
      data: { order: 'A1' },
    });
  });

  it('says how to go on where only the attempt may have failed', () => {
    const next = { action: 'proceed', operation: 'sample.undo' } as const;
    const DEAD = { ...place.states.values.DEAD, next };
    const operation = { ...place, states: { field: 'state', values: { DEAD } } };
    expect(stateOutcome(operation, { state: 'DEAD' }, signed)).toMatchObject({ status: 'unknown', next });
    const reason = { code: 'NO_MONEY', message };
    const refused = stateOutcome(operation, { state: 'DEAD' }, { ...signed, reason });
    expect(refused.status).toBe('failed');
    expect(refused).not.toHaveProperty('next');
  });

  it('is failed without a reason where the state speaks of the order, or where no money moves', () => {
    const DEAD = { ...place.states.values.DEAD, isDefinite: true } as const;
    const definite = { ...place, states: { field: 'state', values: { DEAD } } };
    expect(stateOutcome(definite, { state: 'DEAD' }, signed).status).toBe('failed');
    expect(stateOutcome({ ...place, movesMoney: false }, { state: 'DEAD' }, signed).status).toBe('failed');
  });

  it.each([
    ['LOST', 'unknown'],
    ['BUSY', 'unknown'],
    ['TWICE', 'unknown'],
    ['PAYING', 'pending'],
  ])('is not failed where the reason %s says otherwise', (code, status) => {
    expect(stated('DEAD', { ...signed, reason: { code, message } }).status).toBe(status);
  });

  it.each(['ODD', 'NEW_STATE', '', 'constructor', '__proto__'])('concludes nothing from %j', (state) => {
    expect(stated(state)).toMatchObject({
      status: 'unknown',
      cause: { code: 'platform', error: { code: state, listed: state === 'ODD', mayRepeat: false } },
      next: query,
      data: { order: 'A1' },
    });
  });

  it('takes a state for a state, not for an error code of the same name', () => {
    const operation = { ...ask, states: { field: 'state', values: { BUSY: place.states.values.DEAD } } };
    expect(stateOutcome(operation, { state: 'BUSY' }, signed)).toMatchObject({
      status: 'failed',
      error: { code: 'BUSY', mayRepeat: false, meaning: { en: 'failed' } },
    });
  });

  it.each([undefined, null, true, {}])('is incomplete with %j in the place of a state', (state) => {
    expect(stated(state)).toMatchObject({
      status: 'unknown',
      cause: { code: 'reply_incomplete' },
      next: query,
    });
  });

  it('takes a state that stands elsewhere, and a number', () => {
    expect(stated('DEAD', { ...signed, state: 'PAID' })).toMatchObject({
      status: 'succeeded',
      data: { state: 'DEAD' },
    });
    const operation = { ...place, states: { field: 'state', values: { '1': place.states.values.PAID } } };
    expect(stateOutcome(operation, { amount: 888, state: 1 }, signed).status).toBe('succeeded');
  });
});

describe('echoesRequest', () => {
  const echoes = (received: Record<string, unknown>) =>
    echoesRequest({ echoes: ['order', 'merchant'] }, { order: 'A1', merchant: 'M1', other: 'x' }, received);

  it.each([{}, { order: 'A1' }, { order: 'A1', merchant: 'M1', other: 'y' }, { order: '', merchant: null }])(
    'takes %j',
    (received) => {
      expect(echoes(received)).toBe(true);
    },
  );

  it.each([
    { order: 'A2' },
    { order: 'a1' },
    { order: 'A1', merchant: 'M2' },
    { order: ['A1'] },
    { order: 1 },
  ])('refuses %j', (received) => {
    expect(echoes(received)).toBe(false);
  });

  it('does not compare what was not sent', () => {
    expect(echoesRequest({ echoes: ['order'] }, {}, { order: 'A2' })).toBe(true);
  });
});

describe('a state that says that nothing was found', () => {
  const title = { en: 'x', zh: '某' };
  const search = {
    ...ask,
    reply: {
      state: relied(text(title)),
      rows: settled(list(title, { order: text(title) })),
      pages: integer(title),
    },
    states: {
      field: 'state',
      values: {
        NONE: { status: 'succeeded', title, nothing: { rows: [], pages: 0 } },
        FOUND: { status: 'succeeded', title },
        SEEN: { status: 'succeeded', title, nothing: { rows: [], pages: 0 }, onlyWhereCounted: true },
      },
    },
  } as const;
  const outcomeOf = (data: object, code?: string) =>
    stateOutcome(search, data, { ...signed, ...(code === undefined ? {} : { reason: { code, message } }) });

  it('fills in what the reply leaves out', () => {
    const outcome = outcomeOf({ state: 'NONE' });
    expect(outcome).toMatchObject({ status: 'succeeded', data: { state: 'NONE', rows: [], pages: 0 } });
    expect(outcomeOf({ state: 'NONE', rows: [], pages: 3 })).toMatchObject({ data: { rows: [], pages: 3 } });
  });

  it('gives away nothing of the definition', () => {
    const outcome = outcomeOf({ state: 'NONE' });
    if (outcome.status === 'succeeded') (outcome.data as { rows: unknown[] }).rows.push(1);
    expect(outcomeOf({ state: 'NONE' })).toMatchObject({ data: { rows: [] } });
  });

  it.each(['NO_MONEY', 'PAYING', 'LOST', 'NEW_CODE'])(
    'concludes nothing where a reason is given: %s',
    (code) => {
      expect(outcomeOf({ state: 'NONE' }, code)).toMatchObject({
        status: 'unknown',
        cause: { code: 'platform', error: { code, message: masked } },
        next: query,
      });
    },
  );

  it('concludes nothing where something was found all the same', () => {
    for (const found of [{ rows: [{ order: '1' }] }, { rows: [{ order: '1' }], pages: 0 }]) {
      expect(outcomeOf({ state: 'NONE', ...found })).toMatchObject({
        status: 'unknown',
        cause: { code: 'reply_incomplete' },
      });
    }
  });

  it.each([{ pages: 0 }, { pages: 0, rows: [] }])('takes words beside an explicit 0: %j', (counts) => {
    expect(outcomeOf({ state: 'NONE', ...counts }, '')).toMatchObject({
      status: 'succeeded',
      data: { rows: [], pages: 0 },
    });
  });

  it('concludes nothing from words alone, and shows the state in the place of a code', () => {
    for (const counts of [{}, { rows: [] }, { pages: 1 }]) {
      expect(outcomeOf({ state: 'NONE', ...counts }, '')).toMatchObject({
        status: 'unknown',
        cause: { code: 'platform', error: { code: 'NONE', message: masked } },
      });
    }
  });

  it('may be told by a count alone', () => {
    expect(outcomeOf({ state: 'SEEN', pages: 0 })).toMatchObject({ status: 'succeeded', data: { rows: [] } });
    expect(outcomeOf({ state: 'SEEN', rows: [{ order: '1' }], pages: 1 })).toMatchObject({
      status: 'succeeded',
      data: { rows: [{ order: '1' }] },
    });
    expect(outcomeOf({ state: 'SEEN', pages: 1 })).toMatchObject({ cause: { code: 'reply_incomplete' } });
    expect(outcomeOf({ state: 'SEEN', pages: 0 }, 'NO_MONEY')).toMatchObject({ status: 'unknown' });
  });

  it('is filled in for no other state', () => {
    expect(outcomeOf({ state: 'FOUND' })).toMatchObject({
      status: 'unknown',
      cause: { code: 'reply_incomplete' },
    });
  });
});

describe('a documented state that settles nothing', () => {
  it('keeps the reason that comes with it, and what to do next', () => {
    const reason = { code: 'PAYING', message };
    expect(stateOutcome(place, { state: 'ODD' }, { ...signed, reason })).toMatchObject({
      status: 'unknown',
      cause: { code: 'platform', error: { code: 'PAYING', listed: true, message: masked } },
      next: query,
    });
    const unlisted = stateOutcome(place, { state: 'ODD' }, { ...signed, reason: { code: 'Z9', message } });
    expect(unlisted).toMatchObject({ cause: { error: { code: 'Z9', meaning: { en: 'odd' } } } });
  });
});
