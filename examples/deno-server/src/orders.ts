export interface Order {
  readonly number: string;
  /** In fen. */
  readonly amount: number;
  readonly isPaid: boolean;
}

/** The shop's orders in Deno KV, which has stored them durably when a promise is fulfilled. */
export class Orders {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** To be awaited before the platform hears of the order: a notification must find it. */
  async place(amount: number): Promise<Order> {
    // Nobody can guess it, and it has the 32 characters that MERORDERID may have.
    const order = { number: crypto.randomUUID().replaceAll('-', ''), amount, isPaid: false };
    await this.#kv.set(['orders', order.number], order);
    return order;
  }

  async find(number: string): Promise<Order | undefined> {
    const { value } = await this.#kv.get<Order>(['orders', number]);
    return value ?? undefined;
  }

  /**
   * Records a payment. Any number of times, also at the same time, with the same result.
   *
   * @returns whether this was the first time.
   * @throws Error where there is no such order or its amount is another: a person has to look.
   */
  async markPaid(number: string, amount: number): Promise<boolean> {
    const entry = await this.#kv.get<Order>(['orders', number]);
    const order = entry.value;
    if (order === null) throw new Error(`paid, but there is no order ${number}`);
    if (order.amount !== amount) throw new Error(`paid ${amount} fen for ${number}, not ${order.amount}`);
    if (order.isPaid) return false;
    // Only if nobody has changed the order since it was read.
    const paid = this.#kv
      .atomic()
      .check(entry)
      .set(entry.key, { ...order, isPaid: true });
    const { ok } = await paid.commit();
    return ok || (await this.markPaid(number, amount));
  }
}
