import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The repository. */
export const root: string = join(import.meta.dirname, '..');

/** Dependencies before dependents; a package that is not named here comes last. */
const ORDER = ['protocol-codec', 'crypto-webcrypto', 'provider-kit'];

/** The folders below `packages/`. */
export function packageNames(): string[] {
  const rank = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return readdirSync(join(root, 'packages')).toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}
