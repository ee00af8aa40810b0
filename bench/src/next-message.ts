import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/**
 * The next message of a process.
 *
 * @throws where the process ends instead
 */
export async function nextMessage(child: ChildProcess): Promise<unknown> {
  const settled = new AbortController();
  const { signal } = settled;
  const exit = once(child, 'exit', { signal }).then(() => {
    throw new Error('the process ended');
  });
  try {
    const [message] = await Promise.race([once(child, 'message', { signal }), exit]);
    return message;
  } finally {
    // The other of the two is given up.
    settled.abort();
    exit.catch(() => undefined);
  }
}
