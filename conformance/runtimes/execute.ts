import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { root } from '../../scripts/packages.ts';

type Environment = Readonly<Record<string, string>>;

export interface RunningProgram {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** Ends it, and everything it has started. */
  readonly kill: () => void;
}

/** Starts a program that ends with this process at the latest. */
export function start(command: string, args: readonly string[], env: Environment = {}): RunningProgram {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, to be killed as one: some runtimes come wrapped in a program that starts them.
    detached: true,
  });
  const kill = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  };
  const interrupt = () => {
    kill();
    process.exit(130);
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  child.on('close', () => process.off('SIGINT', interrupt).off('SIGTERM', interrupt));
  return { child, kill };
}

export interface Execution {
  /** `null` when it could not be started, or was killed. */
  readonly status: number | null;
  /** Both streams, as they came. */
  readonly output: string;
}

interface ExecutionOptions {
  readonly env?: Environment;
  /** After so long it is killed. */
  readonly seconds?: number;
}

/** Runs a program to its end and keeps what it says. */
export function execute(
  command: string,
  args: readonly string[],
  { env = {}, seconds = 60 }: ExecutionOptions = {},
): Promise<Execution> {
  return new Promise((resolve) => {
    let output = '';
    const { child, kill } = start(command, args, env);
    const timer = setTimeout(() => {
      output += `\nKilled after ${seconds} seconds`;
      kill();
    }, seconds * 1000);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', (error) => {
      output += error.message;
    });
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ status, output });
    });
  });
}
