import { openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { ReadStream } from 'node:tty';
import { CliError } from './errors.ts';
import { EXIT } from './exit-code.ts';

export interface PromptOptions {
  /** Shows nothing of what is typed. */
  readonly isHidden?: boolean;
  /** Default: the terminal, even where standard input is a pipe. */
  readonly input?: NodeJS.ReadableStream;
  /** Default: standard error, because standard output is for results. */
  readonly output?: NodeJS.WritableStream;
}

/** Whether somebody sits there to be asked. */
export function canPrompt(): boolean {
  return process.stderr.isTTY && (process.stdin.isTTY || terminal() !== undefined);
}

/**
 * What somebody types after the question.
 *
 * @throws CliError `interrupted` for Ctrl-C and Ctrl-D.
 */
export async function prompt(question: string, options: PromptOptions = {}): Promise<string> {
  const { isHidden = false, output = process.stderr } = options;
  const input = options.input ?? (process.stdin.isTTY ? process.stdin : terminal()) ?? process.stdin;
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  // It puts the terminal into raw mode either way, so that nothing but what goes to `output` is seen.
  const lines = createInterface({ input, output: isHidden ? nowhere : output, terminal: true });
  let isAnswered = false;
  try {
    if (isHidden) output.write(question);
    return await new Promise<string>((resolve, reject) => {
      lines.on('SIGINT', () => lines.close());
      // After an answer it changes nothing that this rejects.
      lines.on('close', () => reject(interrupted()));
      lines.question(isHidden ? '' : question, (answer) => {
        isAnswered = true;
        resolve(answer);
      });
    });
  } finally {
    lines.close();
    // Enter is not shown either, nor is Ctrl-C.
    if (isHidden || !isAnswered) output.write('\n');
    opened?.destroy();
    opened = undefined;
  }
}

function interrupted(): CliError {
  return new CliError('interrupted', { en: 'Interrupted.', zh: '已中断。' }, { exitCode: EXIT.interrupted });
}

let opened: ReadStream | undefined;

/** The terminal itself, where standard input is something else. */
function terminal(): ReadStream | undefined {
  try {
    opened ??= new ReadStream(openSync('/dev/tty', 'r'));
    return opened;
  } catch {
    return undefined;
  }
}
