import type { Platform } from '../types/recognised.ts';
import { append } from './append.ts';
import { amounts } from './change/amounts.ts';
import { contents } from './change/contents.ts';
import { lossyNumbers } from './change/lossy-numbers.ts';
import { spelling } from './change/spelling.ts';
import { types } from './change/types.ts';
import { whiteSpace } from './change/white-space.ts';
import { charset } from './charset.ts';
import { digest } from './digest.ts';
import { added } from './fields/added.ts';
import { leftOut } from './fields/left-out.ts';
import { frame } from './frame.ts';
import { libraries } from './json/libraries.ts';
import { notations } from './json/notations.ts';
import { slashes } from './json/slashes.ts';
import { spacing } from './json/spacing.ts';
import { unicode } from './json/unicode.ts';
import { key } from './key.ts';
import type { Family, IdOf } from './mistake.ts';
import { order } from './order.ts';
import type { payoutText } from './payout-text.ts';
import { query } from './query.ts';
import { scope } from './scope.ts';
import { jsonTexts } from './values/json-texts.ts';
import { valueTexts } from './values/texts.ts';
import { valueTypes } from './values/types.ts';

const inJson = [slashes, unicode, spacing, libraries, notations, scope, types, valueTypes];

const inBoth = [
  order,
  leftOut,
  added,
  amounts,
  whiteSpace,
  spelling,
  contents,
  lossyNumbers,
  valueTexts,
  jsonTexts,
  frame,
  append,
  key,
  charset,
  digest,
];

/** What to search for. Of mistakes that lead to the same signature and are as likely, the first is named. */
export const FAMILIES = {
  mmsp: [...inJson, ...inBoth],
  'wechat-transit': [query, ...inBoth],
} as const satisfies Readonly<Record<Platform, readonly Family[]>>;

/** The mistakes that are searched for, those with the plain text of a payout included. */
export type SearchedMistakeId = IdOf<(typeof FAMILIES)[Platform][number] | typeof payoutText>;

export type SearchedFamily = Family<SearchedMistakeId>;
