import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { generateRsaKeyPair } from '@yinjian/crypto-webcrypto';
import type { Title } from '@yinjian/provider-kit';
import { CliError, systemCodeOf } from '../errors.ts';
import { EXIT } from '../exit-code.ts';
import { note, print, printJson } from '../output/print.ts';
import { errorStyle } from '../output/style.ts';
import { begin, type Command } from '../parser.ts';

/** `yinjian keygen`. */
export const keygen: Command = (parser, context, finish) => {
  const { say } = context;
  return parser.command(
    'keygen',
    say({ en: "make the merchant's RSA key pair for payouts", zh: '生成商户的代付 RSA 密钥对' }),
    (yargs) =>
      begin(yargs, USAGE, context)
        .option('bits', {
          choices: ['1024', '2048', '3072', '4096'] as const,
          default: '1024' as const,
          describe: say({ en: 'length of the key', zh: '密钥长度（位）' }),
        })
        .option('out', {
          type: 'string',
          requiresArg: true,
          default: '.',
          describe: say({ en: 'folder to write to', zh: '写入的目录' }),
        })
        .option('name', {
          type: 'string',
          requiresArg: true,
          default: 'merchant',
          describe: say({ en: 'what the files begin with', zh: '文件名前缀' }),
        })
        .option('force', { type: 'boolean', describe: say({ en: 'overwrite', zh: '覆盖已有文件' }) })
        .example('$0 keygen', say({ en: 'four files in this folder', zh: '在当前目录生成四个文件' }))
        .example(
          '$0 keygen --bits 2048 --out keys',
          say({ en: 'in another one, with 2048 bits', zh: '2048 位，写入 keys 目录' }),
        ),
    async (args) => {
      if (/[/\\\0]|^\.*$/.test(args.name)) {
        throw new CliError('usage', {
          en: '--name is no path; see --out.',
          zh: '--name 不是路径；目录请用 --out。',
        });
      }
      const { privateKeyPem, publicKeyPem } = await generateRsaKeyPair(Number(args.bits));
      const files = {
        privateKey: [join(args.out, `${args.name}-private.pem`), `${privateKeyPem.trimEnd()}\n`],
        publicKey: [join(args.out, `${args.name}-public.pem`), `${publicKeyPem.trimEnd()}\n`],
        privateKeyBase64: [join(args.out, `${args.name}-private.txt`), `${oneLine(privateKeyPem)}\n`],
        publicKeyBase64: [join(args.out, `${args.name}-public.txt`), `${oneLine(publicKeyPem)}\n`],
      } as const;
      write(args.out, Object.values(files), args.force === true);
      const paths = Object.fromEntries(Object.entries(files).map(([name, [path]]) => [name, path]));
      if (context.json) {
        printJson({ bits: Number(args.bits), files: paths, publicKey: oneLine(publicKeyPem) });
      } else {
        print(oneLine(publicKeyPem));
        for (const path of Object.values(paths)) note(say({ en: `written: ${path}`, zh: `已写入：${path}` }));
        note(say(HAND_OVER));
        if (args.bits === '1024') note(errorStyle('yellow', say(WEAK)));
      }
      finish(EXIT.fine);
    },
  );
};

const USAGE: Title = {
  en: '$0 keygen\n\nMakes an RSA key pair as the platform wants it: PEM (PKCS#8, SPKI) and base64 in one line, in four files that only you can read. Prints the public key, which is for the platform.',
  zh: '$0 keygen\n\n按平台要求生成 RSA 密钥对：PEM（PKCS#8、SPKI）与单行 base64，共四个文件，仅本人可读。输出公钥，供提交给平台。',
};
const HAND_OVER: Title = {
  en: 'The platform gets the public key above; the private key never leaves your hands.',
  zh: '请将上面的公钥提交给平台；私钥不得交给任何人。',
};
const WEAK: Title = {
  en: '1024 bits are what the documents ask for, and weak by now: --bits 2048 if the platform takes it.',
  zh: '文档要求 1024 位，以今天的标准偏弱；平台接受时请用 --bits 2048。',
};

/** All or none, and no key that exists is lost on the way to a new one. */
function write(
  folder: string,
  files: readonly (readonly [path: string, text: string])[],
  force: boolean,
): void {
  const written: string[] = [];
  try {
    makeFolder(resolve(folder));
    for (const [path, text] of files) {
      const target = force ? `${path}.${process.pid}.tmp` : path;
      writeFileSync(target, text, { flag: 'wx', mode: 0o600 });
      written.push(target);
    }
    if (force) for (const [path] of files) renameSync(`${path}.${process.pid}.tmp`, path);
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    const { path = folder } = error as NodeJS.ErrnoException;
    const code = systemCodeOf(error);
    throw new CliError(
      'file',
      code === 'EEXIST'
        ? { en: `${path} exists; --force overwrites it.`, zh: `${path} 已存在；--force 可覆盖。` }
        : { en: `${path} cannot be written (${code}).`, zh: `无法写入 ${path}（${code}）。` },
    );
  }
}

/** One by one: Node, left to make all of them, never comes to an end where the system lets nobody, as in `/proc`. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function oneLine(pem: string): string {
  return pem.replace(/-----[^-]*-----|\s/g, '');
}
