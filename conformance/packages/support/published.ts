import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inject } from 'vitest';

/** What the tests look at in a package.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly license: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A package as it is in its tarball. */
export interface Published {
  readonly name: string;
  readonly tarball: string;
  readonly manifest: Manifest;
  /** Every file, by its path in the package. */
  readonly files: ReadonlyMap<string, string>;
  /** What can be imported: the name of the package, and with each subpath. */
  readonly specifiers: readonly string[];
}

/** What runs on Node alone; everything else runs everywhere. */
const NEEDS_NODE: ReadonlySet<string> = new Set(['@yinjian/cli', '@yinjian/sandbox']);

/** What runs in a page alone. */
export const needsPage = (specifier: string): boolean => specifier === '@yinjian/signature-debugger/element';

export const needsNode = ({ name }: Published): boolean => NEEDS_NODE.has(name);

/** Every package that was packed. */
export function published(): Published[] {
  return inject('tarballs').map((tarball) => {
    const files = unpack(tarball);
    const manifest = JSON.parse(files.get('package.json') ?? '') as Manifest;
    const subpaths = Object.keys(manifest.exports).filter((subpath) => subpath !== './package.json');
    const specifiers = subpaths.map((subpath) => `${manifest.name}${subpath.slice(1)}`);
    return { name: manifest.name, tarball, manifest, files, specifiers };
  });
}

function unpack(tarball: string): Map<string, string> {
  const folder = join(inject('installed'), `unpacked-${basename(tarball)}-${process.pid}`);
  mkdirSync(folder);
  execFileSync('tar', ['-xzf', tarball, '-C', folder]);
  const paths = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map(
    (path) => [path.slice(`${folder}/package/`.length), readFileSync(path, 'utf8')] as const,
  );
  rmSync(folder, { recursive: true });
  return new Map(files.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
