import { type ExecFileOptions, execFile } from 'node:child_process';

/** What a command that checks something has to say where it fails; empty where it does not. */
export function complaintsOf(
  command: string,
  args: readonly string[],
  options: ExecFileOptions = {},
): Promise<string> {
  return new Promise((resolve) => {
    execFile(command, args, { ...options, encoding: 'utf8' }, (error, stdout, stderr) => {
      resolve(error === null ? '' : `${error.message}\n${stdout}${stderr}`);
    });
  });
}
