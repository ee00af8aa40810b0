import type { Title } from '@yinjian/provider-kit';
import type { SearchedMistakeId } from '../mistakes/index.ts';
import type { PayoutMistakeId } from '../mistakes/payout.ts';
import type { SignatureMistakeId } from '../mistakes/signature.ts';
import type { Difference } from './difference.ts';
import type { ExplainOptions, Explanation } from './explanation.ts';

export interface DiagnoseOptions extends ExplainOptions {
  /** The text that was signed instead, as a log has it; with the key appended or without. */
  readonly theirText?: string;
  /** Other keys that may have been taken by mistake: a sub-merchant's, that of another environment. */
  readonly otherKeys?: readonly string[];
  /**
   * How long the search may take. Default 200. Single mistakes are tried all the same, for up to ten times as long: only a
   * message far longer than any that is sent takes that.
   */
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
export type MistakeId =
  | SearchedMistakeId
  | SignatureMistakeId
  | PayoutMistakeId
  | SuspectedMistakeId
  | 'text.differs';

/** What only makes a mistake likely. */
export type SuspectedMistakeId =
  | 'key.agent_missing'
  | 'lossy_numbers.suspected'
  | 'message.key_suspicious'
  | 'message.mojibake'
  | 'message.replacement_character'
  | 'message.sign_type_unknown'
  | 'signature.not_a_digest';

/** A mistake, and the fields that it was made with. */
export interface MadeMistake {
  readonly id: MistakeId;
  /** By path, `BIZ_CONTENT.goods_id`; none where the message as a whole, the key or the signature is concerned. */
  readonly fields: readonly string[];
}

/** A reason why the signature does not match. */
export interface Finding {
  /** One, or two that were made together; and how the signature is written, where that is wrong as well. */
  readonly mistakes: readonly MadeMistake[];
  /** `reproduced`: whoever makes this mistake gets exactly the signature that was found. */
  readonly certainty: 'reproduced' | 'likely';
  readonly title: Title;
  readonly fix: Title;
  /** What was signed, under this finding, before the key was appended. */
  readonly signedText?: string;
  /** What has to be signed. */
  readonly correctedText?: string;
  readonly correctedSignature?: string;
  /** Other mistakes that lead to the very same bytes, less likely ones last. */
  readonly alternatives?: readonly Alternative[];
}

export type Alternative = Pick<Finding, 'mistakes' | 'title'>;

/** What was tried. */
export interface Tried {
  /** Candidates: ways to make one mistake or two. */
  readonly count: number;
  readonly families: readonly TriedFamily[];
  /**
   * Whether the time sufficed: nothing was passed over for want of it. Then either a finding is reproduced, and whatever is
   * likelier was tried, or every single mistake and every pair was tried but those of `notTried`.
   */
  readonly complete: boolean;
  /** What is not tried, however long the search may take. */
  readonly notTried: readonly Title[];
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
