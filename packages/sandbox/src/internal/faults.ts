import { ConfigurationError, type Issue, type Operation } from '@yinjian/provider-kit';
import type {
  Misbehaviour,
  NotificationFault,
  NotificationMisbehaviour,
  NotificationName,
  OperationFault,
  OperationMisbehaviour,
  PayoutFault,
  TransitFault,
} from '../misbehaviour.ts';
import { refusalIssue } from './refusal.ts';
import { numberIn, type ReplyFlaw } from './reply.ts';

/** Where each fault can happen. */
const OPERATION_FAULTS: Record<
  OperationFault | TransitFault | PayoutFault | 'delay' | 'refuse',
  'any' | Wire
> = {
  delay: 'any',
  refuse: 'any',
  'drop-before-executing': 'any',
  'drop-after-executing': 'any',
  'drop-within-reply': 'any',
  'bad-gateway': 'any',
  redirect: 'any',
  empty: 'any',
  truncated: 'any',
  'not-utf8': 'any',
  oversize: 'any',
  'system-error': 'any',
  'system-error-after-executing': 'any',
  'wrong-signature': 'any',
  'no-signature': 'any',
  'duplicate-fields': 'any',
  'another-order': 'any',
  'undocumented-state': 'any',
  doctype: 'transit',
  'other-algorithm': 'transit',
  'wrong-encryption': 'payout',
};

/** Faults that need a signed message with fields. */
const REPLY_FLAWS: ReadonlySet<OperationMisbehaviour['fault']> = new Set<ReplyFlaw>([
  'wrong-signature',
  'no-signature',
  'duplicate-fields',
  'another-order',
  'undocumented-state',
]);

/** `event` faults decide how often and when a notification is sent, `attempt` faults what one sending is like. */
const NOTIFICATION_FAULTS: Record<NotificationFault | 'delay', 'event' | 'attempt'> = {
  delay: 'event',
  duplicate: 'event',
  reordered: 'event',
  lost: 'attempt',
  'wrong-signature': 'attempt',
  'no-signature': 'attempt',
  tampered: 'attempt',
};

const NOTIFICATIONS: Record<NotificationName, true> = {
  paymentNotice: true,
  repaymentNotice: true,
  'quickPay.notification': true,
  'scanPay.notification': true,
  'gateway.notification': true,
};

/** How a product puts its messages on the wire. */
export type Wire = 'transit' | 'envelope' | 'payout';

/** What has to be known of an operation to say what can go wrong with it. */
export interface Target {
  readonly wire: Wire;
  readonly definition: Operation;
}

interface Planned {
  readonly misbehaviour: Misbehaviour;
  left: number;
}

/** What the sandbox has been told to do wrong, first told first done. */
export class Faults {
  readonly #targets: ReadonlyMap<string, Target>;
  readonly #planned = new Set<Planned>();

  /** @param targets every operation, by its name. */
  constructor(targets: ReadonlyMap<string, Target>) {
    this.#targets = targets;
  }

  /**
   * @returns what withdraws it.
   * @throws ConfigurationError
   */
  plan(misbehaviour: Misbehaviour): () => void {
    const issues = this.#issuesOf(misbehaviour);
    if (issues.length > 0) throw new ConfigurationError(issues);
    const planned: Planned = { misbehaviour: { ...misbehaviour }, left: misbehaviour.times ?? 1 };
    this.#planned.add(planned);
    return () => {
      this.#planned.delete(planned);
    };
  }

  /** What is to go wrong with this request to the operation. */
  takeForOperation(name: string): OperationMisbehaviour | undefined {
    for (const planned of this.#planned) {
      const { misbehaviour } = planned;
      if ('operation' in misbehaviour && misbehaviour.operation === name) {
        this.#use(planned);
        return misbehaviour;
      }
    }
    return undefined;
  }

  /** What is to go wrong with this notification as a whole, or with one sending of it. */
  takeForNotification(
    name: NotificationName,
    scope: 'event' | 'attempt',
  ): NotificationMisbehaviour | undefined {
    for (const planned of this.#planned) {
      const { misbehaviour } = planned;
      if (
        'notification' in misbehaviour &&
        misbehaviour.notification === name &&
        NOTIFICATION_FAULTS[misbehaviour.fault] === scope
      ) {
        this.#use(planned);
        return misbehaviour;
      }
    }
    return undefined;
  }

  #use(planned: Planned): void {
    planned.left -= 1;
    if (planned.left <= 0) this.#planned.delete(planned);
  }

  #issuesOf(misbehaviour: Misbehaviour): Issue[] {
    const issues: Issue[] = [];
    const invalid = (path: string, message: string) => issues.push({ path, code: 'invalid_value', message });
    const { fault, times = 1 } = misbehaviour;
    if (!(times > 0 && (Number.isInteger(times) || times === Number.POSITIVE_INFINITY))) {
      invalid('times', 'must be a positive whole number or Infinity');
    }
    if ('operation' in misbehaviour) {
      const target = this.#targets.get(misbehaviour.operation);
      if (target === undefined) invalid('operation', 'is not served by the sandbox');
      else issues.push(...operationIssues(misbehaviour, target));
    } else {
      if (!Object.hasOwn(NOTIFICATIONS, misbehaviour.notification)) invalid('notification', 'is not known');
      if (!Object.hasOwn(NOTIFICATION_FAULTS, fault)) invalid('fault', 'is no fault of a notification');
    }
    if (misbehaviour.fault === 'delay') {
      const { delaySeconds = 0 } = misbehaviour;
      if (!(delaySeconds >= 0 && delaySeconds <= 86_400)) invalid('delaySeconds', 'must be from 0 to 86400');
    }
    return issues;
  }
}

function operationIssues(misbehaviour: OperationMisbehaviour, { wire, definition }: Target): Issue[] {
  const { fault } = misbehaviour;
  const issue = (path: string, message: string): Issue => ({ path, code: 'invalid_value', message });
  const where = Object.hasOwn(OPERATION_FAULTS, fault) ? OPERATION_FAULTS[fault] : undefined;
  if (where !== 'any' && where !== wire) return [issue('fault', 'is no fault of this operation')];
  if (REPLY_FLAWS.has(fault) && Object.keys(definition.reply).length === 0) {
    return [issue('fault', 'is no fault of this operation, which is answered with a page')];
  }
  if (fault === 'another-order' && numberIn(definition, definition.reply) === undefined) {
    return [issue('fault', 'is no fault of this operation, whose reply names no order')];
  }
  if (fault !== 'refuse') return [];
  const message = refusalIssue(misbehaviour.code, wire, definition);
  return message === undefined ? [] : [issue('code', message)];
}

/** What `delay` means unless said otherwise, in seconds. */
export const DELAY_SECONDS = 20;
