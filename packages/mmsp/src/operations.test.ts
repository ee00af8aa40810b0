import type { FieldDescription } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import * as mmsp from './index.ts';
import { credentials } from './internal/fixtures/envelopes.ts';
import { payoutCredentials } from './internal/fixtures/payout-messages.ts';
import { notifications, operations } from './operations.ts';

/** Every row, those within objects and lists included. */
function allRows(rows: readonly FieldDescription[]): FieldDescription[] {
  return rows.flatMap((row) => [row, ...allRows(row.fields ?? [])]);
}

const tables = operations.flatMap(({ name, requestFields, requestRules, replyFields }) =>
  [requestFields, ...Object.values(requestRules.cases?.of ?? {}), replyFields]
    .flatMap(allRows)
    .map((row) => [name, row] as const),
);

describe('operations', () => {
  it('has every definition that a product exports, and no other', () => {
    const exported = [mmsp.payout, mmsp.quickPay, mmsp.scanPay, mmsp.gateway].flatMap((product) =>
      Object.values<unknown>(product).flatMap((value) =>
        typeof value === 'object' && value !== null && 'request' in value && 'name' in value
          ? [value.name]
          : [],
      ),
    );
    expect(new Set(operations.map(({ name }) => name))).toEqual(new Set(exported));
  });

  it('is all that a client has methods for, but for the form that the payer’s browser sends', () => {
    const address = { url: 'https://mmsp.example/' };
    const { merchantPrivateKey, platformPublicKey } = payoutCredentials;
    const payout = { ...address, merchantPrivateKey, platformPublicKey };
    const products = { quickPay: address, scanPay: address, gateway: address, payout };
    const client = mmsp.createMmspClient({ ...credentials, ...products });
    const methods = Object.entries(client).flatMap(([product, own]) =>
      Object.keys(own).map((name) => `${product}.${name}`),
    );
    const defined = new Set(operations.map(({ name }) => name));
    const missing = [...defined].filter((name) => !methods.includes(name));
    expect(missing).toEqual(['gateway.pay']);
    expect(methods.filter((name) => !defined.has(name)).toSorted()).toEqual([
      'gateway.notificationHandler',
      'gateway.paymentForm',
      'gateway.paymentFormHtml',
      'gateway.queryBatchPages',
      'gateway.readPaymentReturn',
      'quickPay.notificationHandler',
      'quickPay.queryBatchPages',
      'scanPay.notificationHandler',
    ]);
  });

  it('has unique names and ids', () => {
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
    expect(new Set(operations.map(({ commandId }) => commandId)).size).toBe(operations.length);
  });

  it('is data alone', () => {
    expect(JSON.parse(JSON.stringify(operations))).toEqual(operations);
  });

  it.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s has a section, titles in both languages and a product',
    (name, { section, title, product, commandId, states, errors }) => {
      expect(name).toMatch(new RegExp(`^${product}\\.[a-z]\\w+$`, 'i'));
      expect(section).toMatch(/^\[M\] \S+ \d/);
      expect(commandId).toBeGreaterThan(0);
      expect(commandId).toBeLessThan(0x8000);
      const titles = [
        title,
        ...Object.values(states.values).map((state) => state.title),
        ...Object.values(errors).flatMap(({ meaning, action }) => [meaning, action]),
      ];
      for (const { en, zh } of titles) {
        expect(en).toMatch(/^[\x20-\x7e–—’]+$/);
        expect(zh).toMatch(/\S/);
      }
    },
  );

  it('has both titles and a sane presence, type and length for every field', () => {
    const isSane = ({ title, presence, type, maxLength = 1 }: FieldDescription) =>
      /^[\x20-\x7e]+$/.test(title.en) &&
      /\S/.test(title.zh) &&
      ['required', 'conditional', 'optional'].includes(presence) &&
      ['string', 'integer', 'fen', 'time', 'code', 'url', 'object', 'list'].includes(type) &&
      maxLength > 0;
    const odd = tables.filter(([, row]) => !isSane(row)).map(([name, row]) => `${name} ${row.name}`);
    expect(tables.length).toBeGreaterThan(operations.length);
    expect(odd).toEqual([]);
  });
});

describe('notifications', () => {
  it('has one a product that notifies, as data alone, with titles for everything', () => {
    expect(notifications.map(({ name }) => name)).toEqual([
      'quickPay.notification',
      'scanPay.notification',
      'gateway.notification',
    ]);
    expect(JSON.parse(JSON.stringify(notifications))).toEqual(notifications);
    for (const { product, name, section, title, fields } of notifications) {
      expect(name).toBe(`${product}.notification`);
      expect(section).toMatch(/^\[M\] \S+ \d/);
      for (const { en, zh } of [title, ...fields.map((row) => row.title)]) {
        expect(en).toMatch(/^[\x20-\x7e]+$/);
        expect(zh).toMatch(/\S/);
      }
    }
  });
});
