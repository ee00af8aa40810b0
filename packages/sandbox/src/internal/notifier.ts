import type { NotificationMisbehaviour, NotificationName } from '../misbehaviour.ts';
import type { NotificationAttempt, NotificationRecord } from '../notification-record.ts';
import { DELAY_SECONDS, type Faults } from './faults.ts';
import { loopbackUrl, post } from './post.ts';
import type { RenderedReply } from './reply.ts';
import type { Scheduler } from './scheduler.ts';

export type NotificationFlaw = 'wrong-signature' | 'no-signature' | 'tampered';

/** What a product wants to have told to a merchant. */
export interface Notification {
  readonly notification: NotificationName;
  /** The merchant's order number. */
  readonly number: string;
  /** Empty where the merchant has named none: nothing is sent then. */
  readonly url: string;
  /** Before each further attempt, in seconds. */
  readonly pauses: readonly number[];
  /** @param attempt 1 for the first. */
  compose(attempt: number, flaw?: NotificationFlaw): RenderedReply;
  /** Whether the body of a 2xx answer is what stops the platform from sending again. */
  isAcknowledgement(body: string): boolean;
}

interface Entry extends NotificationRecord {
  state: NotificationRecord['state'];
  readonly attempts: NotificationAttempt[];
}

export interface NotifierContext {
  readonly faults: Faults;
  readonly scheduler: Scheduler;
  readonly now: () => Date;
  readonly log: (line: string) => void;
  readonly timeoutSeconds: number;
}

/** How many of its most recent notifications the sandbox remembers. */
const CAPACITY = 10_000;

/** How long a reordered notification waits for another to overtake it, in seconds. */
const OVERTAKEN_WITHIN_SECONDS = 60;

/** Sends notifications until they are acknowledged or the schedule is used up. */
export class Notifier {
  readonly #context: NotifierContext;
  readonly #entries: Entry[] = [];
  readonly #held = new Map<NotificationName, (() => void)[]>();

  constructor(context: NotifierContext) {
    this.#context = context;
  }

  records(): NotificationRecord[] {
    return this.#entries.map((entry) => ({ ...entry, attempts: [...entry.attempts] }));
  }

  send(notification: Notification): void {
    const { faults, scheduler, log } = this.#context;
    const { notification: name, number, url } = notification;
    if (url === '') return;
    const entry: Entry = { notification: name, number, url, state: 'sending', attempts: [] };
    this.#entries.push(entry);
    if (this.#entries.length > CAPACITY) this.#entries.shift();
    const target = loopbackUrl(url);
    if (target === undefined) {
      entry.state = 'not-allowed';
      log(`${name} for ${number} was not sent: the sandbox only calls http(s) URLs on this machine`);
      return;
    }
    const misbehaviour = faults.takeForNotification(name, 'event');
    scheduler.run(async () => {
      await this.#holdBack(name, misbehaviour);
      await this.#deliver(notification, target, entry);
      if (misbehaviour?.fault === 'duplicate') await this.#attempt(notification, target, entry);
    });
  }

  async #holdBack(name: NotificationName, misbehaviour: NotificationMisbehaviour | undefined): Promise<void> {
    const { scheduler } = this.#context;
    if (misbehaviour?.fault === 'delay') await scheduler.wait(misbehaviour.delaySeconds ?? DELAY_SECONDS);
    if (misbehaviour?.fault !== 'reordered') return;
    const overtaken = new Promise<void>((resolve) => {
      this.#held.set(name, [...(this.#held.get(name) ?? []), resolve]);
    });
    await Promise.race([overtaken, scheduler.pause(OVERTAKEN_WITHIN_SECONDS)]);
  }

  async #deliver(notification: Notification, target: URL, entry: Entry): Promise<void> {
    const { scheduler, log } = this.#context;
    for (const pause of [undefined, ...notification.pauses]) {
      if (pause !== undefined) await scheduler.pause(pause);
      await this.#attempt(notification, target, entry);
      if (entry.state === 'acknowledged') return;
    }
    entry.state = 'given-up';
    log(`${entry.notification} for ${entry.number} was given up`);
  }

  async #attempt(notification: Notification, target: URL, entry: Entry): Promise<void> {
    const { faults, now, log } = this.#context;
    const misbehaviour = faults.takeForNotification(entry.notification, 'attempt');
    const at = now();
    const result = await this.#post(notification, target, entry.attempts.length + 1, misbehaviour);
    const fault = misbehaviour === undefined ? {} : { fault: misbehaviour.fault };
    entry.attempts.push({ at, ...result, ...fault });
    if (result.outcome === 'acknowledged') entry.state = 'acknowledged';
    log(`${entry.notification} for ${entry.number}, attempt ${entry.attempts.length}: ${result.outcome}`);
    for (const release of this.#held.get(entry.notification) ?? []) release();
    this.#held.delete(entry.notification);
  }

  async #post(
    notification: Notification,
    target: URL,
    attempt: number,
    misbehaviour: NotificationMisbehaviour | undefined,
  ): Promise<Pick<NotificationAttempt, 'outcome' | 'httpStatus'>> {
    const { scheduler, timeoutSeconds } = this.#context;
    if (misbehaviour?.fault === 'lost') return { outcome: 'lost' };
    const { body, contentType } = notification.compose(attempt, flawOf(misbehaviour));
    const result = await post(target, {
      body,
      contentType: `${contentType}; charset=utf-8`,
      timeoutSeconds,
      signal: scheduler.signal,
    });
    if ('failure' in result) return { outcome: result.failure };
    const isAcknowledged =
      result.status >= 200 && result.status < 300 && notification.isAcknowledgement(result.body);
    return { outcome: isAcknowledged ? 'acknowledged' : 'rejected', httpStatus: result.status };
  }
}

function flawOf(misbehaviour: NotificationMisbehaviour | undefined): NotificationFlaw | undefined {
  switch (misbehaviour?.fault) {
    case 'wrong-signature':
    case 'no-signature':
    case 'tampered':
      return misbehaviour.fault;
    default:
      return undefined;
  }
}
