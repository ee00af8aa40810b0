import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { buildProgram } from './build-program.ts';

/** What came of a command line. */
export interface Result {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Standard input; empty where absent. */
  readonly input?: string | Uint8Array;
  /** In addition to `PATH`: nothing of the machine's own language or keys. */
  readonly env?: Readonly<Record<string, string>>;
  /** What runs the program; where absent, what runs the test. */
  readonly node?: string;
}

let program: Awaited<ReturnType<typeof buildProgram>> | undefined;
let folder: string;

beforeAll(async () => {
  program = await buildProgram();
  folder = mkdtempSync(join(tmpdir(), 'yinjian-cli-'));
});

afterAll(() => {
  program?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A folder for the files of a test, in which the program runs. */
export const workFolder = (): string => folder;

/** The file that Node runs. */
export const programFile = (): string => program?.file ?? '';

/** Starts the program in its folder, with pipes. */
export function start(
  args: readonly string[],
  { env = {}, node = process.execPath }: RunOptions = {},
): ChildProcess {
  return spawn(node, [programFile(), ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, ...env },
  });
}

/** Runs the program to its end. */
export async function yinjian(args: readonly string[], options: RunOptions = {}): Promise<Result> {
  const child = start(args, options);
  child.stdin?.on('error', () => {});
  child.stdin?.end(options.input ?? '');
  return await resultOf(child);
}

/** What a program that was started comes to. */
export async function resultOf(child: ChildProcess): Promise<Result> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  return { status, stdout, stderr };
}

/** What `--json` printed. */
export function jsonOf({ stdout }: Pick<Result, 'stdout'>): unknown {
  return JSON.parse(stdout);
}
