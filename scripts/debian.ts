import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs Debian packages where that is possible. `undefined`, or why it is not. */
export function installDebianPackages(packages: readonly string[], why: string): string | undefined {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    return 'only on Debian as root can it be installed from here';
  }
  console.log(`\n— installing ${packages.join(' and ')}: ${why}`);
  const options: SpawnSyncOptions = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
  return undefined;
}
