import type { Title } from '@yinjian/provider-kit';
import type { Explanation } from '@yinjian/signature-debugger';
import { debuggerOptions, withDebuggerOptions } from '../debugger-options.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readMessage } from '../input.ts';
import { offerKey } from '../keys.ts';
import { explanationInWords } from '../output/explanation.ts';
import { print, printJson } from '../output/print.ts';
import { begin, type Command } from '../parser.ts';

/** `yinjian explain`. */
export const explain: Command = (parser, context, finish) => {
  const { say } = context;
  return parser.command(
    'explain [message]',
    say({ en: 'show step by step how a message is signed', zh: '逐步说明报文如何签名' }),
    (yargs) =>
      withDebuggerOptions(begin(yargs, USAGE, context), context)
        .example(
          '$0 explain request.json --key-file key.txt',
          say({ en: 'an MMSP envelope', zh: 'MMSP 报文' }),
        )
        .example('pbpaste | $0 explain', say({ en: 'whatever was copied', zh: '剪贴板中的内容' }))
        .example(
          '$0 explain access.log --json',
          say({ en: 'a request as a log has it; as data', zh: '日志中的请求，输出 JSON' }),
        ),
    async (args) => {
      const { explain: explainMessage } = await import('@yinjian/signature-debugger');
      const message = await readMessage(args.message, INPUT, { lenient: true });
      const options = await debuggerOptions(args, context);
      let explanation = await explainMessage(message, options);
      // Which key is wanted is known only now.
      if (explanation.verdict.result === 'no_key' && isDigested(explanation)) {
        const key = await offerKey('key', args, context);
        if (key !== undefined) explanation = await explainMessage(message, { ...options, key });
      }
      if (context.json) printJson(explanation);
      else print(...explanationInWords(explanation, context));
      finish(exitCodeOf(explanation));
    },
  );
};

const USAGE: Title = {
  en: '$0 explain [message]\n\nTakes anything that holds a message: JSON, a body alone, XML, a payout, a form, an HTTP request or response from a log, a curl line. Says what it is, which fields are signed and why, the text that is signed, its digest, and whether the signature matches. Works without a key too, as far as that goes.',
  zh: '$0 explain [报文]\n\n接受任何含有报文的内容：JSON、单独的包体、XML、代付报文、表单、日志中的 HTTP 请求或应答、curl 命令。说明它是什么、哪些字段参与签名及原因、待签名文本、摘要，以及签名是否相符。没有密钥也可使用。',
};
const INPUT: Title = { en: 'the message', zh: '报文' };

/** A key that is a text is wanted, not RSA keys. */
function isDigested({ steps }: Explanation): boolean {
  return steps.some(({ kind }) => kind === 'digest');
}

const EXIT_CODES: Readonly<Record<Explanation['verdict']['result'], ExitCode>> = {
  match: EXIT.fine,
  no_key: EXIT.fine,
  no_signature: EXIT.fine,
  unsigned: EXIT.fine,
  mismatch: EXIT.failed,
  undecryptable: EXIT.failed,
  unreadable: EXIT.usage,
};

function exitCodeOf({ verdict }: Explanation): ExitCode {
  return EXIT_CODES[verdict.result];
}
