import type { Title } from '@yinjian/provider-kit';
import type { Difference } from './difference.ts';
import type { ExplainOptions, Explanation } from './explanation.ts';

export interface DiagnoseOptions extends ExplainOptions {
  /** The text that was signed instead, as a log has it; with the key appended or without. */
  readonly theirText?: string;
  /** Other keys that may have been taken by mistake: a sub-merchant's, that of another environment. */
  readonly otherKeys?: readonly string[];
  /** How long the search may take. Default 200. */
  readonly milliseconds?: number;
  readonly signal?: AbortSignal;
  /**
   * The clock of the search, in milliseconds from any origin. Default `performance.now`. Where it stands still, as in
   * workerd within a request, the search counts instead: 50 candidates for a millisecond.
   */
  readonly now?: () => number;
}

/** Why a signature does not match. Holds no key. */
export interface Diagnosis {
  readonly verdict: DiagnosisVerdict;
  /** Best first. */
  readonly findings: readonly Finding[];
  readonly tried: Tried;
  /** Of the text that was signed instead from the one to sign; where the former was given. */
  readonly difference?: Difference;
  readonly explanation: Explanation;
}

/**
 * - `match`: the signature is right.
 * - `explained`: a finding reproduces the signature.
 * - `likely`: none does, but something about the message, the key or the signature is as it should not be.
 * - `unexplained`: nothing was found.
 * - `not_checkable`: there is no key, no signature or no message to check.
 */
export type DiagnosisVerdict = 'match' | 'explained' | 'likely' | 'unexplained' | 'not_checkable';

/** Stable, `family.mistake`; new ones may be added. */
export type MistakeId = `${string}.${string}`;

/** A reason why the signature does not match. */
export interface Finding {
  /** One, or two that were made together; and how the signature is written, where that is wrong as well. */
  readonly mistakes: readonly MistakeId[];
  /** `reproduced`: whoever makes this mistake gets exactly the signature that was found. */
  readonly certainty: 'reproduced' | 'likely';
  readonly title: Title;
  readonly fix: Title;
  /** The field that it is about. */
  readonly field?: string;
  /** What was signed, under this finding, before the key was appended. */
  readonly signedText?: string;
  /** What has to be signed. */
  readonly correctedText?: string;
  readonly correctedSignature?: string;
  /** Other mistakes that lead to the very same bytes, less likely ones last. */
  readonly alternatives?: readonly Alternative[];
}

export type Alternative = Pick<Finding, 'mistakes' | 'title' | 'field'>;

/** What was tried. */
export interface Tried {
  /** Candidates: ways to make one mistake or two. */
  readonly count: number;
  readonly families: readonly TriedFamily[];
  /** Whether every mistake and every pair was tried, not only those the time allowed. */
  readonly complete: boolean;
  readonly milliseconds: number;
}

export interface TriedFamily {
  readonly id: string;
  readonly title: Title;
  /** Of its mistakes, each in every way that changes this message. */
  readonly count: number;
  /** Why it was not tried: the runtime cannot. */
  readonly missing?: Title;
}
