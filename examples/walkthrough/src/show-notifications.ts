import type { NotificationRecord, Sandbox } from '@yinjian/sandbox';

/**
 * Waits until a merchant has been notified so many times of an order, and shows what was answered.
 *
 * @param number The merchant's order number.
 */
export async function showNotifications(sandbox: Sandbox, number: string, times: number): Promise<void> {
  const record = await notified(sandbox, number, times);
  for (const { outcome, httpStatus, fault } of record.attempts) {
    console.log(`  ${fault ?? 'as signed'}: answered ${httpStatus ?? 'nothing'}, ${outcome}`);
  }
}

async function notified(sandbox: Sandbox, number: string, times: number): Promise<NotificationRecord> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const record = sandbox.notifications.findLast((one) => one.number === number);
    if (record !== undefined && record.attempts.length >= times) return record;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`Not notified ${times} times of ${number}`);
}
