import { formatChinaTime, parseChinaTime } from '@yinjian/protocol-codec';
import {
  dateOrText,
  dateWindow,
  type Field,
  filled,
  type IntegerOptions,
  integer,
  numberReader,
  type Title,
  text,
} from '@yinjian/provider-kit';
import * as v from 'valibot';

/** [M] 快捷 5.9, 网关 5.4: up to this many rows a page, so many without `PERPAGE`. */
const MAX_PER_PAGE = 1000;
export const PER_PAGE = 10;

/** Batch queries reach three months back from now [M] 快捷 5.9.1, 网关 5.4.1. */
export const BATCH_WINDOW = dateWindow({ from: 'START_DATE', to: 'END_DATE', monthsBack: 3 });

const DAY_OR_HOUR = ['yyyyMMdd', 'yyyyMMddHH'];
const MISWRITTEN = `must be a Date, or a day or hour of China Standard Time written ${DAY_OR_HOUR.join(' or ')}`;

/**
 * The table says `YYYYMMDDHH` and gives `20170926` as an example, so both are taken. A `Date` stands for the day in
 * China that it falls on.
 */
function dayOrHour(title: Title): Field<Date | string, string, 'required'> {
  return {
    ...text(title, { maxLength: 14, formats: DAY_OR_HOUR }),
    encode: v.pipe(
      dateOrText(MISWRITTEN),
      v.check((value) => written(value) !== undefined, MISWRITTEN),
      v.transform((value) => written(value) ?? ''),
    ),
    type: 'time',
  };
}

function written(value: Date | string): string | undefined {
  try {
    if (typeof value !== 'string') return formatChinaTime(value).slice(0, 8);
    if (!/^\d{8}(?:\d\d)?$/.test(value)) return undefined;
    parseChinaTime(value.padEnd(14, '0'));
    return value;
  } catch {
    return undefined;
  }
}

/** A whole number from 1 to `max`. */
function ordinal(title: Title, max: number): Field<number, number, 'required'> {
  return count(title, { minimum: 1, maximum: max });
}

function count(title: Title, bounds: IntegerOptions = {}): Field<number, number, 'required'> {
  return {
    ...integer(title, { ...bounds, maxLength: 10 }),
    decode: numberReader(/^\d{1,10}$/),
  };
}

export const START_DATE = dayOrHour({ zh: '开始日期', en: 'First day or hour (UTC+8)' });
export const END_DATE = dayOrHour({ zh: '结束日期', en: 'Last day or hour (UTC+8)' });
export const PERPAGE = filled(
  ordinal({ zh: '每页返回的条数', en: 'Rows a page' }, MAX_PER_PAGE),
  () => PER_PAGE,
);
export const PAGE = ordinal({ zh: '当前页', en: 'Page, from 1' }, 9_999_999_999);
export const TOTAL_NUM = count({ zh: '记录总条数', en: 'Rows in all' });
export const TOTAL_PAGE = count({ zh: '总页数', en: 'Pages in all' });
