/** Candidates between two looks at the clock: few at first, then as many as take about so long. */
const FIRST_LOOK = 16;
const MOST_BETWEEN_LOOKS = 256;
const MILLISECONDS_BETWEEN_LOOKS = 2;
/** After how long the event loop has its turn: an abort must be seen, and a page stay alive. */
const TURN_MILLISECONDS = 20;
/**
 * No machine calculates more in a millisecond: where the clock says so, it stands still, as in workerd within a request, or
 * moves in great steps. There the count is the clock, as if all were calculated by the portable implementation.
 */
const MOST_PER_MILLISECOND = 1000;
const PORTABLE_PER_MILLISECOND = 50;
/** How much longer a search may go on for what has to be tried whatever the time. */
const FAR = 10;

export interface BudgetOptions {
  readonly milliseconds: number;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds from any origin. */
  readonly now?: (() => number) | undefined;
}

/** How long a search may go on. */
export class Budget {
  readonly #limit: number;
  readonly #signal: AbortSignal | undefined;
  readonly #now: () => number;
  readonly #start: number;
  #lastTurn = 0;
  #nextLook = FIRST_LOOK;
  #count = 0;
  #isSpent = false;
  #isFarSpent = false;

  /** @throws what `signal` was aborted with */
  constructor({ milliseconds, signal, now = () => performance.now() }: BudgetOptions) {
    signal?.throwIfAborted();
    this.#limit = milliseconds;
    this.#signal = signal;
    this.#now = now;
    this.#start = now();
  }

  /** Candidates that were calculated. */
  get count(): number {
    return this.#count;
  }

  get isSpent(): boolean {
    return this.#isSpent;
  }

  /** Whether the time was up long ago. */
  get isFarSpent(): boolean {
    return this.#isFarSpent;
  }

  /** Since it was made. */
  get milliseconds(): number {
    return Math.max(0, this.#now() - this.#start);
  }

  /**
   * Counts one candidate.
   *
   * @returns what to wait for before the next one, once in a while; it rejects when the signal is aborted
   */
  spend(): Promise<void> | undefined {
    this.#count++;
    if (this.#count < this.#nextLook) return undefined;
    const elapsed = this.#elapsed();
    const perLook = Math.trunc((MILLISECONDS_BETWEEN_LOOKS * this.#count) / Math.max(elapsed, 0.01));
    this.#nextLook = this.#count + Math.min(Math.max(perLook, 1), MOST_BETWEEN_LOOKS);
    if (elapsed >= this.#limit) this.#isSpent = true;
    if (elapsed >= this.#limit * FAR) this.#isFarSpent = true;
    if (elapsed - this.#lastTurn < TURN_MILLISECONDS) return undefined;
    return this.#giveWay();
  }

  #elapsed(): number {
    const elapsed = this.milliseconds;
    if (this.#count <= (elapsed + 1) * MOST_PER_MILLISECOND) return elapsed;
    return Math.max(elapsed, this.#count / PORTABLE_PER_MILLISECOND);
  }

  async #giveWay(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#signal?.throwIfAborted();
    this.#lastTurn = this.#elapsed();
  }
}
