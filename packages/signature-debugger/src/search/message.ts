import type { FieldDescription, Title } from '@yinjian/provider-kit';
import type { Platform } from '../types/recognised.ts';
import type { Plan } from './plan.ts';
import type { Members } from './value.ts';

/** A message as the mistakes see it. */
export interface SearchMessage {
  readonly platform: Platform;
  /** MMSP: the fields of the body. WeChat Pay: all fields, `sign` included. In the order of the message. */
  readonly members: Members;
  /** MMSP: the other fields of the envelope, without `Body` and `Sign`; empty where only a body was given. */
  readonly header: Members;
  /** The whole message as it stands. */
  readonly wholeText: string;
  /** MMSP: the body as it stands. WeChat Pay: the message. */
  readonly signedPart: string;
  /** WeChat Pay: what stands between the tags of each field. */
  readonly written: ReadonlyMap<string, string>;
  /** The table of the fields in the documents; empty where the operation is not known. */
  readonly table: readonly FieldDescription[];
  /** The signature as it was found. */
  readonly signature: string;
  /** Keys that may have been taken for the right one. */
  readonly otherKeys: readonly OtherKey[];
  /** How it is signed correctly. */
  readonly base: Plan;
}

export interface OtherKey {
  readonly key: string;
  /** Whose it is. */
  readonly title: Title;
  /** Of the documents: whoever starts from a sample has it. */
  readonly isPublished: boolean;
}
