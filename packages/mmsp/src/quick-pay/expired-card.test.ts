import { describe, expect, it } from 'vitest';
import { credentials } from '../internal/fixtures/envelopes.ts';
import { fetchAnswering } from '../internal/fixtures/fetch-answering.ts';
import { credit } from '../internal/fixtures/quick-pay-orders.ts';
import { createQuickPayClient } from './client.ts';

describe('a credit card that has expired', () => {
  /** The warnings of a payment that is made at this moment; the card lasts until the end of the month in China. */
  async function warningsAt(moment: string, EXPDATE: string) {
    const warnings: object[] = [];
    const { fetch, requests } = fetchAnswering('');
    const client = createQuickPayClient({
      ...credentials,
      url: 'https://mmsp.example/openapi',
      fetch,
      clock: () => new Date(moment),
      hooks: { onRequest: (event) => void warnings.push(...event.warnings) },
    });
    await client.pay({ ...credit, EXPDATE });
    expect(requests).toHaveLength(1);
    return warnings;
  }
  const expired = [{ path: 'EXPDATE', message: 'is over: the card has expired' }];

  it.each([
    ['2026-01-31T15:59:59Z', '0126', []],
    ['2026-01-31T16:00:00Z', '0126', expired],
    ['2026-02-15T00:00:00Z', '0126', expired],
    ['2026-02-15T00:00:00Z', '1225', expired],
    ['2026-02-15T00:00:00Z', '0226', []],
    ['2026-02-15T00:00:00Z', '0127', []],
  ])('is sent, with a warning: at %s one of %s', async (moment, EXPDATE, warnings) => {
    expect(await warningsAt(moment, EXPDATE)).toEqual(warnings);
  });
});
