import { DurableObject } from 'cloudflare:workers';

/**
 * One order: there is one object for each number, wherever in the world the requests arrive, and it does one thing at a
 * time. What it answers leaves it only when everything it has written is stored.
 */
export class Order extends DurableObject {
  /** To be called before the platform hears of the order: a notification must find it. `amount` in fen. */
  async place(amount: number): Promise<void> {
    const placed = await this.ctx.storage.get<number>('amount');
    if (placed !== undefined && placed !== amount) throw new Error(`placed over ${placed} fen before`);
    await this.ctx.storage.put('amount', amount);
  }

  /**
   * Records a payment. Any number of times, with the same result.
   *
   * @returns whether this was the first time.
   * @throws Error where there is no such order or its amount is another: a person has to look.
   */
  async markPaid(amount: number): Promise<boolean> {
    const placed = await this.ctx.storage.get<number>('amount');
    if (placed === undefined) throw new Error('paid, but there is no such order');
    if (placed !== amount) throw new Error(`paid ${amount} fen, not ${placed}`);
    if (await this.isPaid()) return false;
    await this.ctx.storage.put('isPaid', true);
    return true;
  }

  async isPaid(): Promise<boolean> {
    return (await this.ctx.storage.get<boolean>('isPaid')) ?? false;
  }
}
