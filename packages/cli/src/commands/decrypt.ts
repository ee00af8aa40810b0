import { payout } from '@yinjian/mmsp';
import type { Title } from '@yinjian/provider-kit';
import type { Context } from '../context.ts';
import { CliError } from '../errors.ts';
import { EXIT } from '../exit-code.ts';
import { readMessage } from '../input.ts';
import { type Arguments, withKeys } from '../keys.ts';
import { readMessageKind } from '../message-kind.ts';
import { openPayout } from '../open-payout.ts';
import { messageArgument } from '../options.ts';
import { note, printJson } from '../output/print.ts';
import { errorStyle } from '../output/style.ts';
import { begin, type Command } from '../parser.ts';
import { findCheckingKey, fromOption, needPrivateKey, payoutKeyNames, type Sender } from '../payout-keys.ts';

/** `yinjian decrypt`. */
export const decrypt: Command = (parser, context, finish) => {
  const { say } = context;
  return parser.command(
    'decrypt [message]',
    say({ en: 'decrypt a payout message and check its signature', zh: '解密代付报文并校验其签名' }),
    (yargs) =>
      withKeys(begin(yargs, USAGE, context), payoutKeyNames('opens', 'checks'), context)
        .positional('message', messageArgument(context))
        .option('from', fromOption(context, 'platform'))
        .example(
          '$0 decrypt reply.json --merchant-private-key-file merchant-private.pem --platform-public-key-file platform-public.pem',
          say({ en: 'a reply', zh: '应答' }),
        )
        .example(
          '$0 decrypt - --merchant-private-key-file merchant-private.pem < encrypted.txt',
          say({ en: 'base64 alone', zh: '仅 base64 密文' }),
        ),
    async (args) => {
      const { encrypted, signature } = await readSealed(await readMessage(args.message, INPUT));
      const bytes = await openPayout(encrypted, await needPrivateKey('opens', args.from, args, context));
      const verdict = await check(bytes, signature, args.from, args, context);
      if (context.json) printJson({ plaintext: new TextDecoder().decode(bytes), signature: verdict });
      else {
        // As they are: they may be in another encoding.
        process.stdout.write(bytes);
        if (process.stdout.isTTY) process.stdout.write('\n');
        note(errorStyle(verdict === 'invalid' ? 'red' : 'dim', say(VERDICTS[verdict])));
      }
      finish(verdict === 'invalid' ? EXIT.failed : EXIT.fine);
    },
  );
};

const USAGE: Title = {
  en: '$0 decrypt [message]\n\nPrints the plain text of {"ENCRYPT": …, "SIGN": …} or of base64 alone. Where the sender\'s public key is given, SIGN is checked; exits with 1 if it does not match.',
  zh: '$0 decrypt [报文]\n\n输出 {"ENCRYPT": …, "SIGN": …} 或单独 base64 密文的明文。给出发送方公钥时校验 SIGN，不符时退出码为 1。',
};
const INPUT: Title = { en: 'the message', zh: '报文' };

const VERDICTS = {
  valid: { en: 'SIGN is valid.', zh: 'SIGN 正确。' },
  invalid: { en: 'SIGN does not match: do not believe this text.', zh: 'SIGN 不符：明文不可信。' },
  missing: {
    en: 'There is no SIGN: anyone may have written this.',
    zh: '没有 SIGN：任何人都可能写出该内容。',
  },
  not_checked: {
    en: 'SIGN was not checked: no public key of the sender was given.',
    zh: '未校验 SIGN：没有给出发送方公钥。',
  },
} satisfies Record<string, Title>;

async function check(
  bytes: Uint8Array,
  signature: string,
  from: Sender,
  args: Arguments,
  context: Context,
): Promise<keyof typeof VERDICTS> {
  if (signature === '') return 'missing';
  const key = await findCheckingKey(from, args, context);
  if (key === undefined) return 'not_checked';
  return (await payout.isSealedBy(bytes, signature, key)) ? 'valid' : 'invalid';
}

/** Base64 alone is taken too. */
async function readSealed(text: string): Promise<{ readonly encrypted: string; readonly signature: string }> {
  if (!text.trimStart().startsWith('{')) return { encrypted: text.replace(/\s/g, ''), signature: '' };
  const message = await readMessageKind(text, 'mmsp');
  if (message.kind === 'payout') return message;
  throw new CliError('unreadable', {
    en: 'There is no ENCRYPT in this message.',
    zh: '报文中没有 ENCRYPT。',
  });
}
