import { spawn } from 'node:child_process';
import { type AddressInfo, connect, createServer } from 'node:net';

/** An example's server, running as a program of its own. */
export interface Program {
  readonly url: string;
  /** Ends it. @returns the lines that it has written. */
  readonly stop: () => Promise<readonly string[]>;
}

/**
 * Starts a server and waits until it listens.
 *
 * @param port Where it will listen: the one that `PORT` names.
 * @throws Error with what it wrote where it ends before it listens.
 */
export async function startProgram(
  command: string,
  args: readonly string[],
  { port, env }: { readonly port: number; readonly env: Readonly<Record<string, string>> },
): Promise<Program> {
  let output = '';
  let ended = false;
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const closed = new Promise<void>((resolve) => {
    child.on('error', (error) => {
      output += String(error);
    });
    child.on('close', () => {
      ended = true;
      resolve();
    });
  });
  while (!(await isListening(port))) {
    if (ended) throw new Error(`The server ended before it listened:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill();
      await closed;
      return output.split('\n').filter((line) => line !== '');
    },
  };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => void server.close(resolve));
  return port;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => void socket.end(() => resolve(true))).on('error', () => resolve(false));
  });
}
