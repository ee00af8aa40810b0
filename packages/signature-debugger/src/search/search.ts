import type { SearchedFamily, SearchedMistakeId } from '../mistakes/index.ts';
import type { Mistake, Variant } from '../mistakes/mistake.ts';
import type { SignatureMistakeId } from '../mistakes/signature.ts';
import type { Budget } from './budget.ts';
import { type Calculated, type CalculatedSingle, Calculator } from './calculator.ts';
import type { FoundSignature } from './found-signature.ts';
import type { SearchMessage } from './message.ts';
import {
  CHANGE,
  canCombine,
  composedStages,
  isAt,
  isOpening,
  isOrdered,
  stagesOf,
  withSettings,
} from './stages.ts';

/** One mistake, made in one way. */
export interface Single {
  readonly mistake: Mistake<SearchedMistakeId>;
  readonly variant: Variant;
}

/** What leads to the signature that was found. */
export interface Hit {
  /** One or two; none where only the way it is written is wrong. */
  readonly singles: readonly Single[];
  /** How the signature is written wrongly, besides. */
  readonly signature: readonly SignatureMistakeId[];
  readonly cost: number;
  /** What was signed, before the key was appended. */
  readonly text: string;
}

export interface SearchResult {
  /** Cheapest first. */
  readonly hits: readonly Hit[];
  readonly isComplete: boolean;
  /** Ways that change this message, by family. */
  readonly counts: ReadonlyMap<SearchedFamily, number>;
}

interface Candidate extends CalculatedSingle, Single {
  readonly cost: number;
  /** Whether it changes this message by itself. */
  readonly isEffective: boolean;
}

