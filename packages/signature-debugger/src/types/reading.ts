import type { FieldDescription, States } from '@yinjian/provider-kit';
import type { Problem } from './problem.ts';
import type { Recognised } from './recognised.ts';
import type { Subject } from './subject.ts';

/** What recognition makes of a message. */
export interface Reading {
  readonly recognised: Recognised;
  readonly problems: readonly Problem[];
  /** Absent where the message could not be read. */
  readonly subject?: Subject;
  /** The field table of what is signed; empty where the operation is not known. */
  readonly fields: readonly FieldDescription[];
  /** Of what the platform sends: what its state field means. */
  readonly states?: States;
  /** The key at the end of a signing text that was pasted with it. Never shown. */
  readonly pastedKey?: string;
}
