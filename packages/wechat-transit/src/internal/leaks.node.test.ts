import { describe, expect, it } from 'vitest';
import { createWechatTransitClient } from '../client.ts';
import { verifyPaymentNotice } from '../verify-payment-notice.ts';
import { fakePlatform } from './fixtures/fake-platform.ts';
import { envelope, paidOrder, platformXml, signedXml } from './fixtures/platform.ts';
import { rejection } from './fixtures/rejection.ts';
import { KEY, metroOrder, partner, SENSITIVE_VALUES } from './fixtures/samples.ts';

// Not a static import: the types of Node are not in the program of this package, lest its source use them.
const specifier: string = 'node:util';
const { inspect }: { inspect: (value: unknown, options?: object) => string } = await import(specifier);

const options = {
  showHidden: true,
  depth: Number.POSITIVE_INFINITY,
  getters: true,
  showProxy: true,
} as const;

function leaksOf(value: unknown): string[] {
  const shown = inspect(value, options) + JSON.stringify(value) + String(value);
  return [...SENSITIVE_VALUES, KEY, '&key=', 'appid='].filter((secret) => shown.includes(secret));
}

describe('util.inspect', () => {
  it('sees through to a secret at all', () => {
    expect(leaksOf({ a: [{ key: KEY }], b: metroOrder })).toEqual([...SENSITIVE_VALUES, KEY]);
  });

  it('shows no secret of a client, nor of the errors of its calls', async () => {
    const { fetch } = fakePlatform(await signedXml({ ...envelope, sub_mch_id: metroOrder.sub_mch_id }));
    const client = createWechatTransitClient({ ...partner, fetch });
    expect(leaksOf(client)).toEqual([]);
    const mistaken = {
      ...metroOrder,
      total_fee: 0,
      mobile: `${metroOrder.mobile}\u0000`,
      [KEY.slice(0, 8)]: KEY,
    };
    expect(leaksOf(await rejection(() => client.payapply(mistaken)))).toEqual([]);
    expect(leaksOf(await client.payapply(metroOrder))).toEqual([]);
    expect(leaksOf(await rejection(() => client.payapply({ ...metroOrder, total_fee: 1 })))).toEqual([]);
  });

  it('shows no secret of unusable credentials, nor of a refused notice', async () => {
    const credentials = { ...partner, key: `${KEY} `, appid: KEY.repeat(2) };
    expect(leaksOf(await rejection(() => createWechatTransitClient(credentials)))).toEqual([]);
    const notice = { ...paidOrder, openid: metroOrder.openid, attach: SENSITIVE_VALUES.join(' ') };
    for (const xml of [platformXml(notice), platformXml({ ...notice, sign: 'A'.repeat(64) })]) {
      expect(leaksOf(await rejection(() => verifyPaymentNotice(xml, partner)))).toEqual([]);
    }
  });
});
