import type { Scheduler } from '../internal/scheduler.ts';

/** From a payment until its money can be paid out, in seconds: the next working day at 16 o'clock, in the sandbox. */
const SETTLEMENT_SECONDS = 10;

/** The merchant's money at MMSP, in fen, as 账户余额查询 tells it [M] 代付 5.3.3. Nothing in it ever falls below 0. */
export class Account {
  readonly #scheduler: Pick<Scheduler, 'after'>;
  #unsettled = 0;
  #available: number;
  #frozen = 0;

  constructor(available: number, scheduler: Pick<Scheduler, 'after'>) {
    this.#available = available;
    this.#scheduler = scheduler;
  }

  /** 待清算金额: what payers have paid and cannot be paid out yet. */
  get unsettled(): number {
    return this.#unsettled;
  }

  /** 余额代付可用金额. */
  get available(): number {
    return this.#available;
  }

  /** 冻结余额: what is under way. */
  get frozen(): number {
    return this.#frozen;
  }

  /** A payer has paid. */
  collect(amount: number): void {
    this.#unsettled += amount;
    this.#scheduler.after(SETTLEMENT_SECONDS, () => {
      // Some of it may have been taken back meanwhile.
      const settled = Math.min(amount, this.#unsettled);
      this.#unsettled -= settled;
      this.#available += settled;
    });
  }

  /** Gives a payer back what was paid, where there is enough: first of what is not settled. */
  takeBack(amount: number): boolean {
    if (amount > this.#unsettled + this.#available) return false;
    const unsettled = Math.min(amount, this.#unsettled);
    this.#unsettled -= unsettled;
    this.#available -= amount - unsettled;
    return true;
  }

  /** Sets money aside for a payout, where there is enough. */
  freeze(amount: number): boolean {
    if (amount > this.#available) return false;
    this.#available -= amount;
    this.#frozen += amount;
    return true;
  }

  /** The payout has reached the payee. */
  deduct(amount: number): void {
    this.#frozen -= amount;
  }

  /** It has not. */
  release(amount: number): void {
    this.#frozen -= amount;
    this.#available += amount;
  }
}
