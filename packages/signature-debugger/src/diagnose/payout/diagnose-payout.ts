import { differenceOf } from '../../diff.ts';
import { loggedText } from '../../difference/logged-text.ts';
import { KeyMask } from '../../internal/key-mask.ts';
import type { Family } from '../../mistakes/mistake.ts';
import type { Budget } from '../../search/budget.ts';
import type { DiagnoseOptions, Diagnosis, Finding, Tried } from '../../types/diagnosis.ts';
import type { Explanation } from '../../types/explanation.ts';
import type { Reading } from '../../types/reading.ts';
import { withoutKeys } from '../findings.ts';
import { NOT_TRIED } from '../not-tried.ts';
import { triedFamily } from '../tried-family.ts';
import { blockFindings } from './block-finding.ts';
import { payoutKeys } from './payout-keys.ts';
import type { PayoutParts } from './payout-parts.ts';
import { type ReadCiphertext, readCiphertext } from './read-ciphertext.ts';
import { readSignature } from './read-signature.ts';
import { PLAINTEXT_FAMILIES } from './search-plaintext.ts';

/** Diagnoses a payout, whole or its plain text: RSA-encrypted, and signed with SHA1withRSA over the plain text. */
export async function diagnosePayout(
  reading: Reading,
  explanation: Explanation,
  options: DiagnoseOptions,
  budget: Budget,
): Promise<Diagnosis> {
  const parts = partsOf(reading, explanation, options);
  const { result } = explanation.verdict;
  const mask = new KeyMask(options, reading.pastedKey);
  const shown = explanation.steps.find((step) => step.kind === 'plaintext')?.text;
  if (parts === undefined || result === 'match') {
    const verdict = result === 'match' ? 'match' : 'not_checkable';
    // What the platform cannot read may be signed correctly all the same.
    const findings = blockFindings(shown, explanation.steps, parts?.theirText);
    return { verdict, findings, tried: triedOf(budget), ...differenceIn(parts, shown, mask), explanation };
  }
  const keys = await payoutKeys(options);
  const cipher: ReadCiphertext =
    parts.encrypted === undefined
      ? { findings: [] }
      : await readCiphertext(parts.encrypted, parts, keys, explanation);
  // The plain text of the explanation may have lost a key, and what is not UTF-8.
  const { subject } = reading;
  const plaintext = subject?.kind === 'payout-plaintext' ? subject.source.text : (cipher.plaintext ?? shown);
  const signed = await readSignature(parts, plaintext, cipher.bytes, keys, budget);
  const findings = [
    ...blockFindings(plaintext, explanation.steps, parts.theirText),
    ...cipher.findings,
    ...signed.findings,
  ]
    .toSorted((one, other) => Number(one.certainty === 'likely') - Number(other.certainty === 'likely'))
    .map((finding) => withoutKeys(finding, mask));
  return {
    verdict: verdictOf(findings, result),
    findings,
    tried: triedOf(budget, signed.counts),
    ...differenceIn(parts, plaintext, mask),
    explanation,
  };
}

function partsOf(
  { subject, recognised, problems }: Reading,
  explanation: Explanation,
  { signature, theirText }: DiagnoseOptions,
): PayoutParts | undefined {
  if (subject?.kind !== 'payout' && subject?.kind !== 'payout-plaintext') return undefined;
  const isReply = recognised.direction === 'reply';
  const isBroken = problems.some(({ severity }) => severity === 'error');
  if (isBroken) return undefined;
  return {
    encrypted: subject.kind === 'payout' ? subject.encrypted : undefined,
    signature: signature ?? (subject.kind === 'payout' ? subject.signature : ''),
    sender: isReply ? 'platform' : 'merchant',
    receiver: isReply ? 'merchant' : 'platform',
    theirText: theirText === undefined ? undefined : loggedText(theirText),
    operation: explanation.recognised.operation,
  };
}

function verdictOf(findings: readonly Finding[], result: string): Diagnosis['verdict'] {
  const [first] = findings;
  if (first !== undefined) return first.certainty === 'reproduced' ? 'explained' : 'likely';
  return result === 'mismatch' || result === 'undecryptable' ? 'unexplained' : 'not_checkable';
}

function differenceIn(
  parts: PayoutParts | undefined,
  plaintext: string | undefined,
  mask: KeyMask,
): Pick<Diagnosis, 'difference'> {
  return parts?.theirText === undefined || plaintext === undefined
    ? {}
    : { difference: differenceOf(mask.hide(parts.theirText), mask.hide(plaintext)) };
}

function triedOf(budget: Budget, counts?: ReadonlyMap<Family, number>): Tried {
  const families = counts === undefined ? [] : PLAINTEXT_FAMILIES;
  return {
    count: budget.count,
    families: families.map((family) => triedFamily(family, counts)),
    complete: !budget.isSpent,
    notTried: NOT_TRIED,
    milliseconds: budget.milliseconds,
  };
}
