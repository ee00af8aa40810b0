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
  fail(): void;
}

/** An order that somebody at the platform can give back. */
export interface PaidOrder {
  /** @returns whether the merchant had the money. */
  refund(): boolean;
}

/** The orders of one product, seen from outside. */
export interface Ledger {
  /** A snapshot of each, oldest first. */
  records(): OrderRecord[];
  /** Those that are not settled yet and have this number, the merchant's or the platform's. */
  openOrders(number: string): OpenOrder[];
  /** Those that were paid and have this number; none where nothing is ever given back. */
  paidOrders(number: string): PaidOrder[];
}

/** What a product does about its orders. */
export interface OrderPolicy<O extends Order> {
  /** What is said of an order that somebody outside has let fail. */
  readonly declined: Failure;
  /** An order was paid or has failed. */
  readonly onSettled?: (order: O) => void;
  /** Takes what was paid for an order from the merchant; `false` where there is not enough. */
  readonly takeBack?: (order: O) => boolean;
}

/** How many of its most recent orders a product remembers. */
const CAPACITY = 10_000;

/** The orders of one product. */
export class OrderBook<O extends Order = Order> implements Ledger {
  readonly #product: ProductName;
  readonly #byNumber = new Map<string, O>();
  readonly #byPlatformNumber = new Map<string, O>();
  readonly #now: () => Date;
  readonly #policy: OrderPolicy<O>;

  constructor(product: ProductName, now: () => Date, policy: OrderPolicy<O>) {
    this.#product = product;
    this.#now = now;
    this.#policy = policy;
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
    this.#policy.onSettled?.(order);
  }

  /** Fails an order, unless it is settled already. */
  fail(order: O, failure: Failure): void {
    if (!isOpen(order)) return;
    order.state = 'failed';
    order.failure = failure;
    this.#policy.onSettled?.(order);
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
    return this.#numbered(number)
      .filter(isOpen)
      .map((order) => ({
        settle: () => this.settle(order),
        fail: () => this.fail(order, this.#policy.declined),
      }));
  }

  paidOrders(number: string): PaidOrder[] {
    const { takeBack } = this.#policy;
    if (takeBack === undefined) return [];
    return this.#numbered(number)
      .filter(({ state }) => state === 'paid')
      .map((order) => ({
        refund: () => {
          const isTaken = takeBack(order);
          if (isTaken) order.state = 'refunded';
          return isTaken;
        },
      }));
  }

  #numbered(number: string): O[] {
    return [...this.#byPlatformNumber.values()].filter(
      (order) => order.number === number || order.platformNumber === number,
    );
  }
}

function slot(merchant: string, number: string): string {
  return `${merchant} ${number}`;
}
