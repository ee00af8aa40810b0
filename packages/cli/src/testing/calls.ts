import { merchants, type Sandbox, startSandbox } from '@yinjian/sandbox';
import { afterAll, beforeAll } from 'vitest';
import { jsonOf, type Result, yinjian } from './program.ts';

let running: Sandbox | undefined;

beforeAll(async () => {
  running = await startSandbox({ timeScale: 0.001 });
});
afterAll(async () => await running?.close());

/** A sandbox of the test's own, a thousand times as fast. */
export function sandbox(): Sandbox {
  if (running === undefined) throw new Error('not started yet');
  return running;
}

/** Where it is. */
export const origin = (): string => new URL(sandbox().urls.wechatTransit).origin;

/** Calls an operation of it. */
export const call = async (...args: string[]): Promise<Result> =>
  await yinjian(['call', ...args, '--sandbox', origin()]);

/** The outcome that `--json` printed. */
export const outcomeOf = (result: Result): Record<string, unknown> =>
  (jsonOf(result) as { outcome: Record<string, unknown> }).outcome;

/** Where nobody listens. */
export const NOWHERE = 'http://127.0.0.1:9/n';

let used = 20_260_000_000_000;

/** A number that nothing has been called by before. */
export const nextNumber = (): string => String(++used);

/** The fields of a payment by debit card. */
export const cardPayment = (MERORDERID: string): string[] => [
  `MERORDERID=${MERORDERID}`,
  'AMT=1234',
  'CARDNO=6227000013830237349',
  'CARDTYPE=1',
  'NAME=张安',
  'ID_NO=23210219820916601X',
  'PHONENO=18826570890',
  `NOTIFY_URL=${NOWHERE}`,
];

/** A payout to a private account. */
export const PAYOUT = {
  AMT: 100,
  BUSITYPE: '001',
  ACCNAME: '张三',
  ACCNO: '6225123456781234',
  ACCTYPE: '0',
  MOBILE: '13800138000',
  BANKNAME: '招商银行',
  MEMO: '代付',
};

/** The merchant of the sandbox, in the environment: as one that is set up for a real address. */
export function mmspMerchant(): Record<string, string> {
  const { MERNO, TERMNO, md5Key } = merchants.mmsp;
  return { YINJIAN_MERNO: MERNO, YINJIAN_TERMNO: TERMNO, YINJIAN_KEY: md5Key };
}
