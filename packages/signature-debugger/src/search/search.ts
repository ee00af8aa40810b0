import type { Family, Mistake, Variant } from '../mistakes/mistake.ts';
import type { MistakeId } from '../types/diagnosis.ts';
import type { Budget } from './budget.ts';
import { type Calculated, type CalculatedSingle, Calculator } from './calculator.ts';
import type { FoundSignature } from './found-signature.ts';
import type { SearchMessage } from './message.ts';
import { isOpening, stagesOf, withSettings } from './stages.ts';

/** One mistake, made in one way. */
export interface Single {
  readonly mistake: Mistake;
  readonly variant: Variant;
}

/** What leads to the signature that was found. */
export interface Hit {
  /** One or two; none where only the way it is written is wrong. */
  readonly singles: readonly Single[];
  /** How the signature is written wrongly, besides. */
  readonly signature: readonly MistakeId[];
  readonly cost: number;
  /** What was signed, before the key was appended. */
  readonly text: string;
}

export interface SearchResult {
  /** Cheapest first. */
  readonly hits: readonly Hit[];
  readonly isComplete: boolean;
  /** Ways that change this message, by family. */
  readonly counts: ReadonlyMap<Family, number>;
}

interface Candidate extends CalculatedSingle, Single {
  readonly cost: number;
  /** Whether it changes this message by itself. */
  readonly isEffective: boolean;
}

/** That two mistakes come together is less likely than either. */
const PAIR_COST = 2;
/** After the first pair that fits, pairs that cost so much more are looked at, for what else it may be. */
const FURTHER = 1;
/** Of so many pairs that fit. */
const MOST_EQUIVALENT = 3;

/** Looks for the mistakes that lead to a signature: single ones, then pairs, cheapest first. */
export class Search {
  readonly #message: SearchMessage;
  readonly #found: FoundSignature;
  readonly #budget: Budget;
  readonly #calculator = new Calculator();
  readonly #right: CalculatedSingle;
  readonly #hits: Hit[] = [];
  readonly #counts = new Map<Family, number>();

  constructor(message: SearchMessage, found: FoundSignature, budget: Budget) {
    this.#message = message;
    this.#found = found;
    this.#budget = budget;
    this.#right = this.#calculator.single(message.base, 0);
  }

