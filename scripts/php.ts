import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What the oracles use of PHP, and the Debian packages that bring it. */
const EXTENSIONS = ['json', 'openssl', 'simplexml', 'xmlwriter', 'dom', 'mbstring'];
const DEBIAN_PACKAGES = ['php-cli', 'php-xml', 'php-mbstring'];

/** The extensions that are missing; all of them where there is no PHP. */
function missingExtensions(): string[] {
  const php = spawnSync('php', ['-m'], { encoding: 'utf8' });
  if (php.status !== 0) return EXTENSIONS;
  const loaded = new Set(php.stdout.toLowerCase().split(/\s+/));
  return EXTENSIONS.filter((extension) => !loaded.has(extension));
}

/** Makes PHP available where that is possible. `undefined`, or the reason why it is not there. */
export function ensurePhp(): string | undefined {
  if (missingExtensions().length === 0) return undefined;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    return `PHP with ${EXTENSIONS.join(', ')} is not installed, and only on Debian as root can it be installed here`;
  }
  console.log(`Installing ${DEBIAN_PACKAGES.join(', ')} (the oracles' second implementation)`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...DEBIAN_PACKAGES], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  const missing = missingExtensions();
  return missing.length === 0 ? undefined : `apt-get could not bring PHP's ${missing.join(', ')}`;
}
