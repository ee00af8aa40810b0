import { type Edit, type Plan, type Rewrite, unchanged } from './plan.ts';
import {
  APPEND,
  CHANGE,
  combined,
  composedStages,
  FIELDS,
  FRAME,
  firstStage,
  isAt,
  KEY_FORM,
  NESTING,
  ORDER,
  SCOPE,
  setsKey,
  setsStyle,
  VALUES,
  WRAP,
  WRITE,
} from './stages.ts';
import type { Member, Members } from './value.ts';

/** A plan, carried out. */
export interface Calculated {
  readonly plan: Plan;
  /** The stages in which it differs from the correct one, as bits. */
  readonly stages: number;
  /** What is signed, before the key is appended. */
  readonly text: string;
  /** The key as it is used. */
  readonly key: string;
  /** What is digested. */
  readonly input: string;
}

/** A plan with one mistake, carried out, with all that another mistake can be joined to. */
export interface CalculatedSingle extends Calculated {
  /** The fields after each stage up to the order. */
  readonly lists: readonly Members[];
  readonly style: StyleTexts;
  /** The text before its frame. */
  readonly unframed: string;
}

/** The texts of fields in one style. */
type StyleTexts = Map<Member, string>;

/**
 * Carries plans out. Of two mistakes the second starts from where the first has come to, and the text of a field in a style
 * is made once: most pairs cost little more than their digest.
 */
export class Calculator {
  readonly #styles = new Map<string, StyleTexts>();
  readonly #rewritten = new Map<Rewrite, Map<Member, Member>>();

  single(plan: Plan, stages: number): CalculatedSingle {
    const lists: Members[] = [];
    let members: Members = [];
    for (let stage = SCOPE; stage <= ORDER; stage++) {
      members = this.#step(plan, stage, members);
      lists.push(members);
    }
    const style = this.#styleOf(plan);
    const unframed = write(members, plan, style);
    const text = plan.frame(unframed);
    const key = plan.keyForm(plan.key);
    return { plan, stages, lists, style, unframed, text, key, input: plan.append(text, key) };
  }

  /** Both mistakes; where they meet, the first and then the second. */
  pair(one: CalculatedSingle, other: CalculatedSingle): Calculated {
    const isOneFirst = firstStage(one.stages) <= firstStage(other.stages);
    const [start, joined] = isOneFirst ? [one, other] : [other, one];
    const plan = combined(start.plan, start.stages, joined.plan, joined.stages);
    const text = this.#continued(start, joined, plan);
    const key = keyOfPair(start, joined, plan);
    return { plan, stages: one.stages | other.stages, text, key, input: plan.append(text, key) };
  }

  #continued(start: CalculatedSingle, joined: CalculatedSingle, plan: Plan): string {
    const first = firstStage(joined.stages);
    if (first >= APPEND) return start.text;
    const composed = composedStages(start.stages, joined.stages);
    const areFramed = isAt(composed, FRAME);
    if (first === FRAME) return plan.frame(areFramed ? start.text : start.unframed);
    let members = start.lists[Math.min(first, WRITE) - 1] ?? [];
    for (let stage = first; stage < WRITE; stage++) {
      if (isAt(composed, stage)) members = this.#step(start.plan, stage, members);
      members = this.#step(plan, stage, members);
    }
    const unframed = write(members, plan, this.#styleOfPair(start, joined, plan));
    return plan.frame(areFramed ? start.plan.frame(unframed) : unframed);
  }

  #styleOfPair(start: CalculatedSingle, joined: CalculatedSingle, plan: Plan): StyleTexts {
    if (!setsStyle(joined.stages)) return start.style;
    return setsStyle(start.stages) ? this.#styleOf(plan) : joined.style;
  }

  #styleOf({ writer, slash, unicode, escapes, spacing }: Plan): StyleTexts {
    const id = `${writer.id} ${slash} ${unicode} ${escapes.id} ${spacing.id}`;
    let texts = this.#styles.get(id);
    if (texts === undefined) {
      texts = new Map();
      this.#styles.set(id, texts);
    }
    return texts;
  }

  #step(plan: Plan, stage: number, members: Members): Members {
    switch (stage) {
      case SCOPE:
        return plan.scope;
      case FIELDS:
        return edited(plan.fields, members);
      case CHANGE:
        return edited(plan.change, members);
      case VALUES:
        return this.#rewrite(plan.values, members);
      case NESTING:
        return this.#rewrite(plan.nesting, members);
      case WRAP:
        return edited(plan.wrap, members);
      default:
        return edited(plan.order, members);
    }
  }

  #rewrite(rewrite: Rewrite, members: Members): Members {
    if (rewrite === unchanged) return members;
    let known = this.#rewritten.get(rewrite);
    if (known === undefined) {
      known = new Map();
      this.#rewritten.set(rewrite, known);
    }
    const rewritten: Member[] = [];
    for (const member of members) {
      let one = known.get(member);
      if (one === undefined) {
        one = rewrite(member);
        known.set(member, one);
      }
      rewritten.push(one);
    }
    return rewritten;
  }
}

function edited(edit: Edit, members: Members): Members {
  return edit === unchanged ? members : edit(members);
}

function write(members: Members, plan: Plan, style: StyleTexts): string {
  const parts: string[] = [];
  for (const member of members) {
    let part = style.get(member);
    if (part === undefined) {
      part = plan.writer.member(member, plan);
      style.set(member, part);
    }
    parts.push(part);
  }
  return plan.writer.join(parts, plan);
}

function keyOfPair(start: CalculatedSingle, joined: CalculatedSingle, plan: Plan): string {
  if (!setsKey(joined.stages)) return start.key;
  if (!setsKey(start.stages)) return joined.key;
  const areFormed = isAt(composedStages(start.stages, joined.stages), KEY_FORM);
  return plan.keyForm(areFormed ? start.plan.keyForm(plan.key) : plan.key);
}
