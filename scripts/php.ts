import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const DEBIAN_PACKAGES = ['php-cli', 'php-xml', 'openssl'];

/** What keeps the oracles from running on this machine. */
function lacking(): string | undefined {
  const check = spawnSync('php', ['conformance/oracles/php/oracle.php', '--check'], { encoding: 'utf8' });
  if (check.error !== undefined) return 'PHP is not installed';
  if (spawnSync('openssl', ['version']).error !== undefined) return 'the openssl command is not installed';
  return check.status === 0 ? undefined : `${check.stdout}${check.stderr}`.trim();
}

/** Makes PHP available where that is possible. `undefined`, or the reason why it is not there. */
export function ensurePhp(): string | undefined {
  const before = lacking();
  if (before === undefined) return undefined;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    return `${before}, and only on Debian as root can it be installed from here`;
  }
  console.log(`\n— installing ${DEBIAN_PACKAGES.join(' and ')}: ${before}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const stdio = ['ignore', 'ignore', 'inherit'] as const;
  spawnSync('apt-get', ['update', '-qq'], { stdio: [...stdio], env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...DEBIAN_PACKAGES], {
    stdio: [...stdio],
    env,
  });
  return lacking();
}
