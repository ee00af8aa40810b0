import { quickPay } from '@yinjian/mmsp';
import { NOTICE_RETRY_SECONDS } from '@yinjian/wechat-transit';
import { describe, expect, it } from 'vitest';
import { eventually, testReceiver } from '../testing/test-sandbox.ts';
import { Faults } from './faults.ts';
import { type Notification, Notifier } from './notifier.ts';
import { Scheduler } from './scheduler.ts';

/** Waits for nothing, and writes down how long it should have waited. */
class RecordingScheduler extends Scheduler {
  readonly pauses: number[] = [];

  override pause(seconds: number): Promise<void> {
    this.pauses.push(seconds);
    return Promise.resolve();
  }
}

function createNotifier(timeoutSeconds = 5) {
  const scheduler = new RecordingScheduler(1, (error) => {
    throw error;
  });
  const faults = new Faults(new Map());
  const log: string[] = [];
  const notifier = new Notifier({
    faults,
    scheduler,
    now: () => new Date(0),
    log: (line) => log.push(line),
    timeoutSeconds,
  });
  return { scheduler, notifier, log };
}

function notification(url: string, pauses: readonly number[]): Notification {
  return {
    notification: 'paymentNotice',
    number: '1',
    url,
    pauses,
    compose: (attempt) => ({ body: `attempt ${attempt}`, contentType: 'text/plain' }),
    isAcknowledgement: (body) => body === 'OK',
  };
}

describe('the documented schedules', () => {
  it.each([
    ['WeChat', NOTICE_RETRY_SECONDS, [15, 15, 30, 180, 1800, 1800, 1800, 1800, 3600]],
    ['quick pay', quickPay.NOTIFICATION_RETRY_SECONDS, [1, 5, 10, 30, 90, 180, 300]],
  ])('%s: every pause is kept, and after the last attempt it is given up', async (_, pauses, documented) => {
    const receiver = await testReceiver(() => ({ status: 500, body: 'OK' }));
    const { scheduler, notifier, log } = createNotifier();
    notifier.send(notification(receiver.url, pauses));
    await eventually(() => expect(notifier.records()[0]?.state).toBe('given-up'));
    expect(scheduler.pauses).toEqual(documented);
    expect(receiver.received.map(({ body }) => body)).toEqual(
      Array.from({ length: documented.length + 1 }, (_value, index) => `attempt ${index + 1}`),
    );
    expect(log.at(-1)).toBe('paymentNotice for 1 was given up');
  });

  it('ends with the acknowledgement', async () => {
    const receiver = await testReceiver((_body, count) => ({ status: 200, body: count === 3 ? 'OK' : 'NO' }));
    const { scheduler, notifier } = createNotifier();
    notifier.send(notification(receiver.url, [1, 2, 3, 4]));
    await eventually(() => expect(notifier.records()[0]?.state).toBe('acknowledged'));
    expect(scheduler.pauses).toEqual([1, 2]);
  });
});

describe('an attempt', () => {
  it('waits no longer than it should', async () => {
    const receiver = await testReceiver((_body, count) =>
      count === 1 ? undefined : { status: 200, body: 'OK' },
    );
    const { notifier } = createNotifier(0.05);
    notifier.send(notification(receiver.url, [1]));
    await eventually(() => expect(notifier.records()[0]?.state).toBe('acknowledged'));
    expect(notifier.records()[0]?.attempts).toEqual([
      { at: new Date(0), outcome: 'timeout' },
      { at: new Date(0), outcome: 'acknowledged', httpStatus: 200 },
    ]);
  });

  it('reads no endless answer', async () => {
    const receiver = await testReceiver(() => ({ status: 200, body: 'x'.repeat(10_000_000) }));
    const { notifier } = createNotifier();
    notifier.send(notification(receiver.url, []));
    await eventually(() => expect(notifier.records()[0]?.state).toBe('given-up'));
    expect(notifier.records()[0]?.attempts).toMatchObject([{ outcome: 'rejected', httpStatus: 200 }]);
  });

  it('that reaches nobody is repeated', async () => {
    const receiver = await testReceiver(() => undefined);
    await receiver.close();
    const { notifier, scheduler } = createNotifier();
    notifier.send(notification(receiver.url, [7]));
    await eventually(() => expect(notifier.records()[0]?.state).toBe('given-up'));
    expect(notifier.records()[0]?.attempts.map(({ outcome }) => outcome)).toEqual(['network', 'network']);
    expect(scheduler.pauses).toEqual([7]);
  });

  it('follows no redirect', async () => {
    const receiver = await testReceiver(() => ({ status: 302, body: 'OK' }));
    const { notifier } = createNotifier();
    notifier.send(notification(receiver.url, []));
    await eventually(() => expect(notifier.records()[0]?.state).toBe('given-up'));
    expect(receiver.received).toHaveLength(1);
    expect(notifier.records()[0]?.attempts).toMatchObject([{ outcome: 'rejected', httpStatus: 302 }]);
  });
});

describe('the address', () => {
  it.each([
    'http://example.com/',
    'http://127.0.0.1@example.com/',
    'http://user@127.0.0.1/',
    'http://169.254.169.254/',
    'http://0.0.0.0/',
    'http://[::ffff:10.0.0.1]/',
    'http://localhost.example.com/',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'not a url',
  ])('%s is not called', (url) => {
    const { notifier } = createNotifier();
    notifier.send(notification(url, []));
    expect(notifier.records()).toMatchObject([{ state: 'not-allowed', attempts: [] }]);
  });

  it('may be localhost by name', async () => {
    const { notifier } = createNotifier();
    notifier.send(notification('http://localhost:9/', []));
    expect(notifier.records()).toMatchObject([{ state: 'sending' }]);
    await eventually(() => expect(notifier.records()[0]?.state).toBe('given-up'));
  });
});
