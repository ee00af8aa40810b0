import { loggedText } from '../difference/logged-text.ts';
import { append } from '../mistakes/append.ts';
import { charset } from '../mistakes/charset.ts';
import { digest } from '../mistakes/digest.ts';
import { frame } from '../mistakes/frame.ts';
import type { SearchedFamily } from '../mistakes/index.ts';
import { key } from '../mistakes/key.ts';
import type { Budget } from '../search/budget.ts';
import type { FoundSignature } from '../search/found-signature.ts';
import type { SearchMessage } from '../search/message.ts';
import type { Writer } from '../search/plan.ts';
import { type Hit, Search } from '../search/search.ts';

/** A text that somebody signed, taken apart. */
export interface TheirText {
  /** Without the key. */
  readonly text: string;
  /** What was appended as the key; never shown. */
  readonly key: string;
}

/** Takes off `&key=…` at the end, or one of the keys at hand in whatever way it was put there. */
export function readTheirText(logged: string, keys: readonly string[]): TheirText {
  const given = loggedText(logged);
  const withPrefix = /^(.*)&(?:amp;)?(?:key|md5key|sign_?key)=([^&"{}]*)$/is.exec(given);
  if (withPrefix !== null) return { text: withPrefix[1] ?? '', key: (withPrefix[2] ?? '').trim() };
  const known = keys.find((one) => one !== '' && given.includes(one));
  if (known === undefined) return { text: given, key: '' };
  return { text: given.replaceAll(known, '').replace(/&?key=$/i, ''), key: known };
}

/** What comes after the text was made. */
const families: readonly SearchedFamily[] = [append, key, digest, charset, frame];

/**
 * Looks for what leads from the text that somebody signed to the signature. A hit without mistakes: the text alone is
 * wrong.
 */
export async function searchTheirText(
  message: SearchMessage,
  { text, key: theirKey }: TheirText,
  found: FoundSignature,
  budget: Budget,
): Promise<readonly Hit[]> {
  const writer: Writer = { id: 'their text', member: () => '', join: () => text };
  const otherKeys = [
    ...message.otherKeys,
    ...(theirKey === '' ? [] : [{ key: theirKey, title: PASTED, isPublished: false }]),
  ];
  const theirs: SearchMessage = { ...message, otherKeys, base: { ...message.base, writer } };
  const search = new Search(theirs, found, budget);
  await search.trySingles(families);
  return search.result.hits;
}

const PASTED = {
  en: 'the one at the end of your text, which is not the one given here',
  zh: '你的原文末尾的那个，与这里给出的不同',
};