  async run(families: readonly Family[], withPairs = true): Promise<SearchResult> {
    this.#compare(this.#right, [], 0);
    const mistakes = families.flatMap((family) => family.mistakes.map((mistake) => ({ family, mistake })));
    const candidates: Candidate[] = [];
    const alone: typeof mistakes = [];
    for (const one of mistakes) {
      if (one.mistake.isAlone === true) alone.push(one);
      else candidates.push(...(await this.#trySingle(one.family, one.mistake)));
    }
    alone.sort((one, other) => one.mistake.cost - other.mistake.cost);
    const tryAlone = async (cost: number) => {
      for (let next = alone[0]; next !== undefined && next.mistake.cost <= cost; next = alone[0]) {
        alone.shift();
        if (this.#hits.length === 0 && !this.#budget.isSpent)
          await this.#trySingle(next.family, next.mistake);
      }
    };
    for (const { low, high, cost } of costsOfPairs(withPairs ? distinct(candidates) : [])) {
      await tryAlone(cost);
      if (this.#budget.isSpent || cost > this.#costLimit()) break;
      await this.#tryPairs(low, high, cost);
    }
    await tryAlone(Number.POSITIVE_INFINITY);
    this.#addEquivalents(candidates);
    return {
      hits: this.#hits.toSorted((one, other) => one.cost - other.cost),
      isComplete: !this.#budget.isSpent,
      counts: this.#counts,
    };
  }

  /** Every way to make one mistake. Gives those that may be half of a pair. */
  async #trySingle(family: Family, mistake: Mistake): Promise<Candidate[]> {
    const candidates: Candidate[] = [];
    for (const variant of mistake.variants(this.#message)) {
      const candidate = this.#candidate(mistake, variant);
      const turn = this.#budget.spend();
      if (turn !== undefined) await turn;
      if (this.#budget.isSpent) break;
      if (candidate === undefined) continue;
      const isNew = mistake.isAlone !== true && !candidates.some((other) => isSame(other, candidate));
      if (isNew) candidates.push(candidate);
      if (!candidate.isEffective) continue;
      this.#counts.set(family, (this.#counts.get(family) ?? 0) + 1);
      this.#compare(candidate, [candidate], candidate.cost);
    }
    return candidates;
  }

  async #tryPairs(low: readonly Candidate[], high: readonly Candidate[], cost: number): Promise<void> {
    for (const [index, one] of low.entries()) {
      for (let at = low === high ? index + 1 : 0; at < high.length; at++) {
        const other = high[at] as Candidate;
        if (!this.#mayCombine(one, other)) continue;
        const pair = attempt(() => this.#calculator.pair(one, other));
        if (pair !== undefined && !isSame(pair, one) && !isSame(pair, other)) {
          this.#compare(pair, [one, other], cost);
        }
        const turn = this.#budget.spend();
        if (turn !== undefined) await turn;
        if (this.#budget.isSpent) return;
      }
    }
  }

  /** Pairs in which a mistake is replaced by one that does the same to this message, however unlikely. */
  #addEquivalents(candidates: readonly Candidate[]): void {
    for (const hit of this.#hits.slice(0, MOST_EQUIVALENT)) {
      const [one, other] = hit.singles as readonly Candidate[];
      if (one === undefined || other === undefined) continue;
      for (const [kept, replaced] of [[one, other] as const, [other, one] as const]) {
        for (const candidate of candidates) {
          if (candidate === replaced || !isSame(candidate, replaced) || !this.#mayCombine(kept, candidate))
            continue;
          const pair = attempt(() => this.#calculator.pair(kept, candidate));
          const cost = kept.cost + candidate.cost + PAIR_COST;
          if (pair !== undefined) this.#compare(pair, [kept, candidate], cost);
        }
      }
    }
  }

  /** What is worth looking at, with what was found so far. */
  #costLimit(): number {
    let limit = Number.POSITIVE_INFINITY;
    for (const { singles, cost } of this.#hits) {
      limit = Math.min(limit, singles.length === 2 ? cost + FURTHER : cost - 1);
    }
    return limit;
  }

  #mayCombine(one: Candidate, other: Candidate): boolean {
    if ((one.stages & other.stages) !== 0) return false;
    if (!one.isEffective && !isOpening(other.stages)) return false;
    if (!other.isEffective && !isOpening(one.stages)) return false;
    const { digest } = this.#message.base;
    return this.#found.admits((one.plan.digest === digest ? other : one).plan.digest.hexLength);
  }

  #candidate(mistake: Mistake, variant: Variant): Candidate | undefined {
    const plan = withSettings(this.#message.base, variant.set);
    const calculated = attempt(() => this.#calculator.single(plan, stagesOf(variant.set)));
    if (calculated === undefined) return undefined;
    const cost = mistake.cost + (variant.extra ?? 0);
    return { ...calculated, mistake, variant, cost, isEffective: !isSame(calculated, this.#right) };
  }

  /** Digests, and keeps what leads to the signature. */
  #compare(calculated: Calculated, singles: readonly Single[], cost: number): void {
    if (!this.#found.admits(calculated.plan.digest.hexLength)) return;
    const hex = attempt(() => digestOf(calculated));
    const signature = hex === undefined ? undefined : this.#found.match(hex);
    if (signature !== undefined) this.#hits.push({ singles, signature, cost, text: calculated.text });
  }
}

/** Of candidates that do the same to this message, the cheapest; those that do nothing by themselves are all kept. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const kept = new Map<string, Candidate[]>();
  const cheapestFirst = candidates.toSorted((one, other) => one.cost - other.cost);
  return cheapestFirst.filter((candidate) => {
    const sameInput = kept.get(candidate.input) ?? [];
    const isNew = !candidate.isEffective || !sameInput.some((other) => isSame(other, candidate));
    if (isNew) kept.set(candidate.input, [...sameInput, candidate]);
    return isNew;
  });
}

interface CostOfPairs {
  readonly low: readonly Candidate[];
  readonly high: readonly Candidate[];
  readonly cost: number;
}

/** Which candidates make pairs of which cost, cheapest first. */
function* costsOfPairs(candidates: readonly Candidate[]): Iterable<CostOfPairs> {
  const highest = Math.max(0, ...candidates.map(({ cost }) => cost));
  const byCost = Array.from({ length: highest + 1 }, (_none, at) =>
    candidates.filter(({ cost }) => cost === at),
  );
  for (let sum = 2; sum <= 2 * highest; sum++) {
    for (let low = Math.max(1, sum - highest); 2 * low <= sum; low++) {
      yield { low: byCost[low] ?? [], high: byCost[sum - low] ?? [], cost: sum + PAIR_COST };
    }
  }
}

export function digestOf({ plan, input }: Calculated): string | undefined {
  const { charset, digest, key } = plan;
  if (charset === undefined) return digest.ofText(input, key);
  const bytes = charset(input);
  return bytes === undefined ? undefined : digest.ofBytes(bytes, key);
}

/** Whether the same bytes are digested in the same way. */
function isSame(one: Calculated, other: Calculated): boolean {
  return (
    one.input === other.input &&
    one.plan.digest === other.plan.digest &&
    one.plan.charset === other.plan.charset &&
    (one.plan.key === other.plan.key || !one.plan.digest.isKeyed)
  );
}

/** What a mistake makes of a message may have no form: half of a surrogate pair, for one. Then it was not made. */
function attempt<Result>(calculate: () => Result): Result | undefined {
  try {
    return calculate();
  } catch {
    return undefined;
  }
}
