import type { Plan, Stage } from './plan.ts';

/** In the order in which they are gone through. */
const STAGES = [
  'scope',
  'fields',
  'change',
  'values',
  'nesting',
  'wrap',
  'order',
  'writer',
  'slash',
  'unicode',
  'escapes',
  'spacing',
  'frame',
  'append',
  'key',
  'keyForm',
  'charset',
  'digest',
] as const satisfies readonly Stage[];

/** The place of a stage. Those before `WRITE` make the list of fields, those before `FRAME` the text. */
export const SCOPE = 0;
export const FIELDS = 1;
export const CHANGE = 2;
export const VALUES = 3;
export const NESTING = 4;
export const WRAP = 5;
export const ORDER = 6;
export const WRITE = 7;
export const FRAME = 12;
export const APPEND = 13;
const KEY = 14;
export const KEY_FORM = 15;

const STYLE_BITS = bitsBetween(WRITE, FRAME);
/** What brings in parts that are not signed as a rule, so that others may take effect on them. */
const OPENING_BITS = (1 << SCOPE) | (1 << WRITE);
const KEY_BITS = (1 << KEY) | (1 << KEY_FORM);
/** Stages at which two mistakes are made one after the other; at any other the one would undo the other. */
const COMPOSED_BITS = (1 << FIELDS) | (1 << CHANGE) | (1 << VALUES) | (1 << FRAME) | (1 << KEY_FORM);
/** Of these, where it may matter which is made first. */
const ORDERED_BITS = (1 << VALUES) | (1 << FRAME) | (1 << KEY_FORM);

function bitsBetween(start: number, end: number): number {
  return (1 << end) - (1 << start);
}

/** The stages that some settings replace, as bits. */
export function stagesOf(set: Partial<Plan>): number {
  let bits = 0;
  for (const [place, stage] of STAGES.entries()) if (stage in set) bits |= 1 << place;
  return bits;
}

export function firstStage(stages: number): number {
  return 31 - Math.clz32(stages & -stages);
}

export function isAt(stages: number, stage: number): boolean {
  return ((stages >> stage) & 1) === 1;
}

export function setsStyle(stages: number): boolean {
  return (stages & STYLE_BITS) !== 0;
}

export function setsKey(stages: number): boolean {
  return (stages & KEY_BITS) !== 0;
}

export function isOpening(stages: number): boolean {
  return (stages & OPENING_BITS) !== 0;
}

/** The stages at which one mistake is made on top of the other. */
export function composedStages(one: number, other: number): number {
  return one & other & COMPOSED_BITS;
}

/** Whether two mistakes that come in the other order may be another pair. */
export function isOrdered(one: number, other: number): boolean {
  return firstStage(one) === firstStage(other) && (one & other & ORDERED_BITS) !== 0;
}

/**
 * Whether two mistakes can be made together: they meet at no stage but where both are made, or the one sets all of a style
 * and the other a part of it.
 */
export function canCombine(one: number, other: number): boolean {
  const met = one & other & ~COMPOSED_BITS;
  if (met === 0) return true;
  const ofOne = one & STYLE_BITS;
  const ofOther = other & STYLE_BITS;
  return ofOne !== ofOther && met === (ofOne & ofOther) && (met === ofOne || met === ofOther);
}

/** Always with the same shape: the search makes tens of thousands. */
export function withSettings(plan: Plan, set: Partial<Plan>): Plan {
  return {
    scope: set.scope ?? plan.scope,
    fields: set.fields ?? plan.fields,
    change: set.change ?? plan.change,
    values: set.values ?? plan.values,
    nesting: set.nesting ?? plan.nesting,
    wrap: set.wrap ?? plan.wrap,
    order: set.order ?? plan.order,
    writer: set.writer ?? plan.writer,
    slash: set.slash ?? plan.slash,
    unicode: set.unicode ?? plan.unicode,
    escapes: set.escapes ?? plan.escapes,
    spacing: set.spacing ?? plan.spacing,
    frame: set.frame ?? plan.frame,
    append: set.append ?? plan.append,
    key: set.key ?? plan.key,
    keyForm: set.keyForm ?? plan.keyForm,
    charset: set.charset ?? plan.charset,
    digest: set.digest ?? plan.digest,
  };
}

/** The settings of two mistakes; where both have one, that of the second, or of the one that sets a part of a style. */
export function combined(one: Plan, oneStages: number, other: Plan, otherStages: number): Plan {
  const ofOne = oneStages & STYLE_BITS;
  const isPart = ofOne !== 0 && ofOne !== (otherStages & STYLE_BITS) && (ofOne & ~otherStages) === 0;
  const stages = isPart ? otherStages & ~ofOne : otherStages;
  return {
    scope: stages & 1 ? other.scope : one.scope,
    fields: stages & 2 ? other.fields : one.fields,
    change: stages & 4 ? other.change : one.change,
    values: stages & 8 ? other.values : one.values,
    nesting: stages & 16 ? other.nesting : one.nesting,
    wrap: stages & 32 ? other.wrap : one.wrap,
    order: stages & 64 ? other.order : one.order,
    writer: stages & 128 ? other.writer : one.writer,
    slash: stages & 256 ? other.slash : one.slash,
    unicode: stages & 512 ? other.unicode : one.unicode,
    escapes: stages & 1024 ? other.escapes : one.escapes,
    spacing: stages & 2048 ? other.spacing : one.spacing,
    frame: stages & 4096 ? other.frame : one.frame,
    append: stages & 8192 ? other.append : one.append,
    key: stages & 16384 ? other.key : one.key,
    keyForm: stages & 32768 ? other.keyForm : one.keyForm,
    charset: stages & 65536 ? other.charset : one.charset,
    digest: stages & 131072 ? other.digest : one.digest,
  };
}
