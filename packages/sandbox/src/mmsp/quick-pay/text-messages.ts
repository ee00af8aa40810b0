import { quickPay } from '@yinjian/mmsp';
import type { World } from '../../internal/world.ts';
import { SMS_CODE_ATTEMPTS } from '../../magic-values.ts';

/** A code that was sent for something that is not an order yet. */
export interface TextMessage {
  /** What it was sent for: operation, merchant and number, and the parameters that must stay the same. */
  readonly purpose: string;
  readonly parameters: string;
  readonly platformNumber: string;
  code: string;
  sentAt: Date;
  wrongCodes: number;
  /** What it has bound. */
  bindId?: string;
}

/** Not more often than the document allows [M] 快捷 5.11.1. */
export function isTooSoon(sentAt: Date, { now, options }: World): boolean {
  return now().getTime() - sentAt.getTime() < quickPay.SMS_RESEND_SECONDS * 1000 * options.timeScale;
}

/** How many of the most recent codes are remembered. */
const CAPACITY = 10_000;

/** The codes for bindings, and for payments with a bound card. */
export class TextMessages {
  readonly #world: World;
  readonly #byPurpose = new Map<string, TextMessage>();

  constructor(world: World) {
    this.#world = world;
  }

  find(purpose: string): TextMessage | undefined {
    return this.#byPurpose.get(purpose);
  }

  /** The code behind a `LIST_ID`. */
  codeOf(platformNumber: string): string | undefined {
    return [...this.#byPurpose.values()].find((sent) => sent.platformNumber === platformNumber)?.code;
  }

  /** Sends a code, or another one. */
  send(purpose: string, parameters: string): TextMessage | 'too-soon' | 'other-parameters' {
    const { now, random, nextNumber } = this.#world;
    const sent = this.#byPurpose.get(purpose);
    if (sent !== undefined) {
      if (sent.parameters !== parameters) return 'other-parameters';
      if (isTooSoon(sent.sentAt, this.#world)) return 'too-soon';
      sent.code = random.digits(6);
      sent.sentAt = now();
      return sent;
    }
    const message: TextMessage = {
      purpose,
      parameters,
      platformNumber: String(100_000_000_000 + nextNumber()),
      code: random.digits(6),
      sentAt: now(),
      wrongCodes: 0,
    };
    this.#byPurpose.set(purpose, message);
    if (this.#byPurpose.size > CAPACITY) {
      const [oldest] = this.#byPurpose.keys();
      if (oldest !== undefined) this.#byPurpose.delete(oldest);
    }
    return message;
  }
}

/** Whether it is the code; after too many wrong ones not even the right code is. */
export function checkCode(message: TextMessage, code: string): 'right' | 'wrong' | 'closed' {
  if (message.wrongCodes >= SMS_CODE_ATTEMPTS) return 'closed';
  if (message.code === code) return 'right';
  message.wrongCodes += 1;
  return 'wrong';
}
