import type { OrderRecord, OrderState, ProductName } from '../order-record.ts';

/** Why an order failed, in the platform's own code and words. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** An order as an operation keeps it. */
export interface Order<Fields = object> {
  /** Under whose numbers it stands. */
  readonly merchant: string;
  /** The merchant's number. */
  readonly number: string;
  readonly platformNumber: string;
  /** In fen. */
  readonly amount: number;
  /** The request that created it. */
  readonly fields: Fields;
  readonly placedAt: Date;
  state: OrderState;
  paidAt?: Date;
  failure?: Failure;
}

/** An order that can still become anything. */
export function isOpen(order: Order): boolean {
  return order.state === 'placed' || order.state === 'in-review' || order.state === 'in-progress';
}

/** An order that somebody outside can decide about. */
export interface OpenOrder {
  settle(): void;
  fail(failure: Failure): void;
}

/** The orders of one product, seen from outside. */
export interface Ledger {
  /** A snapshot of each, oldest first. */
  records(): OrderRecord[];
  /** Those that are not settled yet and have this number, the merchant's or the platform's. */
  openOrders(number: string): OpenOrder[];
}

/** How many of its most recent orders a product remembers. */
const CAPACITY = 10_000;

/** The orders of one product. */
export class OrderBook<O extends Order = Order> implements Ledger {
  readonly #product: ProductName;
  readonly #byNumber = new Map<string, O>();
  readonly #byPlatformNumber = new Map<string, O>();
  readonly #now: () => Date;
  readonly #onSettled: (order: O) => void;

  /** @param onSettled called when an order was paid or has failed. */
  constructor(product: ProductName, now: () => Date, onSettled: (order: O) => void = () => undefined) {
    this.#product = product;
    this.#now = now;
    this.#onSettled = onSettled;
  }

  find(merchant: string, number: string): O | undefined {
    return this.#byNumber.get(slot(merchant, number));
  }

  findByPlatformNumber(merchant: string, platformNumber: string): O | undefined {
    const order = this.#byPlatformNumber.get(platformNumber);
    return order?.merchant === merchant ? order : undefined;
  }

  /** Every order of a merchant, oldest first. */
  all(merchant: string): O[] {
    return [...this.#byPlatformNumber.values()].filter((order) => order.merchant === merchant);
  }

  /** Whoever the merchant is: for those who stand outside. */
  get(platformNumber: string): O | undefined {
    return this.#byPlatformNumber.get(platformNumber);
  }

  add(order: O): void {
    this.#byNumber.set(slot(order.merchant, order.number), order);
    this.#byPlatformNumber.set(order.platformNumber, order);
    if (this.#byPlatformNumber.size <= CAPACITY) return;
    const [oldest] = this.#byPlatformNumber.values();
    if (oldest === undefined) return;
    this.#byPlatformNumber.delete(oldest.platformNumber);
    this.#byNumber.delete(slot(oldest.merchant, oldest.number));
  }

  /** Pays an order, unless it is settled already. */
  settle(order: O): void {
    if (!isOpen(order)) return;
    order.state = 'paid';
    order.paidAt = this.#now();
    this.#onSettled(order);
  }

  /** Fails an order, unless it is settled already. */
  fail(order: O, failure: Failure): void {
    if (!isOpen(order)) return;
    order.state = 'failed';
    order.failure = failure;
    this.#onSettled(order);
  }

  records(): OrderRecord[] {
    return [...this.#byPlatformNumber.values()].map(
      ({ number, platformNumber, amount, state, placedAt, paidAt }) => ({
        product: this.#product,
        number,
        platformNumber,
        amount,
        state,
        placedAt,
        ...(paidAt === undefined ? {} : { paidAt }),
      }),
    );
  }

  openOrders(number: string): OpenOrder[] {
    return [...this.#byPlatformNumber.values()]
      .filter((order) => isOpen(order) && (order.number === number || order.platformNumber === number))
      .map((order) => ({
        settle: () => this.settle(order),
        fail: (failure) => this.fail(order, failure),
      }));
  }
}

function slot(merchant: string, number: string): string {
  return `${merchant} ${number}`;
}
