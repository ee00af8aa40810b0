import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** Everything that happens later. Once it is closed nothing happens any more. */
export class Scheduler {
  readonly #closing = new AbortController();
  readonly #running = new Set<Promise<void>>();
  readonly #timeScale: number;
  readonly #onError: (error: unknown) => void;

  constructor(timeScale: number, onError: (error: unknown) => void) {
    this.#timeScale = timeScale;
    this.#onError = onError;
    setMaxListeners(0, this.#closing.signal);
  }

  /** Fires when the sandbox closes. */
  get signal(): AbortSignal {
    return this.#closing.signal;
  }

  /** Waits for a documented pause, scaled. Rejects when the sandbox closes. */
  async pause(seconds: number): Promise<void> {
    await this.wait(seconds * this.#timeScale);
  }

  /** Waits in real time. Rejects when the sandbox closes. */
  async wait(seconds: number): Promise<void> {
    await sleep(seconds * 1000, undefined, { signal: this.signal });
  }

  /** Does something after a documented pause, scaled. */
  after(seconds: number, task: () => void): void {
    this.run(async () => {
      await this.pause(seconds);
      task();
    });
  }

  /** Runs a task in the background. */
  run(task: () => Promise<void>): void {
    const running = this.#guard(task).finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async #guard(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      if (!this.signal.aborted) this.#onError(error);
    }
  }

  /** Ends every wait and comes back when the last task has ended. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#running);
  }
}
