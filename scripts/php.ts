import { spawnSync } from 'node:child_process';
import { installDebianPackages } from './debian.ts';

const DEBIAN_PACKAGES = ['php-cli', 'php-xml', 'openssl', 'python3'];

/** What keeps the oracles from running on this machine. */
function lacking(): string | undefined {
  const check = spawnSync('php', ['conformance/oracles/php/oracle.php', '--check'], { encoding: 'utf8' });
  if (check.error !== undefined) return 'PHP is not installed';
  if (spawnSync('openssl', ['version']).error !== undefined) return 'the openssl command is not installed';
  if (spawnSync('python3', ['--version']).error !== undefined) return 'Python 3 is not installed';
  return check.status === 0 ? undefined : `${check.stdout}${check.stderr}`.trim();
}

/** Makes PHP available where that is possible. `undefined`, or the reason why it is not there. */
export function ensurePhp(): string | undefined {
  const before = lacking();
  if (before === undefined) return undefined;
  const refusal = installDebianPackages(DEBIAN_PACKAGES, before);
  return refusal === undefined ? lacking() : `${before}, and ${refusal}`;
}
