import { describe, expect, it } from 'vitest';
import { browserLinks, gateway, scanPay } from './index.ts';

describe('browserLinks', () => {
  it('lists the addresses of the documents, with their parameters', () => {
    const listed = browserLinks.map(
      ({ name, section, to, fields }) =>
        `${name} ${section} ${to}: ${fields.map((field) => `${field.name} ${field.presence}`).join(', ')}`,
    );
    expect(listed).toEqual([
      'scanPay.wechatAppUrl [M] 扫码 10.1 platform: memo required, termno required, merurl required, tradetype required',
      'scanPay.payerIdUrl [M] 扫码 10.2 platform: merurl required, merno required, tradetype required',
      'scanPay.readPayerId [M] 扫码 10.2 merchant: token_id required',
      expect.stringMatching(
        /^gateway\.readPaymentReturn \[M\] 网关 5\.5 merchant: STATUS required, ERRCODE /,
      ),
    ]);
  });

  it('names each after the function that makes or reads it', () => {
    const products: Record<string, object> = { scanPay, gateway };
    for (const { name, product } of browserLinks) {
      const [prefix, made = ''] = name.split('.');
      expect(prefix).toBe(product);
      expect(products[product]).toHaveProperty(made);
    }
  });

  it('is data alone, fit for JSON, in both languages', () => {
    expect(JSON.parse(JSON.stringify(browserLinks))).toEqual(browserLinks);
    for (const { title } of browserLinks) {
      expect(title.zh).toMatch(/\p{Script=Han}/u);
      expect(title.en).toMatch(/^[ -~]+$/);
    }
    const [app] = browserLinks;
    expect(app?.fields[3]).toMatchObject({ name: 'tradetype', client: 'fills' });
  });
});
