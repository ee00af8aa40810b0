import {
  createNotificationHandler,
  decodeNotification,
  functionIssues,
  type Judged,
  misspeltOptions,
  type NotificationHandler,
  type NotificationHandlerOptions,
  type Outcome,
} from '@yinjian/provider-kit';
import { checkSigningKeys, type SigningKeys } from '../credentials.ts';
import { checkObject, refuse } from '../internal/configuration-issues.ts';
import { readNotification } from './read-notification.ts';

/** What a merchant brings to a notification handler. */
export interface EnvelopeNotificationHandlerOptions<Notification> {
  /**
   * Your own work: record the payment. Called for every verified notification, repeats included, so it has to be
   * idempotent. The notification is acknowledged after it returns; if it throws, the platform sends again.
   */
  readonly onNotification: (notification: Notification) => void | Promise<void>;
  /** Told of what was refused, for a log. */
  readonly onRefused?: NotificationHandlerOptions<Notification>['onRefused'];
}

/** The answer that stops the platform from sending again [M] 快捷 5.5.3, 扫码 10.8. */
const ACKNOWLEDGEMENT = { body: 'SUCCESS', contentType: 'text/plain; charset=utf-8' };

/** The largest notification that is read, in bytes. */
const MAX_BYTES = 1_048_576;

/** @throws ConfigurationError for an unusable key or option. */
export type CreateEnvelopeNotificationHandler<Notification> = (
  keys: SigningKeys,
  options: EnvelopeNotificationHandlerOptions<Notification>,
) => NotificationHandler;

/** What makes the handlers for the notifications of one product. */
export function notificationHandlerOf<Notification extends Outcome<object>>(
  definition: Judged,
): CreateEnvelopeNotificationHandler<Notification> {
  return (keys, options) => {
    const checked = checkSigningKeys(keys);
    const { onNotification, onRefused } = checkObject('options', options);
    refuse([
      ...functionIssues({ onNotification: onNotification ?? null, onRefused }),
      ...misspeltOptions(options, ['onNotification', 'onRefused']),
    ]);
    return createNotificationHandler({
      verify: (bytes) => readNotification(definition, decodeNotification(bytes), checked) as Notification,
      onNotification,
      onRefused,
      acknowledgement: ACKNOWLEDGEMENT,
      maxBytes: MAX_BYTES,
    });
  };
}
