import { decodeUtf8 } from '@yinjian/protocol-codec';
import { ConfigurationError, NotificationError } from './errors.ts';
import { readCapped } from './exchange.ts';
import { quietly } from './internal/quietly.ts';

/** How a handler made by a provider tells what it refused and why, without content. */
export interface NotificationRefusal {
  /** Why: a `NotificationError`, or whatever the merchant's callback threw. */
  readonly reason: unknown;
  /** The HTTP status that was answered. */
  readonly httpStatus: number;
}

/** What a provider says of its notifications. */
export interface NotificationHandlerOptions<Notification> {
  /** Turns bytes into a believed notification. @throws NotificationError */
  readonly verify: (bytes: Uint8Array) => Notification | Promise<Notification>;
  /** The merchant's own work. The platform is told of success only after it has finished without throwing. */
  readonly onNotification: (notification: Notification) => void | Promise<void>;
  /** Called after a notification was refused. What it throws is ignored. */
  readonly onRefused?: ((refusal: NotificationRefusal) => void) | undefined;
  /** The exact words that stop the platform from sending again. */
  readonly acknowledgement: { readonly body: string; readonly contentType: string };
  /** The largest body that is read. */
  readonly maxBytes: number;
}

/** Answers a platform's notifications. Works wherever `Request` and `Response` do. */
export type NotificationHandler = (request: Request) => Promise<Response>;

/**
 * Reads a notification once, verifies it, lets the merchant's callback work on it, and acknowledges. Anything else is
 * refused with a status other than 2xx, so that the platform sends again: 405 (not a POST), 413 (too large), 400 (not
 * to be believed), 500 (the callback threw, or the server handed over something other than an unread `Request`). The
 * handler itself never throws. How long a body may take is left to the server it runs in.
 */
export function createNotificationHandler<Notification>(
  options: NotificationHandlerOptions<Notification>,
): NotificationHandler {
  const { verify, onNotification, onRefused, maxBytes } = options;
  const { body, contentType } = options.acknowledgement;
  const refuse = (httpStatus: number, reason: unknown, headers: Record<string, string> = {}) => {
    quietly(() => onRefused?.({ reason, httpStatus }));
    return new Response(null, { status: httpStatus, headers });
  };
  return async (request) => {
    const mistake = hostMistake(request);
    if (mistake !== undefined) return refuse(500, mistake);
    if (request.method !== 'POST') return refuse(405, new NotificationError('malformed'), { allow: 'POST' });
    const bytes = await readCapped(request, maxBytes).catch(() => 'unreadable' as const);
    if (bytes === undefined) return refuse(413, new NotificationError('malformed'));
    if (bytes === 'unreadable') return refuse(400, new NotificationError('malformed'));
    let notification: Notification;
    try {
      notification = await verify(bytes);
    } catch (error) {
      return refuse(400, error instanceof NotificationError ? error : new NotificationError('malformed'));
    }
    try {
      await onNotification(notification);
    } catch (error) {
      return refuse(500, error);
    }
    return new Response(body, { status: 200, headers: { 'content-type': contentType } });
  };
}

/**
 * The text of a notification.
 *
 * @throws NotificationError `malformed` for bytes that are not UTF-8.
 */
export function decodeNotification(bytes: Uint8Array): string {
  try {
    return decodeUtf8(bytes);
  } catch {
    throw new NotificationError('malformed');
  }
}

/** What the server that calls the handler got wrong: nothing to blame a platform for. */
function hostMistake(request: Request): ConfigurationError | undefined {
  // Firefox has no `Request.body`.
  const isRequest = typeof request?.method === 'string' && ('body' in request || 'arrayBuffer' in request);
  if (isRequest && !request.bodyUsed) return undefined;
  const message = isRequest ? 'had its body read before' : 'must be a web Request';
  return new ConfigurationError([{ path: 'request', code: 'wrong_type', message }]);
}
