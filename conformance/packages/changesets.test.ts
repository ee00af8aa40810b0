import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/packages.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
}

const workspace = globSync(
  ['packages/*/package.json', 'examples/*/package.json', 'conformance/package.json'],
  {
    cwd: root,
  },
);

function manifestsIn(folder: string): Manifest[] {
  return workspace.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Manifest);
}

it('a change of one package releases all public ones, under one version, and no private one', () => {
  const before = manifestsIn(root);
  const copy = mkdtempSync(join(tmpdir(), 'yinjian-changesets-'));
  try {
    for (const file of [...workspace, 'package.json', 'pnpm-workspace.yaml', '.changeset/config.json']) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      cpSync(join(root, file), join(copy, file));
    }
    writeFileSync(join(copy, '.changeset/one.md'), "---\n'@yinjian/mmsp': minor\n---\n\nSomething else.\n");
    const git = (...args: string[]) => execFileSync('git', args, { cwd: copy, stdio: 'pipe' });
    git('init', '--initial-branch=main');
    git('add', '--all');
    git('-c', 'user.name=test', '-c', 'user.email=test@example.com', 'commit', '--message=test');
    execFileSync(join(root, 'node_modules/.bin/changeset'), ['version'], { cwd: copy, stdio: 'pipe' });

    const [major, minor] = before.find(({ name }) => name === '@yinjian/mmsp')?.version.split('.') ?? [];
    const next = `${major}.${Number(minor) + 1}.0`;
    expect(manifestsIn(copy).map(({ name, version }) => [name, version])).toEqual(
      before.map(({ name, version, private: isPrivate }) => [name, isPrivate === true ? version : next]),
    );
    expect(readFileSync(join(copy, 'packages/mmsp/CHANGELOG.md'), 'utf8')).toContain('Something else.');
  } finally {
    rmSync(copy, { recursive: true });
  }
});
