import type { Report } from './report.ts';

/** Begins the line of output that carries the report. */
export const REPORT = 'yinjian-report ';

export function findReport(output: string): Report | undefined {
  const line = output.split('\n').find((one) => one.startsWith(REPORT));
  return line === undefined ? undefined : (JSON.parse(line.slice(REPORT.length)) as Report);
}
