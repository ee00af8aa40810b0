import {
  createMmspClient,
  importRsaPrivateKey,
  importRsaPublicKey,
  type QuickPayNotification,
} from '@yinjian/mmsp';
import { startSandbox } from '@yinjian/sandbox';
import { createWechatTransitClient, type PaymentNotice } from '@yinjian/wechat-transit';
import { startMerchantServer } from './merchant-server.ts';

export const NOTICE_PATH = '/wechat/payment-notice';
export const NOTIFICATION_PATH = '/mmsp/quick-pay-notification';

/** Both platforms in the sandbox, and a merchant with its clients and its server. */
export async function startWorld() {
  const sandbox = await startSandbox({ timeScale: 0.01 });
  const { wechatTransit, mmsp: merchantAccount } = sandbox.merchants;
  const { MERNO, TERMNO, md5Key } = merchantAccount;

  let request = '';
  let reply = '';
  let fields: Readonly<Record<string, unknown>> = {};
  const recorded = {
    fetch: async (url: string, init: RequestInit) => {
      request = typeof init.body === 'string' ? init.body : '';
      reply = '';
      const response = await fetch(url, init);
      reply = await response.clone().text();
      return response;
    },
    hooks: {
      onRequest: (event: { readonly fields: Readonly<Record<string, unknown>> }) => {
        fields = event.fields;
      },
    },
  };

  const transit = createWechatTransitClient({
    mode: 'partner',
    appid: wechatTransit.partner.appid,
    mch_id: wechatTransit.partner.mch_id,
    key: wechatTransit.partner.key,
    baseUrl: sandbox.urls.wechatTransit,
    ...recorded,
  });
  const mmsp = createMmspClient({
    MERNO,
    TERMNO,
    md5Key,
    quickPay: { url: sandbox.urls.quickPay },
    payout: {
      url: sandbox.urls.payout,
      merchantPrivateKey: await importRsaPrivateKey(merchantAccount.privateKeyPem),
      platformPublicKey: await importRsaPublicKey(sandbox.platformPublicKeyPem),
    },
    ...recorded,
  });

  const notices: PaymentNotice[] = [];
  const notifications: QuickPayNotification[] = [];
  const merchant = await startMerchantServer({
    [NOTICE_PATH]: transit.paymentNoticeHandler({ onPaymentNotice: (notice) => void notices.push(notice) }),
    [NOTIFICATION_PATH]: mmsp.quickPay.notificationHandler({
      onNotification: (notification) => void notifications.push(notification),
    }),
  });

  return {
    sandbox,
    merchant,
    transit,
    mmsp,
    /** What the merchant's callbacks were given. */
    notices,
    notifications,
    /** The body of the last request that was sent. */
    lastRequest: () => request,
    /** The body of the last reply; empty where none came. */
    lastReply: () => reply,
    /** Its fields, as a hook sees them: card and personal data redacted. */
    lastFields: () => fields,
    async close() {
      await merchant.close();
      await sandbox.close();
    },
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;

/** How often to ask a sandbox that settles within a tenth of a second. */
export const OFTEN = { afterSeconds: [0, 0.02], maxTries: 100, deadlineSeconds: 5 } as const;
