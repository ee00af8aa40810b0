/** Who is bound, and to which card. */
export interface BoundCard {
  readonly USER_ID: string;
  readonly CARDNO: string;
  readonly CARDTYPE: string;
  readonly NAME: string;
  readonly ID_NO: string;
  readonly PHONENO: string;
  readonly EXPDATE?: string;
  readonly CVN2?: string;
}

export interface Binding {
  readonly merchant: string;
  readonly id: string;
  /** `LIST_ID` of what it was bound with. */
  readonly platformNumber: string;
  readonly card: BoundCard;
  /** A card that is bound by a payment is not bound before it has been paid [M] 快捷 4.1.1. */
  readonly isBound: () => boolean;
}

/** How many of the most recent bindings are remembered. */
const CAPACITY = 10_000;

/** The cards that are bound to users. */
export class Bindings {
  readonly #byId = new Map<string, Binding>();

  add(binding: Binding): void {
    this.#byId.set(binding.id, binding);
    if (this.#byId.size <= CAPACITY) return;
    const [oldest] = this.#byId.keys();
    if (oldest !== undefined) this.#byId.delete(oldest);
  }

  find(merchant: string, id: string): Binding | undefined {
    const binding = this.#byId.get(id);
    return binding?.merchant === merchant && binding.isBound() ? binding : undefined;
  }

  remove({ id }: Binding): void {
    this.#byId.delete(id);
  }
}
