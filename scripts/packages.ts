import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The repository. */
export const root: string = join(import.meta.dirname, '..');

/** Dependencies before dependents; a package that is not named here, a provider, comes after the first three. */
const FIRST = ['protocol-codec', 'crypto-webcrypto', 'provider-kit'];
const LAST = ['sandbox', 'signature-debugger', 'cli'];

/** The folders below `packages/`. */
export function packageNames(): string[] {
  const rank = (name: string) =>
    FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length + LAST.indexOf(name) + 1;
  return readdirSync(join(root, 'packages')).toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}
