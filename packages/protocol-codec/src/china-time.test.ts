import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChinaTimeFormat, formatChinaTime, parseChinaTime } from './china-time.ts';
import { refusal } from './internal/refusal.fixture.ts';

const formats: ChinaTimeFormat[] = ['yyyyMMddHHmmss', 'yyyy-MM-dd HH:mm:ss'];

describe('formatChinaTime', () => {
  it.each([
    ['2017-12-25T02:00:00Z', '20171225100000', '2017-12-25 10:00:00'],
    ['2017-12-31T16:00:00Z', '20180101000000', '2018-01-01 00:00:00'],
    ['2017-12-31T15:59:59.999Z', '20171231235959', '2017-12-31 23:59:59'],
    ['2024-02-28T16:00:00Z', '20240229000000', '2024-02-29 00:00:00'],
    // China had daylight saving from 1986 to 1991; the platforms never do.
    ['1988-07-01T00:00:00Z', '19880701080000', '1988-07-01 08:00:00'],
    ['1969-12-31T23:59:59.001Z', '19700101075959', '1970-01-01 07:59:59'],
    ['-000001-12-31T16:00:00Z', '00000101000000', '0000-01-01 00:00:00'],
    ['9999-12-31T15:59:59Z', '99991231235959', '9999-12-31 23:59:59'],
  ])('writes %s', (iso, compact, dashed) => {
    const date = new Date(iso);
    expect(formatChinaTime(date)).toBe(compact);
    expect(formatChinaTime(date, 'yyyyMMddHHmmss')).toBe(compact);
    expect(formatChinaTime(date, 'yyyy-MM-dd HH:mm:ss')).toBe(dashed);
  });

  it('refuses what is not a moment', () => {
    for (const date of [new Date(Number.NaN), undefined, null, 0, '2017-12-25'] as unknown[] as Date[]) {
      expect(refusal(() => formatChinaTime(date)).code).toBe('time_value');
    }
  });

  it('refuses years of other than four digits', () => {
    for (const date of [
      new Date('-000001-12-31T15:59:59.999Z'),
      new Date('9999-12-31T16:00:00Z'),
      new Date(8.64e15),
      new Date(-8.64e15),
    ]) {
      expect(refusal(() => formatChinaTime(date)).code).toBe('time_range');
    }
  });

  it('refuses a format it does not know', () => {
    for (const format of ['yyyy', '__proto__', 'constructor', ''] as unknown[] as ChinaTimeFormat[]) {
      expect(refusal(() => formatChinaTime(new Date(0), format)).code).toBe('time_format');
      expect(refusal(() => parseChinaTime('19700101080000', format)).code).toBe('time_format');
    }
  });
});

describe('parseChinaTime', () => {
  it.each([
    ['20171225100000', '2017-12-25T02:00:00.000Z'],
    ['20180101000000', '2017-12-31T16:00:00.000Z'],
    ['20240229235959', '2024-02-29T15:59:59.000Z'],
    ['20000229000000', '2000-02-28T16:00:00.000Z'],
    ['00990101080000', '0099-01-01T00:00:00.000Z'],
    ['00000101000000', '-000001-12-31T16:00:00.000Z'],
    ['99991231235959', '9999-12-31T15:59:59.000Z'],
  ])('reads %s', (text, iso) => {
    expect(parseChinaTime(text).toISOString()).toBe(iso);
    const dashed = text.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3 $4:$5:$6');
    expect(parseChinaTime(dashed, 'yyyy-MM-dd HH:mm:ss').toISOString()).toBe(iso);
  });

  it.each([
    '20170231000000',
    '20170229000000',
    '19000229000000',
    '20170431000000',
    '20170001000000',
    '20171301000000',
    '20170100000000',
    '20170132000000',
    '20170101240000',
    '20170101236000',
    '20170101235960',
    '20170101999999',
    '99991231240000',
    '00000000000000',
  ])('refuses the moment %s, which never was', (text) => {
    expect(refusal(() => parseChinaTime(text)).code).toBe('time_value');
  });

  it.each([
    '',
    '2017122510000',
    '201712251000000',
    '2017-12-25 10:00:00',
    ' 20171225100000',
    '20171225100000\n',
    '2017122510000a',
    '２０１７１２２５１０００００',
    '-0171225100000',
    '2017122510:000',
  ])('refuses the shape of %j', (text) => {
    expect(refusal(() => parseChinaTime(text)).code).toBe('time_format');
  });

  it.each([
    '20171225100000',
    '2017-12-25T10:00:00',
    '2017-12-25 10:00',
    '2017/12/25 10:00:00',
    '2017-1-25 10:00:00',
  ])('refuses the shape of %j where dashes are due', (text) => {
    expect(refusal(() => parseChinaTime(text, 'yyyy-MM-dd HH:mm:ss')).code).toBe('time_format');
  });

  it('reads back what formatChinaTime writes', () => {
    const seconds = fc.integer({ min: -62_167_248_000, max: 253_402_271_999 });
    fc.assert(
      fc.property(seconds, fc.constantFrom(...formats), (second, format) => {
        const text = formatChinaTime(new Date(second * 1000 + 999), format);
        expect(parseChinaTime(text, format).getTime()).toBe(second * 1000);
      }),
      { numRuns: 500 },
    );
  });

  it('takes exactly the dates of the calendar', () => {
    const pad = (value: number): string => String(value).padStart(2, '0');
    for (const [year, february] of [
      [1900, 28],
      [2000, 29],
      [2023, 28],
      [2024, 29],
    ] as const) {
      const lengths = [0, 31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0];
      for (const [month, days] of lengths.entries()) {
        for (let day = 0; day <= 99; day++) {
          const text = `${year}${pad(month)}${pad(day)}073000`;
          const read = () => formatChinaTime(parseChinaTime(text));
          const exists = day >= 1 && day <= days;
          expect([text, exists ? read() : refusal(read).code]).toEqual([text, exists ? text : 'time_value']);
        }
      }
    }
  });
});
