import { formatChinaTime, parseChinaTime } from '@yinjian/protocol-codec';
import type { Issue } from '../errors.ts';
import type { DateWindow, WireFields } from '../request-fields.ts';

/** What is wrong with the dates that were given, as far as each of them is in order by itself. */
export function dateWindowIssues(
  { from, to, monthsBack }: DateWindow,
  wire: WireFields,
  now: () => Date,
): Issue[] {
  const [first, last] = [wire[from], wire[to]];
  const issues: Issue[] = [];
  if (first !== undefined && last !== undefined && `${first}0000`.slice(0, 10) > `${last}99`.slice(0, 10)) {
    issues.push({ path: from, code: 'invalid_value', message: `must not be later than ${to}` });
  }
  const earliest = monthsBefore(now(), monthsBack);
  for (const [path, value] of [[from, first] as const, [to, last] as const]) {
    if (value !== undefined && value.slice(0, 8) < earliest) {
      issues.push({ path, code: 'invalid_value', message: `must not be more than ${monthsBack} months ago` });
    }
  }
  return issues;
}

/** The day, `yyyyMMdd` in China, so many calendar months before. 31 May less three months is the end of February. */
function monthsBefore(now: Date, months: number): string {
  const [year, month, day] = [[0, 4] as const, [4, 6] as const, [6, 8] as const].map(([start, end]) =>
    Number(formatChinaTime(now).slice(start, end)),
  ) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const daysInMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, daysInMonth));
  return first.toISOString().slice(0, 10).replaceAll('-', '');
}
