import { NotificationError } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { NOTIFICATION_RETRY_SECONDS } from '../envelope/notification-retry.ts';
import { credentials, envelope, notificationHeader as header, paid } from '../internal/fixtures/envelopes.ts';
import { issues } from '../internal/fixtures/refusal.ts';
import type { QuickPayNotification } from './notification.ts';
import { createQuickPayNotificationHandler } from './notification-handler.ts';

const good = envelope(paid, { header });

/** Answers one request; keeps what the callbacks were told. */
async function answer(body: BodyInit | null, onNotification?: () => void | Promise<void>) {
  const notifications: QuickPayNotification[] = [];
  const refusals: unknown[] = [];
  const handle = createQuickPayNotificationHandler(credentials, {
    onNotification: async (notification) => {
      notifications.push(notification);
      await onNotification?.();
    },
    onRefused: ({ reason, httpStatus }) =>
      refusals.push([httpStatus, reason instanceof NotificationError ? reason.code : reason]),
  });
  const response = await handle(new Request('https://merchant.example/notify', { method: 'POST', body }));
  return { status: response.status, text: await response.text(), notifications, refusals };
}

describe('createQuickPayNotificationHandler', () => {
  it('acknowledges with exactly SUCCESS, after the callback has finished', async () => {
    let isRecorded = false;
    const { status, text, notifications, refusals } = await answer(good, async () => {
      await Promise.resolve();
      isRecorded = true;
    });
    expect({ status, text, isRecorded, refusals }).toEqual({
      status: 200,
      text: 'SUCCESS',
      isRecorded: true,
      refusals: [],
    });
    expect(notifications).toMatchObject([{ status: 'succeeded', data: { AMT: 200 }, authenticated: true }]);
  });

  it('does not acknowledge when the callback throws', async () => {
    const failure = new Error('database is away');
    const thrown = await answer(good, () => {
      throw failure;
    });
    expect(thrown).toMatchObject({ status: 500, text: '', refusals: [[500, failure]] });
    const rejected = await answer(good, () => Promise.reject(failure));
    expect(rejected).toMatchObject({ status: 500, text: '', refusals: [[500, failure]] });
  });

  it.each([
    ['nothing', '', 'malformed'],
    ['HTML', '<html>', 'malformed'],
    ['a truncated notification', good.slice(0, 200), 'malformed'],
    ['bytes that are not UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), 'malformed'],
    ['GBK', Uint8Array.of(0x7b, 0x22, 0xd2, 0xf8, 0x22, 0x3a, 0x31, 0x7d), 'malformed'],
    ['a repeated name', good.replace('{', '{"Body":{},'), 'malformed'],
    ['a notification without signature', envelope(paid, { header: { Sign: '' } }), 'signature_missing'],
    ['a forged notification', good.replace('"200"', '"201"'), 'signature_invalid'],
    ['an incomplete notification', envelope({ STATUS: '1' }), 'incomplete'],
  ])('refuses %s without asking the callback', async (_, body, code) => {
    const { status, text, notifications, refusals } = await answer(body);
    expect({ status, text, notifications, refusals }).toEqual({
      status: 400,
      text: '',
      notifications: [],
      refusals: [[400, code]],
    });
  });

  it('refuses what is too large', async () => {
    const { status, text, notifications } = await answer(`${good}${' '.repeat(1_048_576)}`);
    expect({ status, text, notifications }).toEqual({ status: 413, text: '', notifications: [] });
  });

  it('refuses anything but a POST', async () => {
    const handle = createQuickPayNotificationHandler(credentials, { onNotification: () => {} });
    const response = await handle(new Request('https://merchant.example/notify'));
    expect(response.status).toBe(405);
    expect(await response.text()).toBe('');
  });

  it('hands on every repetition', async () => {
    let times = 0;
    const handle = createQuickPayNotificationHandler(credentials, {
      onNotification: () => {
        times++;
      },
    });
    for (const _ of NOTIFICATION_RETRY_SECONDS) {
      await handle(new Request('https://merchant.example/notify', { method: 'POST', body: good }));
    }
    expect(times).toBe(7);
  });

  it('is not changed by what happens to the options later', async () => {
    const keys = { md5Key: credentials.md5Key };
    const handle = createQuickPayNotificationHandler(keys, { onNotification: () => {} });
    keys.md5Key = 'changed';
    const response = await handle(new Request('https://merchant.example/', { method: 'POST', body: good }));
    expect(response.status).toBe(200);
  });

  it('refuses unusable options by name', async () => {
    const onNotification = () => {};
    expect(await issues(() => createQuickPayNotificationHandler({ md5Key: '' }, { onNotification }))).toEqual(
      ['md5Key missing'],
    );
    expect(await issues(() => createQuickPayNotificationHandler(credentials, {} as never))).toEqual([
      'onNotification wrong_type',
    ]);
    const misspelt = { onNotification, onRefuse: () => {}, onRefused: 'log' } as never;
    expect(await issues(() => createQuickPayNotificationHandler(credentials, misspelt))).toEqual([
      'onRefuse unknown_field',
      'onRefused wrong_type',
    ]);
    expect(await issues(() => createQuickPayNotificationHandler(credentials, undefined as never))).toEqual([
      'options wrong_type',
    ]);
  });
});
