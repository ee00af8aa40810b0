import { ConfigurationError } from '@yinjian/provider-kit';
import { checkSigningKeys, type SigningKeys } from './credentials.ts';
import { readNotification } from './envelope/read-notification.ts';
import { type GatewayNotification, notification as gateway } from './gateway/notification.ts';
import { type QuickPayNotification, notification as quickPay } from './quick-pay/notification.ts';
import { type ScanPayNotification, notification as scanPay } from './scan-pay/notification.ts';

/** What a verified notification of any product says. `'ORDERNO' in notification.data` tells those of scan pay. */
export type MmspNotification = QuickPayNotification | ScanPayNotification | GatewayNotification;

/**
 * Verifies a notification of any product [M] 快捷 5.5, 扫码 10.8, 网关 5.2: the MD5 signature over the body as it came, number
 * lexemes and all, with the agent's key where the message is in agent mode, otherwise the merchant's. Nothing outside
 * `Body` is signed, so nothing outside it is told; the body itself tells which product it comes from.
 *
 * Of what it returns, `succeeded` means paid. Compare `AMT` (fen) with your own record of `MERORDERID`, and expect the
 * same notification several times.
 *
 * @param text The body of the notification request, exactly as it came (in PHP terms, `php://input`): never parsed and
 * printed again, which changes numbers. At most 1 048 576 characters.
 * @throws NotificationError when it cannot be believed: do not acknowledge it. ConfigurationError for an unusable key.
 * @example
 * ```ts
 * const notification = verifyNotification(await request.text(), { md5Key });
 * if (notification.status === 'succeeded') await markPaid(notification.data.MERORDERID, notification.data.AMT);
 * ```
 */
export function verifyNotification(text: string, keys: SigningKeys): MmspNotification {
  if (typeof text !== 'string') {
    const message = 'must be the body of the notification as text';
    throw new ConfigurationError([{ path: 'text', code: 'wrong_type', message }]);
  }
  const definitionOf = (body: object) => {
    if (Object.hasOwn(body, 'ORDERNO')) return scanPay;
    return Object.hasOwn(body, 'PAY_CHANNEL') ? gateway : quickPay;
  };
  return readNotification(definitionOf, text, checkSigningKeys(keys)) as MmspNotification;
}
