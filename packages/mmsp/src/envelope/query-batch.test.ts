import { describeReply, describeRequest, type WireFields } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { createGatewayClient } from '../gateway/client.ts';
import { queryBatch as gatewayQueryBatch } from '../gateway/query-batch.ts';
import { credentials, envelope, type FlatBody, utf8 } from '../internal/fixtures/envelopes.ts';
import { fetchAnswering } from '../internal/fixtures/fetch-answering.ts';
import { issues } from '../internal/fixtures/refusal.ts';
import { createQuickPayClient } from '../quick-pay/client.ts';
import { queryBatch as quickPayQueryBatch } from '../quick-pay/query-batch.ts';
import { readEnvelopeReply } from './read-envelope-reply.ts';

const url = 'https://mmsp.example/openapi';
const products = [
  ['quickPay', quickPayQueryBatch, createQuickPayClient, 777],
  ['gateway', gatewayQueryBatch, createGatewayClient, 782],
] as const;

/** 15 January 2026, 12:00 in China. */
const clock = () => new Date('2026-01-15T04:00:00Z');
const week = { START_DATE: '20260101', END_DATE: '20260107' } as const;

const row = {
  STATUS: '1',
  LIST_ID: '10000004961',
  MERORDERID: '1',
  PAY_DATE: '20260101100000',
  NOTIFY_DATE: '20260101100001',
  CARDNO: '6225880113756648',
  AMT: '899',
  CARDTYPE: '1',
  BIND_ID: '100003',
};
const found = { STATUS: '1', PERPAGE: '10', PAGE: '1', TOTAL_NUM: '1', TOTAL_PAGE: '1' };
const reply = (commandId: number, body: object) =>
  envelope(body as FlatBody, { header: { CommandID: commandId + 0x8000 } });

