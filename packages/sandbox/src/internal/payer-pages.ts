import type { OrderState } from '../order-record.ts';
import type { RandomText } from './random-text.ts';

/** What has become of an order, as far as its payer is told. */
export type PayerPageState = OrderState | 'expired';

/** What a payer sees and may decide. */
export interface PayerPage {
  /** Whose page it plays. */
  readonly heading: string;
  /** What is shown of the order: a name in both languages, and the value. */
  readonly rows: readonly (readonly [name: string, value: string])[];
  state(): PayerPageState;
  confirm(): void;
  decline(): void;
  /** Where the browser goes once the payer has decided; nowhere where there is no such place. */
  returnUrl(): string | undefined;
}

/** How many of the most recent pages can still be opened. */
const CAPACITY = 10_000;

/** The pages on which a browser pays. Their addresses cannot be guessed, so no other page can post to them. */
export class PayerPages {
  readonly #origin: () => string;
  readonly #random: RandomText;
  readonly #pages = new Map<string, PayerPage>();
  #opened = 0;

  constructor(origin: () => string, random: RandomText) {
    this.#origin = origin;
    this.#random = random;
  }

  /**
   * @returns the address of the page. On whichever IP address the sandbox listens, it is not longer than the 100 characters
   * of scan pay's `URL` [M] 扫码 5.1.
   */
  open(page: PayerPage): string {
    // Numbered, because a source of random numbers that repeats itself must not lead to somebody else's page.
    const token = `${this.#random.nonce(24)}${++this.#opened}`;
    this.#pages.set(token, page);
    if (this.#pages.size > CAPACITY) {
      const [oldest] = this.#pages.keys();
      if (oldest !== undefined) this.#pages.delete(oldest);
    }
    return `${this.#origin()}${PAYER_PAGE_PATH}${token}`;
  }

  find(token: string): PayerPage | undefined {
    return this.#pages.get(token);
  }
}

export const PAYER_PAGE_PATH = '/payer/';
