import type { Plan, Stage } from './plan.ts';

/** In the order in which they are gone through. */
const STAGES = [
  'scope',
  'fields',
  'change',
  'values',
  'nesting',
  'order',
  'writer',
  'slash',
  'unicode',
  'escapes',
  'spacing',
  'frame',
  'append',
  'key',
  'charset',
  'digest',
] as const satisfies readonly Stage[];

/** The place of a stage. Those before `WRITE` make the list of fields, those before `FRAME` the text. */
export const SCOPE = 0;
export const FIELDS = 1;
export const CHANGE = 2;
export const VALUES = 3;
export const NESTING = 4;
export const ORDER = 5;
export const WRITE = 6;
export const FRAME = 11;
export const APPEND = 12;

const STYLE_BITS = bitsBetween(WRITE, FRAME);
/** What brings in parts that are not signed as a rule, so that others may take effect on them. */
const OPENING_BITS = (1 << SCOPE) | (1 << WRITE);

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

export function setsStyle(stages: number): boolean {
  return (stages & STYLE_BITS) !== 0;
}

export function isOpening(stages: number): boolean {
  return (stages & OPENING_BITS) !== 0;
}

/** Always with the same shape: the search makes tens of thousands. */
export function withSettings(plan: Plan, set: Partial<Plan>): Plan {
  return {
    scope: set.scope ?? plan.scope,
    fields: set.fields ?? plan.fields,
    change: set.change ?? plan.change,
    values: set.values ?? plan.values,
    nesting: set.nesting ?? plan.nesting,
    order: set.order ?? plan.order,
    writer: set.writer ?? plan.writer,
    slash: set.slash ?? plan.slash,
    unicode: set.unicode ?? plan.unicode,
    escapes: set.escapes ?? plan.escapes,
    spacing: set.spacing ?? plan.spacing,
    frame: set.frame ?? plan.frame,
    append: set.append ?? plan.append,
    key: set.key ?? plan.key,
    charset: set.charset ?? plan.charset,
    digest: set.digest ?? plan.digest,
  };
}

/** The settings of `one`, those of `other` at the stages that it replaces. */
export function combined(one: Plan, other: Plan, stages: number): Plan {
  return {
    scope: stages & 1 ? other.scope : one.scope,
    fields: stages & 2 ? other.fields : one.fields,
    change: stages & 4 ? other.change : one.change,
    values: stages & 8 ? other.values : one.values,
    nesting: stages & 16 ? other.nesting : one.nesting,
    order: stages & 32 ? other.order : one.order,
    writer: stages & 64 ? other.writer : one.writer,
    slash: stages & 128 ? other.slash : one.slash,
    unicode: stages & 256 ? other.unicode : one.unicode,
    escapes: stages & 512 ? other.escapes : one.escapes,
    spacing: stages & 1024 ? other.spacing : one.spacing,
    frame: stages & 2048 ? other.frame : one.frame,
    append: stages & 4096 ? other.append : one.append,
    key: stages & 8192 ? other.key : one.key,
    charset: stages & 16384 ? other.charset : one.charset,
    digest: stages & 32768 ? other.digest : one.digest,
  };
}
