import type { Title } from '@yinjian/provider-kit';
import type { SearchMessage } from '../search/message.ts';
import type { Plan } from '../search/plan.ts';

/** One way to get a signature wrong. */
export interface Mistake<Id extends string = string> {
  /** `family.mistake`. */
  readonly id: Id;
  /**
   * How unlikely it is: 1 everyday, 2 common, 3 occurs, 4 seldom, 5 far-fetched. Of what leads to the same signature the
   * cheapest is named, and the time goes to the cheapest first.
   */
  readonly cost: number;
  /** What is wrong. `{field}` and `{detail}` stand for what the variant says. */
  readonly title: Title;
  /** What to do about it, with the same placeholders. */
  readonly fix: Title;
  /** The ways in which it can be made with a message. */
  readonly variants: (message: SearchMessage) => Iterable<Variant>;
  /** Too many variants, or too unlikely, to be tried together with another mistake. */
  readonly isAlone?: boolean;
}

export interface Variant {
  /** The settings that it replaces. */
  readonly set: Partial<Plan>;
  /** Those that it is about, by path; none where it is about the message. */
  readonly fields?: readonly string[];
  readonly detail?: Title;
  /** What it costs beyond the mistake. */
  readonly extra?: number;
}

/** Mistakes of one kind. */
export interface Family<Id extends string = string> {
  readonly id: string;
  readonly title: Title;
  readonly mistakes: readonly Mistake<Id>[];
  /** Why this runtime cannot try it, where it cannot. */
  readonly missing?: () => Title | undefined;
}

/** Keeps the names of the mistakes in its type. */
export function defineFamily<const Id extends string>(family: Family<Id>): Family<Id> {
  return family;
}

/** The names of the mistakes of some families. */
export type IdOf<Of extends Family> = Of extends Family<infer Id> ? Id : never;

/** Marks all but the first of some variants as less likely. */
export function usually(count: number, variants: readonly Variant[], extra = 2): Variant[] {
  return variants.map((variant, index) =>
    index < count ? variant : { ...variant, extra: (variant.extra ?? 0) + extra },
  );
}

/** A mistake that is made in one way. */
export function always(set: Partial<Plan>): Mistake['variants'] {
  return () => [{ set }];
}
