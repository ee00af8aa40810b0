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
  readonly #fingerprints = new Map<string, string>();

  /** @throws RequestError `order_number_reused` */
  claim(operation: Operation, fields: WireFields): void {
    if (operation.role !== 'create' || operation.orderField === undefined) return;
    const number = fields[operation.orderField];
    if (number === undefined) return;
    const fingerprint = hmacSha256Hex(parametersOf(operation, fields), this.#key);
    const before = this.#fingerprints.get(number);
    if (before !== undefined && !timingSafeEqual(before, fingerprint)) {
      const message = 'was sent before with other parameters: use a new order number';
      throw new RequestError(
        operation.name,
        [{ path: operation.orderField, code: 'conflict', message }],
        'order_number_reused',
      );
    }
    this.#fingerprints.delete(number);
    this.#fingerprints.set(number, fingerprint);
    if (this.#fingerprints.size > CAPACITY) {
      const oldest = this.#fingerprints.keys().next();
      if (oldest.done !== true) this.#fingerprints.delete(oldest.value);
    }
  }
}

/** What makes up the order, unambiguously. A nonce and a request time differ each time and are no part of it. */
function parametersOf(operation: Operation, fields: WireFields): string {
  const table = allRequestFields(operation.request);
  const parameters = Object.entries(fields).filter(([name]) => table[name]?.use !== 'filled');
  return JSON.stringify([operation.name, parameters]);
}
