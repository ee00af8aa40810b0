import type { Outcome } from '@yinjian/wechat-transit';

const color = (code: number) => (text: string) =>
  process.stdout.isTTY && process.env['NO_COLOR'] === undefined ? `\u001B[${code}m${text}\u001B[0m` : text;
const bold = color(1);
const dim = color(2);
const green = color(32);
const red = color(31);

let passed = 0;
const wrong: string[] = [];

/** A chapter of the run. */
export function chapter(title: string): void {
  console.log(`\n${bold(title)}`);
}

/** What was done. */
export function step(text: string): void {
  console.log(`\n  ${text}`);
}

/** One thing worth reading about it. */
export function detail(label: string, text: string): void {
  console.log(`    ${dim(label.padEnd(18))} ${text}`);
}

/** What must be so. The run only succeeds when all of it is. */
export function must(expectation: string, isSo: boolean): void {
  if (isSo) passed++;
  else wrong.push(expectation);
  console.log(`    ${isSo ? green('✓') : red('✗')} ${expectation}`);
}

/** An outcome in one line. */
export function inWords(outcome: Outcome<object>): string {
  const signed =
    'authenticated' in outcome ? (outcome.authenticated ? ', signed by the platform' : ', unsigned') : '';
  switch (outcome.status) {
    case 'succeeded':
      return `succeeded${signed}`;
    case 'pending':
      return `pending${signed} → next: ${outcome.next.action} ${outcome.next.operation}`;
    case 'refunded':
      return `refunded${signed}`;
    case 'failed':
      return `failed${signed}: ${outcome.error.code} ${outcome.error.meaning?.en ?? outcome.error.message}`;
    case 'unknown':
      return `unknown (${outcome.cause.code}: ${outcome.cause.message}) → next: ${outcome.next.action} ${outcome.next.operation}`;
  }
}

/** The closing lines, and whether everything came out as it must. */
export function summary(milliseconds: number): boolean {
  console.log('');
  for (const expectation of wrong) console.log(red(`✗ ${expectation}`));
  const all = passed + wrong.length;
  console.log(bold(`${passed} of ${all} came out as they must, in ${(milliseconds / 1000).toFixed(1)} s`));
  return wrong.length === 0;
}
