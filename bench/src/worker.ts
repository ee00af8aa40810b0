import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { nextMessage } from './next-message.ts';
import type { Job } from './peers/library.ts';
import type { Answer, Request } from './process.ts';
import type { LibraryName } from './rows.ts';

/** A library in a process of its own. */
export class Worker {
  readonly #name: LibraryName;
  readonly #child: ChildProcess;

  constructor(name: LibraryName) {
    this.#name = name;
    // Or else V8 forgets what it compiled for a job while the others have their turn; a busy server's stays.
    const execArgv = ['--no-flush-bytecode'];
    this.#child = fork(join(import.meta.dirname, 'process.ts'), [name], { execArgv });
  }

  /** @returns how many results were looked at */
  check(): Promise<number> {
    return this.#ask({ check: true });
  }

  /** Nanoseconds for one run of a job. */
  measure(job: Job, milliseconds: number): Promise<number> {
    return this.#ask({ job, milliseconds });
  }

  stop(): void {
    this.#child.disconnect();
  }

  async #ask(request: Request): Promise<number> {
    this.#child.send(request);
    const answer = (await nextMessage(this.#child)) as Answer;
    if ('error' in answer) throw new Error(`${this.#name}: ${answer.error}`);
    return answer.value;
  }
}
