import { describe, expect, it } from 'vitest';
import { dateWindow } from './date-window.ts';
import { text } from './field-kinds.ts';
import { optional } from './field-use.ts';
import { issuesOf, rejection } from './internal/fixtures/rejection.ts';
import { encodeRequestFields, type RequestFields } from './request-fields.ts';

const title = { en: 'x', zh: '某' };
const day = text(title, { pattern: [/^\d{8}(?:\d\d)?$/, 'must be a day'] });
const request: RequestFields = {
  fields: { from: day, to: optional(day), other: optional(text(title)) },
  dateWindow: dateWindow({ from: 'from', to: 'to', monthsBack: 3 }),
};

const encode = (input: object, now = '2026-01-15T04:00:00Z') =>
  encodeRequestFields('sample', request, input, {
    now: () => new Date(now),
    nonce: () => '',
    provided: {},
  });
const refused = async (input: object, now?: string) => issuesOf(await rejection(() => encode(input, now)));

describe('a date window', () => {
  it.each([
    ['one day', '20260101', '20260101'],
    ['one hour', '2026010110', '2026010110'],
    ['a day, to an hour of it', '20260101', '2026010100'],
    ['an hour, to the end of its day', '2026010123', '20260101'],
    ['as far back as it goes', '20251015', '20260115'],
    ['an hour of that day', '2025101500', '20260115'],
    ['into the future', '20260101', '20270101'],
  ])('takes %s', (_, from, to) => {
    expect(encode({ from, to })).toMatchObject({ from, to });
  });

  it.each([
    ['days', '20260102', '20260101'],
    ['hours', '2026010111', '2026010110'],
    ['an hour after a day', '2026010200', '20260101'],
    ['a day after an hour', '20260102', '2026010123'],
  ])('refuses %s in the wrong order', async (_, from, to) => {
    expect(await refused({ from, to })).toEqual(['from invalid_value']);
  });

  it('refuses what lies too far back, each for itself', async () => {
    expect(await refused({ from: '20251014', to: '20260101' })).toEqual(['from invalid_value']);
    expect(await refused({ from: '20251001', to: '2025101423' })).toEqual([
      'from invalid_value',
      'to invalid_value',
    ]);
    expect(await refused({ from: '20251014' })).toEqual(['from invalid_value']);
  });

  it('counts calendar months, by the day in China', async () => {
    expect(encode({ from: '20260228' }, '2026-05-31T00:00:00+08:00')).toEqual({ from: '20260228' });
    expect(await refused({ from: '20260227' }, '2026-05-31T00:00:00+08:00')).toEqual(['from invalid_value']);
    expect(encode({ from: '20240229' }, '2024-05-31T00:00:00+08:00')).toEqual({ from: '20240229' });
    // In China it is the 16th already.
    expect(await refused({ from: '20251015' }, '2026-01-15T16:00:00Z')).toEqual(['from invalid_value']);
    expect(encode({ from: '20251015' }, '2026-01-15T15:59:59Z')).toEqual({ from: '20251015' });
  });

  it('is named together with all other mistakes, and not where a date cannot be read', async () => {
    expect(await refused({ from: '20250102', to: '20250101', other: '', extra: 1 })).toEqual([
      'extra unknown_field',
      'other invalid_value',
      'from invalid_value',
      'from invalid_value',
      'to invalid_value',
    ]);
    expect(await refused({ from: 'x', to: '20260101' })).toEqual(['from invalid_value']);
    expect(await refused({ to: '20250101' })).toEqual(['from missing', 'to invalid_value']);
  });
});
