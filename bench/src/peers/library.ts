import type { SignType } from '../work/wechat.ts';

/**
 * A job with everything it works on; `checks.ts` says what must come of each.
 *
 * - `build`: from the unsigned fields to signed XML; `read`: from XML to the fields, verified.
 * - `sign`, `verify`: the same without XML. `digest request`, `digest reply`: of the text that is signed, ready made.
 * - `whole`: with everything that our operations do besides: checks of every field, outcomes.
 */
export type Job =
  | `${'build' | 'read' | 'sign' | 'verify' | 'digest request' | 'digest reply'} ${SignType}`
  | `${'whole build' | 'whole read'} ${SignType}`
  | 'canonical object'
  | 'canonical text'
  | 'canonical PHP text'
  | 'canonical Python text'
  | 'canonical pretty text'
  | 'stringify'
  | 'sort and stringify'
  | 'MMSP sign'
  | 'MMSP verify'
  | 'MMSP digest'
  | 'decrypt'
  | 'decrypt bytes'
  | 'decrypt raw';

/** A library as its user calls it. */
export interface Library {
  readonly jobs: Readonly<Partial<Record<Job, () => unknown>>>;
  /** The same jobs on a message whose amount was changed after it was signed: they must throw, reject or say no. */
  readonly forgeries?: Readonly<Partial<Record<Job, () => unknown>>>;
}

/** One of each for both algorithms. */
export function bySignType<Name extends string, Run>(
  name: Name,
  make: (signType: SignType) => Run,
): Record<`${Name} ${SignType}`, Run> {
  return {
    [`${name} MD5`]: make('MD5'),
    [`${name} HMAC-SHA256`]: make('HMAC-SHA256'),
  } as Record<`${Name} ${SignType}`, Run>;
}
