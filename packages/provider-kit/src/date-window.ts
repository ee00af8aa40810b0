import { formatChinaTime } from '@yinjian/protocol-codec';
import type { Issue } from './errors.ts';
import type { WireFields } from './request-fields.ts';

/** Two fields that name a stretch of time, as `yyyyMMdd` or `yyyyMMddHH` in China Standard Time. */
export interface DateWindow {
  readonly from: string;
  /** Not before `from`; a day counts to its end. */
  readonly to: string;
  /** In calendar months: how far the days may lie in the past. */
  readonly monthsBack: number;
}

/** A window that a request can be checked against. */
export interface CheckedDateWindow extends DateWindow {
  /** What is wrong with the dates that were given, as far as each of them is in order by itself. */
  readonly issues: (wire: WireFields, now: () => Date) => Issue[];
}

/** Brings the check along, so that only requests with a window carry it. */
export function dateWindow(window: DateWindow): CheckedDateWindow {
  return { ...window, issues: (wire, now) => issuesOf(window, wire, now) };
}

function issuesOf({ from, to, monthsBack }: DateWindow, wire: WireFields, now: () => Date): Issue[] {
  const [first, last] = [wire[from], wire[to]];
  const issues: Issue[] = [];
  // A day begins with its first hour and ends with its last.
  if (first !== undefined && last !== undefined && first.padEnd(10, '0') > last.padEnd(10, '9')) {
    issues.push({ path: from, code: 'invalid_value', message: `must not be later than ${to}` });
  }
  const earliest = dayMonthsBefore(now(), monthsBack);
  for (const path of [from, to]) {
    const value = wire[path];
    if (value === undefined || value.slice(0, 8) >= earliest) continue;
    const message = `must not be more than ${monthsBack} months ago`;
    issues.push({ path, code: 'invalid_value', message });
  }
  return issues;
}

/** `yyyyMMdd` in China, so many calendar months before; three before 31 May is the last of February. */
function dayMonthsBefore(now: Date, months: number): string {
  const today = formatChinaTime(now);
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(4, 6)) - 1 - months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = Math.min(Number(today.slice(6, 8)), lastDay);
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10).replaceAll('-', '');
}
