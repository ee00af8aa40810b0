import { differenceOf } from '../diff.ts';
import { KeyMask } from '../internal/key-mask.ts';
import { FAMILIES } from '../mistakes/index.ts';
import type { Budget } from '../search/budget.ts';
import { FoundSignature } from '../search/found-signature.ts';
import type { SearchMessage } from '../search/message.ts';
import { Search, type SearchResult } from '../search/search.ts';
import type { DiagnoseOptions, Diagnosis, Tried } from '../types/diagnosis.ts';
import type { Explanation } from '../types/explanation.ts';
import type { Reading } from '../types/reading.ts';
import { type Correction, reproduced, withoutKeys } from './findings.ts';
import { likelyFindings } from './likely.ts';
import { NOT_TRIED } from './not-tried.ts';
import { searchMessage } from './search-message.ts';
import { readTheirText, searchTheirText } from './their-text.ts';
import { triedFamily } from './tried-family.ts';

/** Diagnoses a signature that is made with a shared key: of an MMSP envelope or a message of WeChat Pay. */
export async function diagnoseSharedKey(
  reading: Reading,
  explanation: Explanation,
  options: DiagnoseOptions,
  budget: Budget,
): Promise<Diagnosis> {
  const message = searchMessage(reading, options);
  const keys = message === undefined ? keysIn(options) : keysOf(message);
  const their = options.theirText === undefined ? undefined : readTheirText(options.theirText, keys);
  const otherKeys = [...keys, their?.key ?? ''];
  const mask = new KeyMask({ ...options, otherKeys }, reading.pastedKey);
  const difference = their === undefined ? {} : differenceIn(explanation, mask.hide(their.text));
  const { result } = explanation.verdict;
  if (result !== 'mismatch' || message === undefined) {
    const verdict = result === 'match' ? 'match' : 'not_checkable';
    return { verdict, findings: [], tried: nothing(budget), ...difference, explanation };
  }
  const found = new FoundSignature(message.signature);
  const search = new Search(message, found, budget);
  await search.trySingles(FAMILIES[message.platform]);
  const theirHits =
    their === undefined || search.result.hits.length > 0
      ? []
      : await searchTheirText(message, their, found, budget);
  await search.tryPairs();
  const searched = search.result;
  const correction = correctionOf(explanation);
  const hits = searched.hits.length > 0 ? searched.hits : theirHits;
  const named = reproduced(hits, correction);
  const finding = named && withoutKeys(named, mask);
  const findings =
    finding === undefined ? likelyFindings(message, reading, explanation, correction) : [finding];
  const verdict = finding !== undefined ? 'explained' : findings.length > 0 ? 'likely' : 'unexplained';
  return { verdict, findings, tried: triedOf(message, searched, budget), ...difference, explanation };
}

function keysIn({ key = '', agentKey = '', otherKeys = [] }: DiagnoseOptions): string[] {
  return [key, agentKey, ...otherKeys];
}

function differenceIn({ steps }: Explanation, theirs: string): Pick<Diagnosis, 'difference'> {
  const canonical = steps.find((step) => step.kind === 'canonical');
  return canonical === undefined ? {} : { difference: differenceOf(theirs, canonical.text, canonical.spans) };
}

function keysOf({ base, otherKeys }: SearchMessage): string[] {
  return [base.key, ...otherKeys.map(({ key }) => key)];
}

function correctionOf({ steps }: Explanation): Correction {
  const canonical = steps.find((step) => step.kind === 'canonical');
  const compare = steps.find((step) => step.kind === 'compare');
  return {
    ...(canonical === undefined ? {} : { correctedText: canonical.text }),
    ...(compare?.expected === undefined ? {} : { correctedSignature: compare.expected }),
  };
}

function nothing(budget: Budget): Tried {
  return { count: 0, families: [], complete: true, notTried: NOT_TRIED, milliseconds: budget.milliseconds };
}

function triedOf({ platform }: SearchMessage, { counts, isComplete }: SearchResult, budget: Budget): Tried {
  const families = FAMILIES[platform].map((family) => triedFamily(family, counts));
  return {
    count: budget.count,
    families,
    complete: isComplete,
    notTried: NOT_TRIED,
    milliseconds: budget.milliseconds,
  };
}
