import { describe, expect, it } from 'vitest';
import { issues } from '../internal/fixtures/refusal.ts';
import { payerIdUrl, readPayerId, wechatAppUrl } from './index.ts';

const platform = 'https://mmsp.example';
const merurl = 'https://shop.example/paid?order=1&name=奶茶>>?';

describe('wechatAppUrl', () => {
  const input = { memo: '001440353999853', termno: '84970001', merurl };

  it('carries the address in Base64, percent-encoded', () => {
    const link = new URL(wechatAppUrl(platform, input));
    expect(`${link.origin}${link.pathname}`).toBe('https://mmsp.example/payopenplath5/wxh5pay');
    expect([...link.searchParams.keys()]).toEqual(['memo', 'termno', 'merurl', 'tradetype']);
    expect(link.search).not.toMatch(/[+/]/);
    const bytes = Uint8Array.from(atob(link.searchParams.get('merurl') ?? ''), (char) => char.charCodeAt(0));
    expect(new TextDecoder().decode(bytes)).toBe(merurl);
    expect(Object.fromEntries(link.searchParams)).toMatchObject({
      memo: input.memo,
      termno: input.termno,
      tradetype: '1',
    });
  });

  it('keeps the path of a platform that has one', () => {
    expect(new URL(wechatAppUrl(`${platform}/pay/`, input)).pathname).toBe('/pay/payopenplath5/wxh5pay');
  });

  it('names every unusable value', async () => {
    const wrong = { memo: '', merurl: 'javascript:alert(1)', tradetype: '2' } as unknown as typeof input;
    expect(await issues(() => wechatAppUrl('mmsp.example', wrong))).toEqual([
      'memo invalid_value',
      'merurl invalid_value',
      'platformUrl invalid_value',
      'termno missing',
      'tradetype invalid_value',
    ]);
    expect(await issues(() => wechatAppUrl(`${platform}/?a=1`, input))).toEqual([
      'platformUrl invalid_value',
    ]);
  });
});

describe('payerIdUrl', () => {
  it('carries the address percent-encoded', () => {
    const link = payerIdUrl(`${platform}/openid`, { merurl, merno: '001440353999853', tradetype: '2' });
    expect(link).toBe(
      `https://mmsp.example/openid?merurl=${encodeURIComponent(merurl)}&merno=001440353999853&tradetype=2`,
    );
    expect(new URL(link).searchParams.get('merurl')).toBe(merurl);
  });

  it('names every unusable value', async () => {
    const wrong = { merurl: '/paid', merno: 'x'.repeat(21), tradetype: '3' } as never;
    expect(await issues(() => payerIdUrl('', wrong))).toEqual([
      'merno invalid_value',
      'merurl invalid_value',
      'platformUrl invalid_value',
      'tradetype invalid_value',
    ]);
  });
});

describe('readPayerId', () => {
  it.each([
    ['https://shop.example/?token_id=oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o'],
    ['https://shop.example/?a=1&token_id=2088102146225135', '2088102146225135'],
    ['https://shop.example/?a=1?token_id=2088#top', '2088'],
    ['https://shop.example/?token_id=2088&a=1', '2088'],
  ])('reads %s', (url, token_id) => {
    expect(readPayerId(url)).toEqual({ token_id, authenticated: false });
    expect(readPayerId(new URL(url))).toEqual({ token_id, authenticated: false });
  });

  it.each([
    'https://shop.example/',
    'https://shop.example/?token_id=',
    'https://shop.example/?token_id=1&token_id=2',
    'https://shop.example/?token_id=<script>',
    'https://shop.example/?token_id=%00',
    'https://shop.example/?xtoken_id=1',
    'https://shop.example/#?token_id=1',
    `https://shop.example/?token_id=${'x'.repeat(129)}`,
    '',
  ])('finds nothing in %s', (url) => {
    expect(readPayerId(url)).toBe(undefined);
  });
});
