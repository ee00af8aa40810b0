import { payout, verifySign as verifyMmsp } from '@yinjian/mmsp';
import type { Title } from '@yinjian/provider-kit';
import { type SignType, verifySign as verifyWechat } from '@yinjian/wechat-transit';
import type { Context } from '../context.ts';
import { CliError } from '../errors.ts';
import { EXIT } from '../exit-code.ts';
import { readMessage } from '../input.ts';
import { type Arguments, needKey, withKeys } from '../keys.ts';
import { type Message, readMessageKind } from '../message-kind.ts';
import { openPayout } from '../open-payout.ts';
import { messageArgument, platformOption, signTypeOption } from '../options.ts';
import { note, print, printJson } from '../output/print.ts';
import { style } from '../output/style.ts';
import { begin, type Command } from '../parser.ts';
import { fromOption, needPrivateKey, needPublicKey, payoutKeyNames, type Sender } from '../payout-keys.ts';
import { needMmspKey } from '../signing-key.ts';

/** `yinjian verify`. */
export const verify: Command = (parser, context, finish) => {
  const { say } = context;
  return parser.command(
    'verify [message]',
    say({ en: 'check the signature of a message', zh: '校验报文的签名' }),
    (yargs) =>
      withKeys(
        begin(yargs, USAGE, context),
        ['key', 'agentKey', ...payoutKeyNames('opens', 'checks')],
        context,
      )
        .positional('message', messageArgument(context))
        .option('signature', {
          type: 'string',
          requiresArg: true,
          describe: say({ en: 'the signature, where the message has none', zh: '报文中没有签名时在此给出' }),
        })
        .option('platform', platformOption(context))
        .option('sign-type', signTypeOption(context, ABSENT))
        .option('from', fromOption(context, 'platform'))
        .example(
          '$0 verify notification.json --key-file key.txt',
          say({ en: 'an MMSP message', zh: 'MMSP 报文' }),
        )
        .example(
          '$0 verify notice.xml --key-env API_KEY',
          say({ en: 'a WeChat Pay notice', zh: '微信支付通知' }),
        )
        .example(
          '$0 verify body.json --signature B13EFC4CC79C5B34AB3A1BBA46C69E17',
          say({ en: 'a body alone; the key is YINJIAN_KEY', zh: '仅包体，密钥为 YINJIAN_KEY' }),
        ),
    async (args) => {
      const message = await readMessageKind(await readMessage(args.message, INPUT), args.platform);
      const checked = await check(message, { ...args, asked: args['sign-type'], from: args.from }, context);
      if (context.json) printJson(checked);
      else if (checked.valid)
        print(style('green', say({ en: '✓ The signature is valid.', zh: '✓ 签名正确。' })));
      else {
        print(style('red', say(REASONS[checked.reason ?? 'mismatch'])));
        note(say(checked.hint ?? HINT));
      }
      finish(checked.valid ? EXIT.fine : EXIT.failed);
    },
  );
};

const USAGE: Title = {
  en: '$0 verify [message]\n\nChecks the signature of an MMSP envelope or body, of a WeChat Pay message, or of a payout, which is decrypted first. Exits with 0 if it is valid, with 1 if not.',
  zh: '$0 verify [报文]\n\n校验签名：MMSP 完整报文或包体、微信支付报文，或代付报文（先解密）。正确时退出码为 0，不符时为 1。',
};
const INPUT: Title = { en: 'the message', zh: '报文' };
const ABSENT: Title = {
  en: 'a message cannot choose it [HMAC-SHA256]',
  zh: '不由报文决定 [HMAC-SHA256]',
};
const HINT: Title = { en: '`yinjian diagnose` finds out why.', zh: '`yinjian diagnose` 可查明原因。' };
const REASONS = {
  mismatch: { en: '✗ The signature does not match.', zh: '✗ 签名不符。' },
  missing: { en: '✗ The message has no signature.', zh: '✗ 报文没有签名。' },
} satisfies Record<string, Title>;

interface Checked {
  readonly valid: boolean;
  readonly platform: 'mmsp' | 'wechat-transit';
  readonly algorithm: 'MD5' | 'HMAC-SHA256' | 'SHA1withRSA';
  readonly reason?: keyof typeof REASONS;
}

interface Options extends Arguments {
  readonly signature?: string | undefined;
  readonly asked: SignType | undefined;
  readonly from: Sender;
}

async function check(
  message: Message,
  options: Options,
  context: Context,
): Promise<Checked & { readonly hint?: Title }> {
  if (message.kind === 'payout-plaintext') {
    throw new CliError('unreadable', {
      en: 'This is the plain text of a payout. Its SIGN is checked with the message as it travels: {"ENCRYPT": …, "SIGN": …}.',
      zh: '这是代付明文。请提供传输中的报文 {"ENCRYPT": …, "SIGN": …} 来校验 SIGN。',
    });
  }
  const signature = options.signature ?? message.signature;
  const judged = (valid: boolean) =>
    valid ? { valid } : ({ valid, reason: signature === '' ? 'missing' : 'mismatch' } as const);
  switch (message.kind) {
    case 'envelope':
    case 'body': {
      const valid =
        signature !== '' && verifyMmsp(message.body, signature, await needMmspKey(message, options, context));
      return { ...judged(valid), platform: 'mmsp', algorithm: 'MD5' };
    }
    case 'xml': {
      const algorithm = options.asked ?? 'HMAC-SHA256';
      const fields = new Map(message.fields).set('sign', signature);
      const valid =
        signature !== '' && verifyWechat(fields, await needKey('key', options, context), algorithm);
      const hint = valid || signature.length !== 32 || algorithm === 'MD5' ? {} : { hint: LOOKS_LIKE_MD5 };
      return { ...judged(valid), platform: 'wechat-transit', algorithm, ...hint };
    }
    case 'payout': {
      const plaintext = await openPayout(
        message.encrypted,
        await needPrivateKey('opens', options.from, options, context),
      );
      const key = await needPublicKey('checks', options.from, options, context);
      const valid = signature !== '' && (await payout.isSealedBy(plaintext, signature, key));
      return { ...judged(valid), platform: 'mmsp', algorithm: 'SHA1withRSA' };
    }
  }
}

const LOOKS_LIKE_MD5: Title = {
  en: 'It has the length of MD5: if the merchant is set up for it, give --sign-type MD5.',
  zh: '其长度与 MD5 相同：若商户使用 MD5，请加 --sign-type MD5。',
};
