import { scanPay } from '@yinjian/mmsp';
import { describe, expect, it } from 'vitest';
import { createClients, NOWHERE, SCANNED } from '../../testing/clients.ts';
import { testSandbox } from '../../testing/test-sandbox.ts';

const merurl = 'https://shop.example/paid?order=1&name=奶茶';

async function follow(url: string) {
  const response = await fetch(url, { redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location') ?? '' };
}

describe('asking for a payer', () => {
  it.each([
    ['1', 'wechatPreOrder', 'OPENID'],
    ['2', 'alipayPreOrder', 'ALIPAY_USER_ID'],
  ] as const)('of wallet %s gives an ID that %s takes as %s', async (tradetype, method, field) => {
    const sandbox = await testSandbox();
    const { MERNO: merno } = sandbox.merchants.mmsp;
    const { status, location } = await follow(
      scanPay.payerIdUrl(sandbox.urls.payerId, { merurl, merno, tradetype }),
    );
    expect(status).toBe(302);
    expect(new URL(location).searchParams.get('name')).toBe('奶茶');
    const { token_id } = scanPay.readPayerId(location) ?? {};
    const { mmsp } = await createClients(sandbox);
    const order = { ...SCANNED, TRADETYPE: '2', MERORDERID: 'a', NOTIFY_URL: NOWHERE, [field]: token_id };
    expect(await mmsp.scanPay[method](order as never)).toMatchObject({ status: 'pending' });
  });

  it('is refused without a merchant, a wallet or an address', async () => {
    const { urls, merchants } = await testSandbox();
    const input = { merurl, merno: merchants.mmsp.MERNO, tradetype: '1' };
    for (const change of [
      { merno: 'x' },
      { tradetype: '3' },
      { merurl: 'javascript:alert(1)' },
      { merurl: '' },
    ]) {
      const query = new URLSearchParams({ ...input, ...change });
      expect(await follow(`${urls.payerId}?${query}`)).toEqual({ status: 400, location: '' });
    }
  });
});

describe('opening the WeChat app', () => {
  it('leads back to the merchant', async () => {
    const { urls, merchants } = await testSandbox();
    const { MERNO: memo, TERMNO: termno } = merchants.mmsp;
    const url = scanPay.wechatAppUrl(urls.wechatApp, { memo, termno, merurl });
    expect(await follow(url)).toEqual({ status: 302, location: new URL(merurl).href });
  });

  it('is refused for another merchant or an address that is none', async () => {
    const { urls, merchants } = await testSandbox();
    const { MERNO: memo, TERMNO: termno } = merchants.mmsp;
    const other = scanPay.wechatAppUrl(urls.wechatApp, { memo, termno: '1', merurl });
    expect(await follow(other)).toMatchObject({ status: 400 });
    const none = `${urls.wechatApp}/payopenplath5/wxh5pay?memo=${memo}&termno=${termno}&tradetype=1&merurl=eA`;
    expect(await follow(none)).toMatchObject({ status: 400 });
  });
});
