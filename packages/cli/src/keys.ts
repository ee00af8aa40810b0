import type { Title } from '@yinjian/provider-kit';
import type { Argv, Options } from 'yargs';
import type { Context } from './context.ts';
import { CliError } from './errors.ts';
import { readText } from './input.ts';
import { KEY_KINDS, type KeyKind, type KeyName } from './key-kinds.ts';
import { canPrompt, prompt } from './prompt.ts';

/** The arguments of a command. */
export type Arguments = Readonly<Record<string, unknown>>;

/**
 * Adds the options that say where keys come from. There is no option that takes a key itself: it would stay in the history of the shell, and
 * anyone on the machine could see it in the list of processes.
 */
export function withKeys<T>(yargs: Argv<T>, names: readonly KeyName[], { say }: Context): Argv<T> {
  const group = say({ en: 'Keys (never on the command line itself):', zh: '密钥（不能直接写在命令行上）：' });
  const options: Record<string, Options> = {};
  for (const { option, env, title } of names.map((name): KeyKind => KEY_KINDS[name])) {
    options[`${option}-file`] = {
      type: 'string',
      requiresArg: true,
      group,
      describe: say({
        en: `file with ${title.en}, - for standard input`,
        zh: `${title.zh}所在的文件，- 为标准输入`,
      }),
    };
    options[`${option}-env`] = {
      type: 'string',
      requiresArg: true,
      group,
      describe: say({
        en: `environment variable with it [${env}]`,
        zh: `${title.zh}所在的环境变量 [${env}]`,
      }),
    };
  }
  return yargs.options(options) as Argv<T>;
}

/** The key, from wherever it was said to be or usually is; `undefined` where it is nowhere. */
export async function findKey(name: KeyName, args: Arguments, { env }: Context): Promise<string | undefined> {
  const kind: KeyKind = KEY_KINDS[name];
  const file = args[`${kind.option}-file`] as string | undefined;
  const variable = args[`${kind.option}-env`] as string | undefined;
  if (file !== undefined && variable !== undefined) {
    throw new CliError('usage', {
      en: `Give one of --${kind.option}-file and --${kind.option}-env.`,
      zh: `--${kind.option}-file 与 --${kind.option}-env 只能给出一个。`,
    });
  }
  if (file !== undefined) return notEmpty(await readText(file, kind.title), file, kind);
  if (variable !== undefined) return notEmpty(env[variable] ?? '', variable, kind);
  return env[kind.env] || undefined;
}

/**
 * The key, asked for where it is nowhere else and somebody sits at a terminal. A private or public key has many lines
 * and cannot be typed in.
 *
 * @param why Why this key: said before what is needed.
 * @throws CliError `no_key`.
 */
export async function needKey(
  name: KeyName,
  args: Arguments,
  context: Context,
  why: Title = { en: '', zh: '' },
): Promise<string> {
  const found = await findKey(name, args, context);
  if (found !== undefined) return found;
  const kind: KeyKind = KEY_KINDS[name];
  const typed = isTyped(name) && canPrompt() ? await promptForKey(kind.title, context) : '';
  if (typed !== '') return typed;
  throw new CliError('no_key', {
    en: `${why.en}Needed: ${kind.title.en}. Give --${kind.option}-file FILE or --${kind.option}-env NAME, or set ${kind.env}.`,
    zh: `${why.zh}需要${kind.title.zh}。请用 --${kind.option}-file 文件 或 --${kind.option}-env 变量名 指定，或设置环境变量 ${kind.env}。`,
  });
}

/** The key where it is found or typed in; `undefined` where whoever is asked just presses Enter. */
export async function offerKey(
  name: KeyName,
  args: Arguments,
  context: Context,
): Promise<string | undefined> {
  const found = await findKey(name, args, context);
  if (found !== undefined || !canPrompt()) return found;
  const { title } = KEY_KINDS[name];
  const none: Title = { en: `${title.en} (Enter: none)`, zh: `${title.zh}（回车：没有）` };
  return (await promptForKey(none, context)) || undefined;
}

async function promptForKey(title: Title, { say }: Context): Promise<string> {
  return await prompt(`${say(title)}: `, { isHidden: true });
}

function isTyped(name: KeyName): boolean {
  return name === 'key' || name === 'agentKey';
}

function notEmpty(key: string, from: string, { title }: KeyKind): string {
  if (key !== '') return key;
  throw new CliError('no_key', {
    en: `${from} is empty: there should be ${title.en}.`,
    zh: `${from} 为空，其中应有${title.zh}。`,
  });
}
