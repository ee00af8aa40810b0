import { hmacSha256Hex, randomNonce, timingSafeEqual } from '@yinjian/crypto-webcrypto';
import { RequestError } from '../errors.ts';
import type { Operation } from '../operation.ts';
import { allRequestFields } from '../redact.ts';
import type { WireFields } from '../request-fields.ts';

/** How many of the most recent orders a client remembers. */
const CAPACITY = 10_000;

/**
 * Keeps one client from sending an order number twice with different parameters, which a platform may execute as a
 * second payment or refuse in a way that looks like a failure. Another operation or another sub-merchant is another
 * parameter too. It knows what this client has sent, nothing more: across processes the merchant's own database has
 * to keep numbers unique.
 */
export class OrderMemory {
  /** Keyed with a random key, so that the fingerprints say nothing about the card data that went into them. */
  readonly #key = randomNonce();
  readonly #orders = new Map<string, SentOrder>();

  /**
   * Call before sending.
   *
   * @param mayBeRepeat Whether the caller says that the order may have been sent before.
   * @throws RequestError `order_number_reused`, `not_repeatable`
   */
  claim(operation: Operation, fields: WireFields, mayBeRepeat = false): Claim {
    const { role, orderField } = operation;
    const value = orderField === undefined ? undefined : fields[orderField];
    if (role !== 'create' || orderField === undefined || value === undefined) {
      return { isRepeat: mayBeRepeat, failed: () => {}, refused: () => {} };
    }
    const number = numberOf(orderField, value);
    const fingerprint = hmacSha256Hex(parametersOf(operation, fields), this.#key);
    const before = this.#orders.get(number);
    if (before !== undefined && !timingSafeEqual(before.fingerprint, fingerprint)) {
      const message =
        'was sent before with other parameters: repeat exactly what was sent, or query; ' +
        'use a new number only once this order is known to have failed';
      throw new RequestError(
        operation.name,
        [{ path: orderField, code: 'conflict', message }],
        'order_number_reused',
      );
    }
    const isRepeat = mayBeRepeat || before?.mayHaveHappened === true;
    if (isRepeat && operation.repeatable === false) {
      const message = 'was sent before and may have been executed; a repeat may be executed again: query';
      throw new RequestError(
        operation.name,
        [{ path: orderField, code: 'conflict', message }],
        'not_repeatable',
      );
    }
    const sent: SentOrder = {
      operation: operation.name,
      fingerprint,
      mayHaveHappened: true,
      wasRefused: false,
    };
    this.#orders.delete(number);
    this.#orders.set(number, sent);
    if (this.#orders.size > CAPACITY) {
      const oldest = this.#orders.keys().next();
      if (oldest.done !== true) this.#orders.delete(oldest.value);
    }
    return {
      isRepeat,
      failed: () => {
        sent.mayHaveHappened = isRepeat;
      },
      refused: () => {
        sent.wasRefused = !mayBeRepeat && before?.wasRefused !== false;
      },
    };
  }

  /** What was sent under the number that a question names. */
  find({ orderField }: Pick<Operation, 'orderField'>, fields: WireFields): RememberedOrder | undefined {
    const value = orderField === undefined ? undefined : fields[orderField];
    return orderField === undefined || value === undefined
      ? undefined
      : this.#orders.get(numberOf(orderField, value));
  }
}

/** A refund may have the number of its order. */
function numberOf(orderField: string, value: string): string {
  return `${orderField} ${value}`;
}

/** What a client knows of an order that it has sent. */
export interface RememberedOrder {
  /** The operation that placed it, by name. */
  readonly operation: string;
  /** Every attempt was answered with a refusal, signed or not. */
  readonly wasRefused: boolean;
}

interface SentOrder extends RememberedOrder {
  readonly fingerprint: string;
  /** Not known to have failed. */
  mayHaveHappened: boolean;
  wasRefused: boolean;
}

/** What the memory knows of the order that is about to be sent. */
export interface Claim {
  /** It was sent before and is not known to have failed. What is said of the repeat is not said of the first. */
  readonly isRepeat: boolean;
  /** Tells the memory that the platform refused, and signed for it. */
  readonly failed: () => void;
  /** Tells the memory that a refusal came back, whoever sent it. */
  readonly refused: () => void;
}

/** What makes up the order, unambiguously. A nonce, a request time and a code differ each time and are no part of it. */
function parametersOf(operation: Operation, fields: WireFields): string {
  const table = allRequestFields(operation.request);
  const parameters = Object.entries(fields).filter(
    ([name]) => table[name]?.use !== 'filled' && table[name]?.perAttempt !== true,
  );
  return JSON.stringify([operation.name, parameters]);
}
