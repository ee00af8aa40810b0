/** Reads a text as it came. */
export function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** What reads a number from a text that matches as a whole. */
export function numberReader(pattern: RegExp): (value: unknown) => number | undefined {
  return (value) => (typeof value === 'string' && pattern.test(value) ? Number(value) : undefined);
}
