import { importRsaPrivateKey, signSha1WithRsa } from '@yinjian/crypto-webcrypto';
import { sign as signMmsp } from '@yinjian/mmsp';
import {
  canonicalizeJson,
  canonicalizeQuery,
  encodeBase64,
  encodeFlatXml,
  encodeUtf8,
} from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import { type SignType, sign as signWechat } from '@yinjian/wechat-transit';
import type { Context } from '../context.ts';
import { CliError } from '../errors.ts';
import { EXIT } from '../exit-code.ts';
import { readMessage } from '../input.ts';
import { type Arguments, needKey, withKeys } from '../keys.ts';
import { type Message, readMessageKind } from '../message-kind.ts';
import { messageArgument, platformOption, signTypeOption } from '../options.ts';
import { print, printJson } from '../output/print.ts';
import { begin, type Command } from '../parser.ts';
import { needMmspKey } from '../signing-key.ts';

/** `yinjian sign`. */
export const sign: Command = (parser, context, finish) => {
  const { say } = context;
  return parser.command(
    'sign [message]',
    say({ en: 'make the signature of a message', zh: '为报文生成签名' }),
    (yargs) =>
      withKeys(begin(yargs, USAGE, context), ['key', 'agentKey', 'merchantPrivateKey'], context)
        .positional('message', messageArgument(context))
        .option('platform', platformOption(context))
        .option('sign-type', signTypeOption(context, ABSENT))
        .option('complete', {
          type: 'boolean',
          describe: say({ en: 'print the whole message with its signature', zh: '输出带签名的完整报文' }),
        })
        .example(
          '$0 sign body.json --key-file key.txt',
          say({ en: 'the Sign of an MMSP body', zh: 'MMSP 包体的 Sign' }),
        )
        .example(
          '$0 sign envelope.json --complete --key-env MD5_KEY',
          say({ en: 'the whole envelope, signed', zh: '已签名的完整报文' }),
        )
        .example(
          '$0 sign request.xml --sign-type MD5 < key.txt --key-file -',
          say({
            en: 'a WeChat Pay message; the key from standard input',
            zh: '微信支付报文，密钥取自标准输入',
          }),
        )
        .example(
          '$0 sign payout.json --merchant-private-key-file merchant-private.pem',
          say({ en: 'the SIGN of a payout', zh: '代付报文的 SIGN' }),
        ),
    async (args) => {
      const text = await readMessage(args.message, INPUT);
      const message = await readMessageKind(text, args.platform);
      const signed = await signMessage(message, args, context, args['sign-type']);
      const whole = args.complete === true ? complete(message, signed) : undefined;
      if (context.json) printJson({ ...signed, ...(whole === undefined ? {} : { message: whole }) });
      else print(whole ?? signed.signature);
      finish(EXIT.fine);
    },
  );
};

const USAGE: Title = {
  en: '$0 sign [message]\n\nPrints the signature of an MMSP body or envelope (Sign), of a WeChat Pay message (sign), or of the plain text of a payout (SIGN).',
  zh: '$0 sign [报文]\n\n输出签名：MMSP 包体或完整报文的 Sign，微信支付报文的 sign，或代付明文的 SIGN。',
};
const INPUT: Title = { en: 'the message', zh: '报文' };
const ABSENT: Title = {
  en: 'otherwise that of sign_type, or HMAC-SHA256',
  zh: '缺省按报文中的 sign_type，没有则为 HMAC-SHA256',
};

interface Signed {
  readonly platform: 'mmsp' | 'wechat-transit';
  /** The field that the signature belongs into. */
  readonly field: 'Sign' | 'sign' | 'SIGN';
  readonly algorithm: 'MD5' | 'HMAC-SHA256' | 'SHA1withRSA';
  readonly signature: string;
  /** What is signed, without the key. */
  readonly signedText: string;
}

async function signMessage(
  message: Message,
  args: Arguments,
  context: Context,
  signType: SignType | undefined,
): Promise<Signed> {
  switch (message.kind) {
    case 'envelope':
    case 'body': {
      const signedText = canonicalizeJson(message.body);
      const signature = signMmsp(message.body, await needMmspKey(message, args, context));
      return { platform: 'mmsp', field: 'Sign', algorithm: 'MD5', signature, signedText };
    }
    case 'xml': {
      const algorithm = signTypeOf(message.fields, signType);
      const signedText = canonicalizeQuery(message.fields);
      const signature = signWechat(message.fields, await needKey('key', args, context), algorithm);
      return { platform: 'wechat-transit', field: 'sign', algorithm, signature, signedText };
    }
    case 'payout-plaintext': {
      const key = await importRsaPrivateKey(await needKey('merchantPrivateKey', args, context));
      const signature = encodeBase64(await signSha1WithRsa(encodeUtf8(message.text), key));
      return {
        platform: 'mmsp',
        field: 'SIGN',
        algorithm: 'SHA1withRSA',
        signature,
        signedText: message.text,
      };
    }
    case 'payout':
      throw new CliError('unreadable', {
        en: 'Of a payout the plain text is signed, not what it is encrypted to: see `yinjian encrypt`.',
        zh: '代付对明文签名，而不是对密文签名：请用 `yinjian encrypt`。',
      });
  }
}

/** `sign_type` is part of what is signed: another algorithm would contradict it. */
function signTypeOf(fields: ReadonlyMap<string, string>, asked: SignType | undefined): SignType {
  const told = fields.get('sign_type');
  if (told === undefined || told === '') return asked ?? 'HMAC-SHA256';
  if ((told === 'MD5' || told === 'HMAC-SHA256') && (asked ?? told) === told) return told;
  throw new CliError('usage', {
    en: `The message says sign_type ${told}.`,
    zh: `报文中的 sign_type 为 ${told}。`,
  });
}

function complete(message: Message, { signature }: Signed): string {
  if (message.kind === 'xml') {
    return encodeFlatXml(
      new Map([...message.fields].filter(([name]) => name !== 'sign').concat([['sign', signature]])),
    );
  }
  if (message.kind === 'envelope') {
    const members = new Map(message.members).set('Sign', JSON.stringify(signature));
    return `{${[...members].map(([name, raw]) => `${JSON.stringify(name)}:${raw}`).join(',')}}`;
  }
  throw new CliError('usage', {
    en: '--complete needs an envelope or XML: there is no place for a signature in what was given.',
    zh: '--complete 需要完整报文或 XML：给出的内容中没有签名的位置。',
  });
}