describe.each(products)('%s.queryBatch', (product, queryBatch, createClient, commandId) => {
  const clientAnswered = (...bodies: object[]) => {
    const { fetch, requests } = fetchAnswering(...bodies.map((body) => reply(commandId, body)));
    return { client: createClient({ ...credentials, url, fetch, clock }), requests };
  };
  const outcomeOf = (body: object, sent = {}) =>
    readEnvelopeReply(queryBatch, utf8(reply(commandId, body)), credentials, sent);
  const sentBody = (request: { body: string } | undefined) =>
    (JSON.parse(request?.body ?? '{}') as { Body: unknown }).Body;

  it('has the tables of the documents', () => {
    expect(queryBatch).toMatchObject({ name: `${product}.queryBatch`, commandId, open: true, role: 'query' });
    expect(
      describeRequest(queryBatch.request).map(
        ({ name, presence, maxLength }) => `${name} ${presence} ${maxLength}`,
      ),
    ).toEqual(['START_DATE required 14', 'END_DATE required 14', 'PERPAGE required 10', 'PAGE required 10']);
    const described = describeReply(queryBatch.reply);
    expect(described.map(({ name }) => name)).toEqual(
      'STATUS ERRCODE ERRMSG BIZ_CONTENT PERPAGE PAGE TOTAL_NUM TOTAL_PAGE'.split(' '),
    );
    expect(described[3]?.fields?.map(({ name }) => name)).toEqual(Object.keys(row));
  });

  it.each([
    ['days', week, week],
    ['hours', { START_DATE: '2026010108', END_DATE: '2026010120' }, {}],
    ['a day, to one of its hours', { START_DATE: '20260101', END_DATE: '2026010100' }, {}],
    [
      'dates, for the day in China that they fall on',
      { START_DATE: new Date('2025-12-31T16:00:00Z'), END_DATE: new Date('2026-01-07T15:59:59Z') },
      week,
    ],
    ['three months back', { START_DATE: '20251015', END_DATE: '20260115' }, {}],
    ['a thousand rows a page', { ...week, PERPAGE: 1000 }, { PERPAGE: '1000' }],
    ['ten rows a page without being told', week, { PERPAGE: '10' }],
    ['a later page', { ...week, PAGE: 12 }, { PAGE: '12' }],
  ])('takes %s', async (_, input, expected) => {
    const { client, requests } = clientAnswered(found);
    await client.queryBatch({ PAGE: 1, ...input });
    expect(sentBody(requests[0])).toMatchObject({ ...expected });
  });

  it.each([
    ['a day that does not exist', { START_DATE: '20260231' }, ['START_DATE invalid_value']],
    ['an hour that does not exist', { START_DATE: '2026010124' }, ['START_DATE invalid_value']],
    ['seconds', { START_DATE: '20260101000000' }, ['START_DATE invalid_value']],
    ['another way to write a day', { END_DATE: '2026-01-07' }, ['END_DATE invalid_value']],
    ['a day that is a number', { END_DATE: 20260107 }, ['END_DATE wrong_type']],
    ['an invalid date', { END_DATE: new Date(Number.NaN) }, ['END_DATE invalid_value']],
    ['no first day', { START_DATE: undefined }, ['START_DATE missing']],
    ['no page', { PAGE: undefined }, ['PAGE missing']],
    ['the wrong order', { START_DATE: '20260108' }, ['START_DATE invalid_value']],
    ['more than three months', { START_DATE: '20251014' }, ['START_DATE invalid_value']],
    ['a thousand and one rows', { PERPAGE: 1001 }, ['PERPAGE invalid_value']],
    ['no rows', { PERPAGE: 0 }, ['PERPAGE invalid_value']],
    ['half a row', { PERPAGE: 0.5 }, ['PERPAGE invalid_value']],
    ['rows that are text', { PERPAGE: '10' }, ['PERPAGE wrong_type']],
    ['page 0', { PAGE: 0 }, ['PAGE invalid_value']],
    [
      'everything at once',
      { START_DATE: '20250108', END_DATE: '20250107', PERPAGE: 1001, PAGE: '1', EXTRA: 1 },
      [
        'END_DATE invalid_value',
        'EXTRA unknown_field',
        'PAGE wrong_type',
        'PERPAGE invalid_value',
        'START_DATE invalid_value',
      ],
    ],
  ])('refuses %s', async (_, change, expected) => {
    const { client, requests } = clientAnswered(found);
    const input = { ...week, PAGE: 1, ...change };
    expect(await issues(() => client.queryBatch(input as never))).toEqual(expected);
    expect(requests).toEqual([]);
  });

  it('reads rows, in a list or a single one', () => {
    const data = { BIZ_CONTENT: [{ ...row, AMT: 899 }], TOTAL_NUM: 1, TOTAL_PAGE: 1, PAGE: 1, PERPAGE: 10 };
    for (const BIZ_CONTENT of [[row], row, [{ ...row, AMT: 899, STATUS: 1 }]]) {
      expect(outcomeOf({ ...found, BIZ_CONTENT })).toMatchObject({
        status: 'succeeded',
        authenticated: true,
        data,
      });
    }
  });

  it.each([
    ['0', { TOTAL_NUM: 0 }, '查询无数据'],
    ['0', { TOTAL_NUM: '0', TOTAL_PAGE: '0', BIZ_CONTENT: [] }, '查询无数据'],
    ['1', { TOTAL_NUM: 0, TOTAL_PAGE: 0, BIZ_CONTENT: '' }, '查询成功'],
    ['1', { TOTAL_PAGE: '0', BIZ_CONTENT: [] }, ''],
  ])('takes an explicit 0 for nothing found, whatever the words: STATUS %s, %j', (STATUS, counts, ERRMSG) => {
    for (const ERRCODE of ['', '00']) {
      expect(outcomeOf({ STATUS, ...counts, ERRMSG, ERRCODE })).toMatchObject({
        status: 'succeeded',
        data: { BIZ_CONTENT: [], TOTAL_PAGE: 0 },
      });
    }
    if (STATUS === '1') return;
    expect(outcomeOf({ STATUS, ...counts, BIZ_CONTENT: [row], ERRMSG })).toMatchObject({ status: 'unknown' });
  });

  it('takes neither words alone nor an error code for nothing found', () => {
    expect(outcomeOf({ STATUS: '0', ERRMSG: '系统繁忙' })).toMatchObject({
      status: 'unknown',
      cause: { code: 'platform', error: { code: '0', message: '系统繁忙' } },
    });
    expect(outcomeOf({ STATUS: '0', ERRCODE: 'Z9', TOTAL_NUM: 0 })).toMatchObject({
      status: 'unknown',
      cause: { error: { code: 'Z9', listed: false } },
    });
  });

  it('reads numbers and text alike, and keeps what no table lists', () => {
    const BIZ_CONTENT = [{ MERORDERID: '1', EXTRA: { a: 1 } }, {}];
    const body = { ...found, STATUS: 1, PAGE: 1, PERPAGE: 10, TOTAL_NUM: 12, TOTAL_PAGE: 2, BIZ_CONTENT };
    expect(outcomeOf(body)).toMatchObject({
      status: 'succeeded',
      data: { TOTAL_NUM: 12, TOTAL_PAGE: 2, BIZ_CONTENT: [{ MERORDERID: '1', EXTRA: { a: '1' } }, {}] },
    });
  });

  it.each([
    ['nothing else', {}],
    ['a code that says that the query was carried out', { ERRCODE: '00', ERRMSG: '交易成功' }],
    ['an empty list', { BIZ_CONTENT: [] }],
    ['an empty list in PHP', { BIZ_CONTENT: {} }],
    ['an empty text', { BIZ_CONTENT: '' }],
    ['null', { BIZ_CONTENT: null }],
  ])('is an empty page, not a failure: 0 with %s', (_, rest) => {
    expect(outcomeOf({ STATUS: '0', ...rest })).toMatchObject({
      status: 'succeeded',
      data: { BIZ_CONTENT: [], TOTAL_NUM: 0, TOTAL_PAGE: 0 },
    });
  });

  it.each([
    ['0 with an error code', { STATUS: '0', ERRCODE: 'Z9', ERRMSG: '系统繁忙' }, 'platform'],
    ['0 with words alone', { STATUS: '0', ERRMSG: '系统繁忙，查询失败' }, 'platform'],
    ['0 with a count', { STATUS: '0', TOTAL_NUM: '25', TOTAL_PAGE: '3' }, 'reply_incomplete'],
    ['0 with rows', { STATUS: '0', BIZ_CONTENT: [row] }, 'reply_incomplete'],
    ['another state', { STATUS: '2' }, 'platform'],
    ['no state', { STATUS: '' }, 'reply_incomplete'],
    ['no rows', { ...found, BIZ_CONTENT: '' }, 'reply_incomplete'],
    ['something else than rows', { ...found, BIZ_CONTENT: [row, 'x'] }, 'reply_incomplete'],
    ['no number of pages', { ...found, BIZ_CONTENT: [row], TOTAL_PAGE: '' }, 'reply_incomplete'],
    ['less than no pages', { ...found, BIZ_CONTENT: [row], TOTAL_PAGE: '-1' }, 'reply_incomplete'],
    ['another page', { ...found, BIZ_CONTENT: [row], PAGE: '2' }, 'reply_mismatch'],
    ['no rows, and a count of them', { ...found, BIZ_CONTENT: [] }, 'reply_mismatch'],
    ['no rows in PHP, and a count of them', { ...found, BIZ_CONTENT: {} }, 'reply_mismatch'],
    ['no rows and no count, but pages', { ...found, BIZ_CONTENT: [], TOTAL_NUM: '' }, 'reply_mismatch'],
  ])('concludes nothing from %s', (_, body, code) => {
    expect(outcomeOf(body, { PAGE: '1' })).toMatchObject({
      status: 'unknown',
      cause: { code },
      next: { action: 'query', operation: `${product}.queryBatch` },
    });
  });

  it.each([
    ['the last page of three', { PAGE: '3', PERPAGE: '10' }, { TOTAL_NUM: '21' }, 'unknown'],
    ['a page after the last', { PAGE: '4', PERPAGE: '10' }, { TOTAL_NUM: '21' }, 'succeeded'],
    ['a page after the last, full one', { PAGE: '3', PERPAGE: '10' }, { TOTAL_NUM: '20' }, 'succeeded'],
    ['a page of its own size', { PAGE: '3', PERPAGE: '1000' }, { TOTAL_NUM: '21', PERPAGE: '10' }, 'unknown'],
    ['the first page of none', { PAGE: '1', PERPAGE: '10' }, { TOTAL_NUM: '0' }, 'succeeded'],
    ['the first page of none, counted', { PAGE: '1' }, { TOTAL_NUM: '0', TOTAL_PAGE: '1' }, 'succeeded'],
    ['a page after the last, uncounted', { PAGE: '4' }, { TOTAL_NUM: '' }, 'succeeded'],
    ['the last page, uncounted', { PAGE: '3' }, { TOTAL_NUM: '' }, 'unknown'],
    ['a page that nobody names', {}, { PAGE: '', TOTAL_NUM: '1' }, 'unknown'],
  ])('without rows is believed only where there can be none: %s', (_, sent: WireFields, counts, status) => {
    const body = {
      ...found,
      PERPAGE: '',
      TOTAL_PAGE: '3',
      PAGE: sent['PAGE'] ?? '',
      ...counts,
      BIZ_CONTENT: [],
    };
    const outcome = outcomeOf(body, sent);
    expect(outcome).toMatchObject(
      status === 'succeeded'
        ? { status, data: { BIZ_CONTENT: [] } }
        : { status, cause: { code: 'reply_mismatch', fields: ['BIZ_CONTENT', 'TOTAL_NUM'] } },
    );
  });

  it('never fails because the question was refused', () => {
    const refusal = envelope(
      {},
      {
        header: { CommandID: 32768, RetCode: 0, Body: '', Sign: '', ErrorMsg: '[-2002] 没有该订单' },
      },
    );
    expect(readEnvelopeReply(queryBatch, utf8(refusal), credentials, {})).toMatchObject({
      status: 'unknown',
      cause: { error: { code: '-2002' } },
    });
  });

  it('shows a hook nothing of the rows', async () => {
    const events: unknown[] = [];
    const { fetch } = fetchAnswering(reply(commandId, { ...found, BIZ_CONTENT: [row] }));
    const hooks = { onOutcome: (event: unknown) => void events.push(event) };
    const client = createClient({ ...credentials, url, fetch, clock, hooks });
    await client.queryBatch({ ...week, PAGE: 1 });
    expect(events).toMatchObject([{ outcome: { data: { BIZ_CONTENT: '[redacted]', TOTAL_PAGE: 1 } } }]);
    expect(JSON.stringify(events)).not.toContain(row.CARDNO);
  });

  it('walks through the pages', async () => {
    const body = (PAGE: string) => ({
      ...found,
      PAGE,
      TOTAL_NUM: '3',
      TOTAL_PAGE: '3',
      BIZ_CONTENT: [{ ...row, MERORDERID: PAGE }],
    });
    const { client, requests } = clientAnswered(body('1'), body('2'), body('3'));
    const input: { START_DATE: string; END_DATE: string; PERPAGE: number } = { ...week, PERPAGE: 1 };
    const numbers: unknown[] = [];
    for await (const page of client.queryBatchPages(input)) {
      input.PERPAGE = 9;
      if (page.status === 'succeeded')
        numbers.push(...page.data.BIZ_CONTENT.map((order) => order.MERORDERID));
    }
    expect(numbers).toEqual(['1', '2', '3']);
    expect(requests.map(sentBody)).toEqual(['1', '2', '3'].map((PAGE) => ({ ...week, PERPAGE: '1', PAGE })));
  });

  it('shows when the pages break off', async () => {
    const first = { ...found, TOTAL_PAGE: '3', BIZ_CONTENT: [row] };
    const { client } = clientAnswered(first, { ...first, PAGE: '9' });
    const statuses: string[] = [];
    for await (const { status } of client.queryBatchPages(week)) statuses.push(status);
    expect(statuses).toEqual(['succeeded', 'unknown']);
    const allowed: string[] = [];
    for await (const { status } of client.queryBatchPages(week, { maxPages: 1 })) allowed.push(status);
    expect(allowed.at(-1)).toBe('unknown');
  });

  it('refuses before the first page, and stops when the signal fires', async () => {
    const { client, requests } = clientAnswered({ ...found, TOTAL_PAGE: '9', BIZ_CONTENT: [row] });
    expect(await issues(() => client.queryBatchPages({ ...week, START_DATE: 'x' }).next())).toEqual([
      'START_DATE invalid_value',
    ]);
    const fromTheThird = { ...week, PAGE: 3 };
    expect(await issues(() => client.queryBatchPages(fromTheThird).next())).toEqual(['PAGE unknown_field']);
    const controller = new AbortController();
    const pages = client.queryBatchPages(week, { signal: controller.signal });
    await pages.next();
    controller.abort(new Error('no more'));
    await expect(pages.next()).rejects.toThrow('no more');
    expect(requests.length).toBe(1);
  });
});

describe('gateway.queryBatch', () => {
  it('takes the id that its sample prints, which is quick pay’s', () => {
    const text = reply(777, { ...found, BIZ_CONTENT: [row] });
    expect(readEnvelopeReply(gatewayQueryBatch, utf8(text), credentials, {})).toMatchObject({
      status: 'succeeded',
    });
  });
});
