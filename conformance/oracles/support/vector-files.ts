import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the vectors. */
export const vectors = fileURLToPath(new URL('../../vectors/', import.meta.url));

/** A key of the published test merchant or the test platform, PEM. */
export function testKey(name: string): string {
  return readFileSync(`${vectors}mmsp-test-keys/${name}`, 'utf8');
}
