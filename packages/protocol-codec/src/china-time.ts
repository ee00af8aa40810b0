import { CodecError } from './codec-error.ts';

/** How the platforms write a time: always China Standard Time (UTC+8, no daylight saving), to the second. */
export type ChinaTimeFormat = 'yyyyMMddHHmmss' | 'yyyy-MM-dd HH:mm:ss';

const OFFSET = 8 * 60 * 60 * 1000;

const PATTERNS: Readonly<Record<ChinaTimeFormat, RegExp>> = {
  yyyyMMddHHmmss: /^\d{14}$/,
  'yyyy-MM-dd HH:mm:ss': /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/,
};

/**
 * Writes a moment as the clock in China shows it, whatever the zone of this machine. Milliseconds are cut off.
 *
 * @example
 * formatChinaTime(new Date('2017-12-25T02:00:00Z')) // '20171225100000'
 *
 * @throws {CodecError} `time_value` for an invalid Date, `time_range` for a year outside 0000 to 9999
 */
export function formatChinaTime(date: Date, format: ChinaTimeFormat = 'yyyyMMddHHmmss'): string {
  patternOf(format);
  const time = date instanceof Date ? date.getTime() : Number.NaN;
  if (Number.isNaN(time)) throw new CodecError('time_value');
  const clock = new Date(time + OFFSET);
  const year = clock.getUTCFullYear();
  // Not below 0 or above 9999 also when adding the offset left the range of Date, which makes the year NaN.
  if (!(year >= 0 && year <= 9999)) throw new CodecError('time_range');
  // 2017-12-25T10:00:00.000Z
  const iso = clock.toISOString();
  if (format === 'yyyy-MM-dd HH:mm:ss') return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
  const day = iso.slice(0, 4) + iso.slice(5, 7) + iso.slice(8, 10);
  return day + iso.slice(11, 13) + iso.slice(14, 16) + iso.slice(17, 19);
}

/**
 * Reads a time the platforms write as the clock in China shows it, whatever the zone of this machine.
 *
 * @example
 * parseChinaTime('20171225100000').toISOString() // '2017-12-25T02:00:00.000Z'
 *
 * @throws {CodecError} `time_format` for a text of another shape, `time_value` for a date or time of day that does
 * not exist (31 February, hour 24, second 60)
 */
export function parseChinaTime(text: string, format: ChinaTimeFormat = 'yyyyMMddHHmmss'): Date {
  if (!patternOf(format).test(text) || typeof text !== 'string') throw new CodecError('time_format');
  const digits = format === 'yyyyMMddHHmmss' ? text : text.replace(/\D/g, '');
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  const hour = Number(digits.slice(8, 10));
  const minute = Number(digits.slice(10, 12));
  const second = Number(digits.slice(12));
  // Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
  const clock = new Date(0);
  clock.setUTCFullYear(year, month - 1, day);
  clock.setUTCHours(hour, minute, second);
  const exists = clock.getUTCMonth() === month - 1 && clock.getUTCDate() === day;
  if (!exists || hour > 23 || minute > 59 || second > 59) {
    throw new CodecError('time_value');
  }
  return new Date(clock.getTime() - OFFSET);
}

function patternOf(format: ChinaTimeFormat): RegExp {
  if (!Object.hasOwn(PATTERNS, format)) throw new CodecError('time_format');
  return PATTERNS[format];
}
