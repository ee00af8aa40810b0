import { readFileSync } from 'node:fs';
import type { Title } from '@yinjian/provider-kit';
import yargs, { type Argv } from 'yargs';
import { closest } from './catalog.ts';
import { completions } from './completions.ts';
import type { Context } from './context.ts';
import { CliError } from './errors.ts';
import type { ExitCode } from './exit-code.ts';
import type { Language } from './language.ts';

/** Adds a command to the parser; what it comes to is told to `finish`. */
export type Command = (parser: Argv, context: Context, finish: (exitCode: ExitCode) => void) => Argv;

const MAX_WIDTH = 110;

/** Begins the help of a command: its arguments and options come before keys and what every command has. */
export function begin<T>(parser: Argv<T>, usage: Title, { say }: Context): Argv<T> {
  return parser.usage(say(usage)).group([], say(ARGUMENTS)).group([], say(OPTIONS));
}

/** The parser of the whole command line. It exits nothing and prints nothing but help and completions. */
export function createParser(
  args: readonly string[],
  context: Context,
  commands: Readonly<Record<string, Command>>,
  finish: (exitCode: ExitCode) => void,
): Argv {
  const { say } = context;
  const names = Object.keys(commands);
  const parser = yargs([...args])
    .scriptName('yinjian')
    .parserConfiguration({
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'boolean-negation': false,
    })
    .locale(context.language === 'zh' ? 'zh_CN' : 'en')
    .updateStrings(WORDS[context.language] as Record<string, string>)
    .exitProcess(false)
    .fail((message, error) => {
      throw error === undefined || error.name === 'YError' ? usageError(message, args, names) : error;
    })
    .strict()
    .strictCommands()
    .check(refuseRepeated)
    .usage(say(USAGE))
    .option('json', { type: 'boolean', describe: say(JSON_OPTION) })
    .option('lang', { choices: ['en', 'zh'] as const, describe: say(LANG_OPTION) })
    .group(['json', 'lang', 'help', 'version'], say({ en: 'General:', zh: '通用：' }))
    .help('help', say({ en: 'show help', zh: '显示帮助' }))
    .alias('help', 'h')
    .version('version', say({ en: 'show the version', zh: '显示版本' }), version())
    .completion(NOBODY_TYPES_THIS, false, completions)
    .demandCommand(
      1,
      say({ en: 'A command is needed; --help lists them.', zh: '需要命令；--help 列出全部命令。' }),
    )
    .epilogue(say(EPILOGUE))
    .wrap(Math.min(process.stdout.columns ?? MAX_WIDTH, MAX_WIDTH));
  for (const command of Object.values(commands)) command(parser, context, finish);
  return parser;
}

/** The parser wants a name for a command of its own that prints a script; `yinjian completion` does that. */
const NOBODY_TYPES_THIS = '\0completion';

const USAGE: Title = {
  en: '$0 <command> [arguments]\n\nExplains, makes and checks the signatures of WeChat Pay v2 transit deduction and the MMSP open platform, finds out why one does not match, and calls their operations.',
  zh: '$0 <命令> [参数]\n\n解释、生成和校验微信支付 v2 公交地铁代扣与 MMSP 开放平台的签名，找出签名不符的原因，并可调用各接口。',
};
/** What the parser calls them too. */
const ARGUMENTS: Title = { en: 'Arguments:', zh: '参数：' };
const OPTIONS: Title = { en: 'Options:', zh: '选项：' };
const JSON_OPTION: Title = { en: 'print JSON; errors too', zh: '以 JSON 输出，错误亦然' };
const LANG_OPTION: Title = { en: 'language [LC_ALL, LANG]', zh: '语言 [LC_ALL、LANG]' };
const EPILOGUE: Title = {
  en: 'Exit status: 0 fine, 1 mismatch, failed or unknown, 2 wrong usage or unusable input.\n`yinjian <command> --help` has examples.',
  zh: '退出码：0 正常，1 不符、失败或结果未知，2 用法错误或输入不可用。\n`yinjian <命令> --help` 有示例。',
};

/** Before the name of a command that there is not; what is said of it needs the names that there are. */
const UNKNOWN_COMMAND = '\0unknown command ';

const TOO_FEW = 'Not enough non-option arguments: got %s, need at least %s';

const UNKNOWN = { one: `${UNKNOWN_COMMAND}%s`, other: `${UNKNOWN_COMMAND}%s` };

/** In the place of the parser's own words, where these say too little or too much; by number, where that matters. */
const WORDS: Readonly<Record<Language, Readonly<Record<string, string | Record<'one' | 'other', string>>>>> =
  {
    en: {
      'Positionals:': ARGUMENTS.en,
      'Unknown command: %s': UNKNOWN,
      [TOO_FEW]: { one: 'Too few arguments: %s of %s.', other: 'Too few arguments: %s of %s.' },
    },
    zh: {
      'Positionals:': ARGUMENTS.zh,
      'Unknown command: %s': UNKNOWN,
      [TOO_FEW]: { one: '参数不足：%s 个，需要 %s 个。', other: '参数不足：%s 个，需要 %s 个。' },
    },
  };

/** The parser would make a list of it. */
function refuseRepeated(argv: Readonly<Record<string, unknown>>): true {
  const repeated = Object.keys(argv).find((name) => Array.isArray(argv[name]) && !LISTS.has(name));
  if (repeated === undefined) return true;
  throw new CliError('usage', { en: `--${repeated} is given twice.`, zh: `--${repeated} 给出了两次。` });
}

/** Arguments of which there may be several. */
const LISTS: ReadonlySet<string> = new Set(['_', 'values']);

/** Somebody may try to give a key itself, which is not possible on purpose. */
function usageError(message: string, args: readonly string[], commands: readonly string[]): CliError {
  if (message.startsWith(UNKNOWN_COMMAND)) {
    return unknownCommand(message.slice(UNKNOWN_COMMAND.length), commands);
  }
  const triesKey = args.some((arg) => /^--(?:md5-?|api-?|agent-?)?(?:key|secret)(?:=|$)/i.test(arg));
  if (!triesKey) return new CliError('usage', { en: message, zh: message });
  return new CliError('usage', {
    en: 'A key is never given on the command line, where the shell keeps it. Use --key-file FILE, --key-env NAME or YINJIAN_KEY.',
    zh: '密钥不能写在命令行上，否则会留在 shell 历史中。请用 --key-file 文件、--key-env 变量名 或 YINJIAN_KEY。',
  });
}

/** @param words The command, and what else is no option. */
function unknownCommand(words: string, commands: readonly string[]): CliError {
  const [name = ''] = words.split(', ');
  const [meant] = [
    ...commands.filter((command) => name.length > 1 && command.startsWith(name.toLowerCase())),
    ...closest(name, commands),
  ];
  return new CliError('usage', {
    en: `There is no command ${name}.${meant === undefined ? '' : ` Did you mean ${meant}?`} \`yinjian --help\` lists all.`,
    zh: `没有名为 ${name} 的命令。${meant === undefined ? '' : `是否指 ${meant}？`}\`yinjian --help\` 列出全部命令。`,
  });
}

function version(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}
