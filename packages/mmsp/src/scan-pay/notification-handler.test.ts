import { NotificationError } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import {
  AGENT,
  agentCredentials,
  credentials,
  envelope,
  notificationHeader,
  paid as paidByCard,
} from '../internal/fixtures/envelopes.ts';
import { MD5_KEY } from '../internal/fixtures/merchant-keys.ts';
import { paidByScan, scanHeader } from '../internal/fixtures/scan-pay-orders.ts';
import { verifyNotification } from '../verify-notification.ts';
import {
  createScanPayNotificationHandler,
  NOTIFICATION_RETRY_SECONDS,
  type ScanPayNotification,
} from './index.ts';

const header = { ...scanHeader, CommandID: 2324 };
const good = envelope(paidByScan, { header });

async function answer(body: string, keys = credentials, onNotification?: () => void) {
  const notifications: ScanPayNotification[] = [];
  const refusals: unknown[] = [];
  const handle = createScanPayNotificationHandler(keys, {
    onNotification: (notification) => {
      notifications.push(notification);
      onNotification?.();
    },
    onRefused: ({ reason }) => refusals.push(reason instanceof NotificationError ? reason.code : reason),
  });
  const response = await handle(new Request('https://merchant.example/n', { method: 'POST', body }));
  return { status: response.status, text: await response.text(), notifications, refusals };
}

describe('createScanPayNotificationHandler', () => {
  it('tells what was paid and answers exactly SUCCESS', async () => {
    const { status, text, notifications, refusals } = await answer(good);
    expect({ status, text, refusals }).toEqual({ status: 200, text: 'SUCCESS', refusals: [] });
    const { TRDETIME, ...same } = paidByScan;
    expect(notifications).toEqual([
      { status: 'succeeded', authenticated: true, data: { ...same, TRADETIME: TRDETIME } },
    ]);
  });

  it('reads the time of the order under its right name as well', async () => {
    const { TRDETIME, ...same } = paidByScan;
    const { notifications } = await answer(envelope({ ...same, TRADETIME: TRDETIME }, { header }));
    expect(notifications).toMatchObject([{ data: { TRADETIME: TRDETIME } }]);
  });

  it("wants the agent's key in agent mode", async () => {
    const inAgentMode = { ...header, AGENTNO: AGENT.AGENTNO };
    const right = envelope(paidByScan, { header: inAgentMode, md5Key: AGENT.md5Key });
    expect(await answer(right, agentCredentials)).toMatchObject({ status: 200 });
    const wrong = envelope(paidByScan, { header: inAgentMode });
    expect(await answer(wrong, agentCredentials)).toMatchObject({
      status: 400,
      refusals: ['signature_invalid'],
    });
  });

  it.each([
    ['a tampered amount', good.replace('"AMT":100', '"AMT":1'), 'signature_invalid'],
    ['an amount that has become text', good.replace('"AMT":100', '"AMT":"100"'), 'signature_invalid'],
    ['no signature', envelope(paidByScan, { header: { ...header, Sign: '' } }), 'signature_missing'],
    ['no time of payment… but a state', envelope({ ...paidByScan, ORDERNO: '' }, { header }), 'incomplete'],
    ['a notification of quick pay', envelope(paidByCard, { header: notificationHeader }), 'incomplete'],
    ['nothing', '', 'malformed'],
  ])('does not believe %s', async (_, body, code) => {
    expect(await answer(body)).toMatchObject({ status: 400, notifications: [], refusals: [code], text: '' });
  });

  it('is not acknowledged while the merchant’s callback throws', async () => {
    const mistake = new Error('database is away');
    const { status, text } = await answer(good, credentials, () => {
      throw mistake;
    });
    expect({ status, text }).toEqual({ status: 500, text: '' });
  });

  it('concludes nothing from another state, or from «paid» without the time', async () => {
    const { notifications } = await answer(envelope({ ...paidByScan, STATUS: '2' }, { header }));
    expect(notifications).toMatchObject([{ status: 'unknown', next: { operation: 'scanPay.query' } }]);
    const without = await answer(envelope({ ...paidByScan, PAYTIME: '' }, { header }));
    expect(without.notifications).toMatchObject([{ status: 'unknown', cause: { code: 'reply_incomplete' } }]);
  });
});

describe('verifyNotification', () => {
  it('tells the products apart by the body', () => {
    const byScan = verifyNotification(good, { md5Key: MD5_KEY });
    expect(byScan).toMatchObject({ status: 'succeeded', data: { ORDERNO: paidByScan.ORDERNO, AMT: 100 } });
    const byCard = verifyNotification(envelope(paidByCard, { header: notificationHeader }), {
      md5Key: MD5_KEY,
    });
    expect(byCard).toMatchObject({ status: 'succeeded', data: { LIST_ID: paidByCard.LIST_ID } });
  });
});

describe('the schedule', () => {
  it('is that of the document after the first sending', () => {
    expect([0, ...NOTIFICATION_RETRY_SECONDS]).toEqual([
      0, 15, 15, 30, 180, 1800, 1800, 1800, 1800, 1800, 3600,
    ]);
  });
});
