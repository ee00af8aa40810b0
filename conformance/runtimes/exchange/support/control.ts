import type { Misbehaviour } from '../../../../packages/sandbox/src/misbehaviour.ts';
import type { NotificationRecord } from '../../../../packages/sandbox/src/notification-record.ts';
import { reachableSetting } from './setting.ts';

/** A notification as the platform sent it, still waiting for its answer. */
export interface SentNotification {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface NotificationAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What happens behind the platform's counter, and at the merchant's address for notifications. */
export interface Control {
  readonly misbehave: (misbehaviour: Misbehaviour) => Promise<void>;
  readonly smsCode: (LIST_ID: string) => Promise<string>;
  /** The address to give the platform. */
  readonly notifyUrl: (key: string) => Promise<string>;
  /** Waits until something was sent there. */
  readonly notification: (key: string) => Promise<SentNotification>;
  /** Answers it, and tells what the platform makes of the answer. */
  readonly answer: (key: string, answer: NotificationAnswer) => Promise<NotificationRecord['state']>;
}

/** Speaks to the driver; a runtime under test need not be able to listen on a socket. */
export const control: Control = {
  misbehave: (misbehaviour) => ask('misbehave', misbehaviour),
  smsCode: (LIST_ID) => ask('smsCode', LIST_ID),
  notifyUrl: (key) => ask('notifyUrl', key),
  notification: (key) => ask('notification', key),
  answer: (key, answer) => ask('answer', key, answer),
};

async function ask<Result>(name: keyof Control, ...parameters: unknown[]): Promise<Result> {
  const response = await fetch(`${reachableSetting().controlUrl}/${name}`, {
    method: 'POST',
    body: JSON.stringify(parameters),
  });
  if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { result: Result }).result;
}
