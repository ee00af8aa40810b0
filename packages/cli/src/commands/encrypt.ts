import { encryptRsaPkcs1 } from '@yinjian/crypto-webcrypto';
import { payout } from '@yinjian/mmsp';
import { encodeBase64, encodeUtf8 } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import { EXIT } from '../exit-code.ts';
import { readMessage } from '../input.ts';
import { withKeys } from '../keys.ts';
import { messageArgument } from '../options.ts';
import { printJson } from '../output/print.ts';
import { begin, type Command } from '../parser.ts';
import { fromOption, needPrivateKey, needPublicKey, payoutKeyNames } from '../payout-keys.ts';

/** `yinjian encrypt`. */
export const encrypt: Command = (parser, context, finish) => {
  const { say } = context;
  return parser.command(
    'encrypt [plaintext]',
    say({ en: 'encrypt and sign a payout message', zh: '加密并签名代付报文' }),
    (yargs) =>
      withKeys(begin(yargs, USAGE, context), payoutKeyNames('encrypts', 'signs'), context)
        .positional('plaintext', messageArgument(context))
        .option('from', fromOption(context, 'merchant'))
        .option('unsigned', { type: 'boolean', describe: say({ en: 'leave SIGN out', zh: '不含 SIGN' }) })
        .example(
          '$0 encrypt payout.json --platform-public-key-file platform-public.pem --merchant-private-key-file merchant-private.pem',
          say({ en: 'a request', zh: '请求' }),
        )
        .example(
          '$0 encrypt reply.json --from platform --merchant-public-key-file merchant-public.pem --unsigned',
          say({ en: 'a reply, to test with', zh: '用于测试的应答' }),
        ),
    async (args) => {
      const text = await readMessage(args.plaintext, INPUT);
      const receiver = await needPublicKey('encrypts', args.from, args, context);
      printJson(
        args.unsigned === true
          ? { ENCRYPT: encodeBase64(await encryptRsaPkcs1(encodeUtf8(text), receiver)) }
          : await payout.seal(text, receiver, await needPrivateKey('signs', args.from, args, context)),
      );
      finish(EXIT.fine);
    },
  );
};

const USAGE: Title = {
  en: '$0 encrypt [plaintext]\n\nEncrypts the text for the receiver and signs it as the sender, as payouts want it (RSA PKCS#1 v1.5 in blocks, SHA1withRSA), and prints {"ENCRYPT": …, "SIGN": …}. The text is taken as it is, but for one line break at its end.',
  zh: '$0 encrypt [明文]\n\n按代付要求以接收方公钥分段加密（RSA PKCS#1 v1.5）、以发送方私钥签名（SHA1withRSA），输出 {"ENCRYPT": …, "SIGN": …}。除末尾的一个换行外，明文原样使用。',
};
const INPUT: Title = { en: 'the plain text', zh: '明文' };
