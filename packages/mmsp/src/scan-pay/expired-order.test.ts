import { describe, expect, it } from 'vitest';
import { credentials } from '../internal/fixtures/envelopes.ts';
import { fetchAnswering } from '../internal/fixtures/fetch-answering.ts';
import { browser, card } from '../internal/fixtures/scan-pay-orders.ts';
import { createScanPayClient } from './client.ts';

/** The client's clock, and the warnings of what it sends: it is half past two in the afternoon in China. */
function clientAt(warnings: object[]) {
  const { fetch, requests } = fetchAnswering('');
  const client = createScanPayClient({
    ...credentials,
    url: 'https://mmsp.example/openplat',
    fetch,
    clock: () => new Date('2026-01-15T06:30:00Z'),
    hooks: { onRequest: (event) => void warnings.push(...event.warnings) },
  });
  return { client, requests };
}

const over = [{ path: 'TIME_END', message: 'is over: nobody can pay such an order' }];

describe('an order that has expired before it is placed', () => {
  it.each([
    ['2026-01-15 14:29:59', over],
    ['2026-01-15 14:30:00', []],
    ['2026-01-16 00:00:00', []],
    [new Date('2026-01-15T06:29:59Z'), over],
    [new Date('2026-01-15T06:31:00Z'), []],
  ])('is sent, with a warning: until %s', async (TIME_END, expected) => {
    const warnings: object[] = [];
    const { client, requests } = clientAt(warnings);
    await client.wechatCard({ ...card, TIME_END });
    expect(requests).toHaveLength(1);
    expect(warnings).toEqual(expected);
  });

  it.each([
    ['2026-01-14', over],
    ['2026-01-15', []],
    ['2026-01-15 14:29:59', over],
    ['2026-01-15 14:30:01', []],
  ])('may be an H5 order, whose day lasts until it has passed: until %s', async (TIME_END, expected) => {
    const warnings: object[] = [];
    const { client } = clientAt(warnings);
    await client.wechatH5({ ...browser, TIME_END });
    expect(warnings).toEqual(expected);
  });

  it('is not talked of where the order has no such time', async () => {
    const warnings: object[] = [];
    await clientAt(warnings).client.wechatCard(card);
    expect(warnings).toEqual([]);
  });
});
