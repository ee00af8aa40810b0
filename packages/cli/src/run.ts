import { COMMANDS } from './commands/index.ts';
import { type Context, createContext } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { STANDARD_INPUT } from './input.ts';
import { languageOf } from './language.ts';
import { printError } from './output/error.ts';
import { createParser } from './parser.ts';

/** Runs one command line. Never rejects: what goes wrong is printed on standard error. */
export async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<ExitCode> {
  const context = createContext(languageOf(args, env), args.includes('--json'), env);
  try {
    return await runCommand(args, context);
  } catch (error) {
    return printError(error, context);
  }
}

async function runCommand(args: readonly string[], context: Context): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.fine;
  const words = args.map((arg) => (arg === '-' ? STANDARD_INPUT : arg));
  const parser = createParser(words, context, COMMANDS, (code) => {
    exitCode = code;
  });
  if (args.length === 0) {
    process.stderr.write(`${await parser.getHelp()}\n`);
    return EXIT.usage;
  }
  await parser.parseAsync();
  return exitCode;
}
