/** Runs something whose failure must not decide anything: a throw and a rejected promise end here. */
export function quietly(run: () => unknown): void {
  try {
    Promise.resolve(run()).catch(() => {});
  } catch {
    // As above.
  }
}
