import { describe, expect, it } from 'vitest';
import * as transit from './index.ts';
import { direct, partner } from './internal/fixtures/samples.ts';
import { notifications, operations } from './operations.ts';

describe('operations', () => {
  it('has every operation in both modes', () => {
    expect(operations.map(({ name, mode, path }) => `${name} ${mode} ${path}`)).toEqual([
      'payapply partner /transit/partnerpay/payapply',
      'payapply direct /transit/pay/payapply',
      'queryorder partner /transit/partnerpay/queryorder',
      'queryorder direct /transit/queryorder',
      'querystate partner /transit/partnerpay/querystate',
      'querystate direct /transit/pay/querystate',
    ]);
    const exported = Object.entries(transit).filter(
      ([, value]) => typeof value === 'object' && 'partner' in value && 'direct' in value,
    );
    expect(new Set(operations.map(({ name }) => name))).toEqual(new Set(exported.map(([name]) => name)));
  });

  it.each([partner, direct])('is what a client in $mode mode has methods for', (credentials) => {
    const { paymentNoticeHandler, ...methods } = transit.createWechatTransitClient(credentials);
    expect(paymentNoticeHandler).toBeInstanceOf(Function);
    const names = operations.filter(({ mode }) => mode === credentials.mode).map(({ name }) => name);
    expect(Object.keys(methods).toSorted()).toEqual(names.toSorted());
  });

  it('has unique paths', () => {
    expect(new Set(operations.map(({ path }) => path)).size).toBe(operations.length);
  });

  it('is data alone', () => {
    expect(JSON.parse(JSON.stringify(operations))).toEqual(operations);
    expect(JSON.parse(JSON.stringify(notifications))).toEqual(notifications);
    expect(notifications.map(({ name }) => name)).toEqual(['paymentNotice', 'repaymentNotice']);
  });

  it('has sections and titles in both languages, down to fields within fields, states and codes', () => {
    for (const { section, title, requestFields, requestRules, replyFields, states, errors } of operations) {
      expect(section).toMatch(/^\[W\] \S/);
      const tables = [requestFields, ...Object.values(requestRules.cases?.of ?? {}), replyFields];
      const rows = tables.flatMap((table) => table.flatMap((row) => [row, ...(row.fields ?? [])]));
      const titles = [
        title,
        ...rows.map((row) => row.title),
        ...Object.values(states.values).map((state) => state.title),
        ...Object.values(errors).flatMap(({ meaning, action }) => [meaning, action]),
      ];
      for (const { en, zh } of titles) {
        expect(en).toMatch(/^[\x20-\x7e]+$/);
        expect(zh).toMatch(/\S/);
      }
    }
  });

  it('tells the two modes apart by the sub-merchant alone', () => {
    const names = (mode: string) =>
      operations.filter((one) => one.mode === mode).map((one) => one.requestFields.map(({ name }) => name));
    const ofSubMerchant = ['sub_mch_id', 'sub_appid'];
    expect(names('partner').map((list) => list.filter((name) => !ofSubMerchant.includes(name)))).toEqual(
      names('direct'),
    );
    for (const list of names('partner')) expect(list).toEqual(expect.arrayContaining(ofSubMerchant));
  });
});
