import type { Title } from '@yinjian/provider-kit';
import type { DiagnoseOptions, Diagnosis } from '@yinjian/signature-debugger';
import { debuggerOptions, withDebuggerOptions } from '../debugger-options.ts';
import { CliError } from '../errors.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readMessage, readText } from '../input.ts';
import { needKey } from '../keys.ts';
import { diagnosisInWords } from '../output/diagnosis.ts';
import { print, printJson } from '../output/print.ts';
import { begin, type Command } from '../parser.ts';

/** Enough on a slow machine too, where the program has just started: what is found must not depend on either. */
const SEARCH_MILLISECONDS = 3000;

/** `yinjian diagnose`. */
export const diagnose: Command = (parser, context, finish) => {
  const { say } = context;
  return parser.command(
    'diagnose [message]',
    say({ en: 'find out why a signature does not match', zh: '找出签名不符的原因' }),
    (yargs) =>
      withDebuggerOptions(begin(yargs, USAGE, context), context)
        .option('their-text', {
          type: 'string',
          requiresArg: true,
          describe: say({
            en: 'the text that was signed: a file, -, or the text itself',
            zh: '实际签名的文本：文件名、- 或文本本身',
          }),
        })
        .option('other-keys-file', {
          type: 'string',
          requiresArg: true,
          describe: say({
            en: 'file with other keys that may have been taken by mistake, one a line',
            zh: '可能误用的其他密钥所在的文件，每行一个',
          }),
        })
        .option('milliseconds', {
          type: 'string',
          requiresArg: true,
          describe: say({
            en: `how long to search, in milliseconds [${SEARCH_MILLISECONDS}]`,
            zh: `搜索时限（毫秒）[${SEARCH_MILLISECONDS}]`,
          }),
        })
        .example(
          '$0 diagnose request.json --key-file key.txt',
          say({ en: 'why is Sign wrong?', zh: 'Sign 为何不对？' }),
        )
        .example(
          '$0 diagnose request.xml --key-env API_KEY --their-text signed.txt',
          say({ en: 'with the text that your program signed', zh: '附上程序实际签名的文本' }),
        )
        .example(
          '$0 diagnose payout.json --merchant-public-key-file merchant-public.pem --platform-private-key-file sandbox.pem',
          say({ en: 'a payout request', zh: '代付请求' }),
        ),
    async (args) => {
      const { diagnose: diagnoseMessage } = await import('@yinjian/signature-debugger');
      const message = await readMessage(args.message, INPUT, { lenient: true });
      const theirText = args['their-text'];
      const options: DiagnoseOptions = {
        ...(await debuggerOptions(args, context)),
        ...(theirText === undefined
          ? {}
          : { theirText: await readMessage(theirText, THEIR_TEXT, { lenient: true }) }),
        ...(args['other-keys-file'] === undefined
          ? {}
          : { otherKeys: await readLines(args['other-keys-file']) }),
        milliseconds:
          args.milliseconds === undefined ? SEARCH_MILLISECONDS : readMilliseconds(args.milliseconds),
      };
      let diagnosis = await diagnoseMessage(message, options);
      // Which key is wanted is known only now.
      if (diagnosis.explanation.verdict.result === 'no_key' && wantsKey(diagnosis)) {
        diagnosis = await diagnoseMessage(message, { ...options, key: await needKey('key', args, context) });
      }
      if (context.json) printJson(diagnosis);
      else print(...diagnosisInWords(diagnosis, context));
      finish(exitCodeOf(diagnosis));
    },
  );
};

const USAGE: Title = {
  en: '$0 diagnose [message]\n\nTakes what `yinjian explain` takes. Where the signature does not match, searches for the mistakes that lead to it, alone and in pairs, and says how to mend them. Exits with 0 if the signature is right, with 1 if not, with 2 if the message cannot be read.',
  zh: '$0 diagnose [报文]\n\n接受的内容与 `yinjian explain` 相同。签名不符时搜索导致该签名的错误（单个或两个同时），并说明如何修正。签名正确时退出码为 0，否则为 1；报文无法读取时为 2。',
};
const INPUT: Title = { en: 'the message', zh: '报文' };
const THEIR_TEXT: Title = { en: 'the text that was signed', zh: '实际签名的文本' };
const OTHER_KEYS: Title = { en: 'the other keys', zh: '其他密钥' };

async function readLines(file: string): Promise<string[]> {
  return (await readText(file, OTHER_KEYS)).split(/\r?\n/).filter((line) => line !== '');
}

function readMilliseconds(text: string): number {
  const milliseconds = Number(text);
  if (/^\d{1,6}$/.test(text) && milliseconds > 0) return milliseconds;
  throw new CliError('usage', {
    en: '--milliseconds is a whole number above 0.',
    zh: '--milliseconds 必须是大于 0 的整数。',
  });
}

function wantsKey({ explanation }: Diagnosis): boolean {
  return explanation.steps.some(({ kind }) => kind === 'digest');
}

function exitCodeOf({ verdict, explanation }: Diagnosis): ExitCode {
  if (explanation.verdict.result === 'unreadable') return EXIT.usage;
  return verdict === 'match' ? EXIT.fine : EXIT.failed;
}