/** That two mistakes come together is less likely than either. */
const PAIR_COST = 2;
/** Whoever makes a mistake with one field soon makes it with a second. */
const TWICE_DISCOUNT = 2;
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
  readonly #counts = new Map<SearchedFamily, number>();
  readonly #candidates: Candidate[] = [];
  /** Mistakes that are tried by themselves only, cheapest first. */
  readonly #alone: { readonly family: SearchedFamily; readonly mistake: Mistake<SearchedMistakeId> }[] = [];

  constructor(message: SearchMessage, found: FoundSignature, budget: Budget) {
    this.#message = message;
    this.#found = found;
    this.#budget = budget;
    this.#right = this.#calculator.single(message.base, 0);
  }

  /** Single mistakes, then pairs. */
  async run(families: readonly SearchedFamily[]): Promise<SearchResult> {
    await this.trySingles(families);
    await this.tryPairs();
    return this.result;
  }

  /** Every mistake by itself, but for those that have many variants and are little likely. The time does not stop it. */
  async trySingles(families: readonly SearchedFamily[]): Promise<void> {
    this.#compare(this.#right, [], 0);
    for (const family of families) {
      for (const mistake of family.mistakes) {
        if (mistake.isAlone === true) this.#alone.push({ family, mistake });
        else this.#candidates.push(...(await this.#trySingle(family, mistake)));
      }
    }
    this.#alone.sort((one, other) => one.mistake.cost - other.mistake.cost);
  }

  /** Those that were left, and pairs, until the time is up or what is left is less likely than what was found. */
  async tryPairs(): Promise<void> {
    for (const { pairs, cost } of costsOfPairs(distinct(this.#candidates))) {
      await this.#tryAlone(cost);
      if (this.#budget.isSpent) break;
      if (cost <= this.#costLimit()) await this.#tryAll(pairs, cost);
    }
    await this.#tryAlone(Number.POSITIVE_INFINITY);
    this.#addEquivalents();
  }

  get result(): SearchResult {
    return {
      hits: this.#hits.toSorted((one, other) => one.cost - other.cost),
      isComplete: !this.#budget.isSpent,
      counts: this.#counts,
    };
  }

  async #tryAlone(cost: number): Promise<void> {
    for (let next = this.#alone[0]; next !== undefined && next.mistake.cost <= cost; next = this.#alone[0]) {
      if (this.#hits.length > 0 || this.#budget.isSpent) return;
      this.#alone.shift();
      await this.#trySingle(next.family, next.mistake);
    }
  }

  /** Every way to make one mistake. Gives those that may be half of a pair. */
  async #trySingle(family: SearchedFamily, mistake: Mistake<SearchedMistakeId>): Promise<Candidate[]> {
    const isAlone = mistake.isAlone === true;
    const candidates: Candidate[] = [];
    for (const variant of mistake.variants(this.#message)) {
      if (isAlone ? this.#budget.isSpent : this.#budget.isFarSpent) break;
      const candidate = this.#candidate(mistake, variant);
      const turn = this.#budget.spend();
      if (turn !== undefined) await turn;
      if (candidate === undefined) continue;
      const isNew =
        !isAlone &&
        !candidates.some((other) => other.stages === candidate.stages && isSame(other, candidate));
      if (isNew) candidates.push(candidate);
      if (!candidate.isEffective) continue;
      this.#counts.set(family, (this.#counts.get(family) ?? 0) + 1);
      this.#compare(candidate, [candidate], candidate.cost);
    }
    return candidates;
  }

  async #tryAll(pairs: Iterable<Pair>, cost: number): Promise<void> {
    for (const [one, other] of pairs) {
      if (!this.#mayCombine(one, other)) continue;
      const pair = this.#pair(one, other);
      const turn = pair === undefined ? undefined : this.#tryPair(pair, [one, other], cost);
      if (turn !== undefined) await turn;
      if (isOrdered(one.stages, other.stages)) {
        const reversed = this.#pair(other, one);
        const isNew = reversed !== undefined && (pair === undefined || !isSame(reversed, pair));
        const nextTurn = isNew ? this.#tryPair(reversed, [other, one], cost) : undefined;
        if (nextTurn !== undefined) await nextTurn;
      }
      if (this.#budget.isSpent) return;
    }
  }

  /** Both mistakes; nothing where the one leaves nothing of the other. */
  #pair(one: Candidate, other: Candidate): Calculated | undefined {
    const pair = attempt(() => this.#calculator.pair(one, other));
    return pair === undefined || isSame(pair, one) || isSame(pair, other) ? undefined : pair;
  }

  #tryPair(pair: Calculated, singles: Pair, cost: number): Promise<void> | undefined {
    this.#compare(pair, singles, cost);
    return this.#budget.spend();
  }

  /** Pairs in which a mistake is replaced by one that does the same to this message, however unlikely. */
  #addEquivalents(): void {
    for (const hit of this.#hits.slice(0, MOST_EQUIVALENT)) {
      const [one, other] = hit.singles as readonly Candidate[];
      if (one === undefined || other === undefined) continue;
      for (const [kept, replaced] of [[one, other] as const, [other, one] as const]) {
        for (const candidate of this.#candidates) {
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
    if (!canCombine(one.stages, other.stages) || changeTheSame(one, other)) return false;
    if (!one.isEffective && !isOpening(other.stages)) return false;
    if (!other.isEffective && !isOpening(one.stages)) return false;
    const { digest } = this.#message.base;
    return this.#found.admits((one.plan.digest === digest ? other : one).plan.digest.hexLength);
  }

  #candidate(mistake: Mistake<SearchedMistakeId>, variant: Variant): Candidate | undefined {
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
    const isNew = !candidate.isEffective || !sameInput.some((other) => isReplacedBy(candidate, other));
    if (isNew) kept.set(candidate.input, [...sameInput, candidate]);
    return isNew;
  });
}

/** Unless it is another way to make the same mistake, which comes to something else in a pair. */
function isReplacedBy(candidate: Candidate, other: Candidate): boolean {
  const isOtherWay = candidate.mistake === other.mistake && candidate.stages !== other.stages;
  return !isOtherWay && isSame(candidate, other);
}

type Pair = readonly [one: Candidate, other: Candidate];

interface CostOfPairs {
  readonly pairs: Iterable<Pair>;
  readonly cost: number;
}

/** From this on a mistake is seldom. */
const SELDOM = 4;

/** Which candidates make pairs of which cost, those that are worth the time most first. */
function costsOfPairs(candidates: readonly Candidate[]): CostOfPairs[] {
  const highest = Math.max(0, ...candidates.map(({ cost }) => cost));
  const byCost = Array.from({ length: highest + 1 }, (_none, at) =>
    candidates.filter(({ cost }) => cost === at),
  );
  const ranked: (CostOfPairs & { readonly rank: number })[] = [];
  for (const [sum, pairs] of madeTwice(candidates)) ranked.push({ pairs, cost: sum + PAIR_COST, rank: sum });
  for (let high = 1; high <= highest; high++) {
    for (let low = high; low >= 1; low--) {
      const pairs = pairsOf(byCost[low] ?? [], byCost[high] ?? []);
      // Of what is seldom there is the most: a pair of two that occur is found sooner.
      const rank = low + high + Math.max(0, high - SELDOM + 1);
      ranked.push({ pairs, cost: low + high + PAIR_COST, rank });
    }
  }
  return ranked.toSorted((one, other) => one.rank - other.rank);
}

/** But for those of `madeTwice`. */
function* pairsOf(low: readonly Candidate[], high: readonly Candidate[]): Iterable<Pair> {
  for (const [index, one] of low.entries()) {
    for (let at = low === high ? index + 1 : 0; at < high.length; at++) {
      const other = high[at] as Candidate;
      if (!isMadeTwice(one, other)) yield [one, other];
    }
  }
}

/** The pairs of one mistake with two fields, by the sum of their costs less the discount. */
function madeTwice(candidates: readonly Candidate[]): ReadonlyMap<number, readonly Pair[]> {
  const bySum = new Map<number, Pair[]>();
  const ofMistake = new Map<Mistake<SearchedMistakeId>, Candidate[]>();
  for (const candidate of candidates) {
    if (candidate.variant.fields === undefined) continue;
    const earlier = ofMistake.get(candidate.mistake) ?? [];
    for (const one of earlier) {
      const sum = Math.max(2, one.cost + candidate.cost - TWICE_DISCOUNT);
      const pairs = bySum.get(sum) ?? [];
      pairs.push([one, candidate]);
      bySum.set(sum, pairs);
    }
    earlier.push(candidate);
    ofMistake.set(candidate.mistake, earlier);
  }
  return bySum;
}

function isMadeTwice(one: Candidate, other: Candidate): boolean {
  return (
    one.mistake === other.mistake && one.variant.fields !== undefined && other.variant.fields !== undefined
  );
}

/** Whether the second would only take the place of the first. */
function changeTheSame(one: Candidate, other: Candidate): boolean {
  const areChanges = isAt(composedStages(one.stages, other.stages), CHANGE);
  return areChanges && one.variant.fields?.[0] === other.variant.fields?.[0];
}

export function digestOf({ plan, input, key }: Calculated): string | undefined {
  const { charset, digest } = plan;
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
    (one.key === other.key || !one.plan.digest.isKeyed)
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
