/** What the program ends with, for scripts. */
export const EXIT = {
  /** It was done; of a check, the signature matches; of a call, it succeeded or is pending. */
  fine: 0,
  /** A mismatch, a failure, or an outcome that is not known, as where nobody answers. */
  failed: 1,
  /** Wrong usage: unknown options, input or keys that cannot be used, whatever is wrong with them. Nothing was done. */
  usage: 2,
  /** Ctrl-C: 128 and the number of SIGINT. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
