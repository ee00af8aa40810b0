import type { Title } from '@yinjian/provider-kit';
import type { Sandbox, SandboxOptions } from '@yinjian/sandbox';
import type { Context } from '../context.ts';
import { CliError, systemCodeOf } from '../errors.ts';
import { EXIT } from '../exit-code.ts';
import { readText } from '../input.ts';
import type { Arguments } from '../keys.ts';
import { print } from '../output/print.ts';
import { sandboxInWords } from '../output/sandbox.ts';
import { style } from '../output/style.ts';
import { begin, type Command } from '../parser.ts';

/** `yinjian sandbox`. */
export const sandbox: Command = (parser, context, finish) => {
  const { say } = context;
  const text = (en: string, zh: string) =>
    ({ type: 'string', requiresArg: true, describe: say({ en, zh }) }) as const;
  return parser.command(
    'sandbox',
    say({ en: 'serve both platforms on this machine', zh: '在本机提供两个平台的沙箱' }),
    (yargs) =>
      begin(yargs, USAGE, context)
        .option('port', text('port to listen on [any free one]', '监听端口 [任一空闲端口]'))
        .option('host', text('address to listen on [127.0.0.1]', '监听地址 [127.0.0.1]'))
        .option(
          'time-scale',
          text(
            'multiplies every pause: 0.01 is a hundred times as fast [1]',
            '所有等待时间的倍数：0.01 为百倍速 [1]',
          ),
        )
        .option('tls-cert-file', text('serve https: the certificate, PEM', '提供 https：证书（PEM）'))
        .option('tls-key-file', text('its private key, PEM', '证书私钥（PEM）'))
        .option('tls-ca-file', text('authority of client certificates, PEM', '客户端证书的签发机构（PEM）'))
        .implies('tls-cert-file', 'tls-key-file')
        .implies('tls-key-file', 'tls-cert-file')
        .implies('tls-ca-file', 'tls-cert-file')
        .example('$0 sandbox --port 8080', say({ en: 'until Ctrl-C', zh: '直到按 Ctrl-C' }))
        .example(
          '$0 call payapply --fields fare.json --sandbox http://127.0.0.1:8080',
          say({ en: 'from another terminal', zh: '在另一个终端调用' }),
        ),
    async (args) => {
      await serve(await optionsOf(args), context);
      finish(EXIT.fine);
    },
  );
};

const USAGE: Title = {
  en: '$0 sandbox\n\nServes WeChat Pay v2 transit deduction and MMSP on this machine, with test merchants, until it is interrupted. No money moves; no key of it protects anything. With --json every line is a JSON object; the first one tells all addresses, merchants and keys.',
  zh: '$0 sandbox\n\n在本机提供微信支付 v2 公交地铁代扣与 MMSP 的沙箱（含测试商户），直到被中断。不动真钱，其中的密钥都不保护任何东西。使用 --json 时每行一个 JSON 对象，第一行给出全部地址、商户和密钥。',
};

async function optionsOf(args: Arguments): Promise<SandboxOptions> {
  const { host } = args as { readonly host?: string };
  const [key, cert, ca] = await Promise.all(
    (['tls-key-file', 'tls-cert-file', 'tls-ca-file'] as const).map(async (name) => {
      const file = args[name] as string | undefined;
      return file === undefined ? undefined : await readText(file, { en: `--${name}`, zh: `--${name}` });
    }),
  );
  return {
    ...(host === undefined ? {} : { host }),
    ...numberOf('port', args),
    ...numberOf('timeScale', args, 'time-scale'),
    ...(key === undefined || cert === undefined
      ? {}
      : { tls: { key, cert, ...(ca === undefined ? {} : { ca }) } }),
  };
}

/** Left to the sandbox to judge, but for what is no number. */
function numberOf(name: 'port' | 'timeScale', args: Arguments, option: string = name) {
  const text = args[option] as string | undefined;
  if (text === undefined) return {};
  if (/^\d+(?:\.\d+)?$/.test(text)) return { [name]: Number(text) };
  throw new CliError('usage', { en: `--${option} is a number.`, zh: `--${option} 必须是数字。` });
}

async function serve(options: SandboxOptions, context: Context): Promise<void> {
  const interrupted = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  let running: Sandbox | undefined;
  const log = (line: string) => {
    tell({ log: line }, line, context);
    if (running !== undefined) tellTextMessages(running, context);
  };
  running = await start({ ...options, log });
  const { urls, merchants, platformPublicKeyPem } = running;
  const url = new URL(urls.wechatTransit).origin;
  tell({ url, urls, merchants, platformPublicKeyPem }, sandboxInWords(running, context).join('\n'), context);
  await interrupted;
  await running.close();
}

async function start(options: SandboxOptions): Promise<Sandbox> {
  const { startSandbox } = await import('@yinjian/sandbox');
  try {
    return await startSandbox(options);
  } catch (error) {
    const code = systemCodeOf(error);
    if (!/^E[A-Z]/.test(code)) throw error;
    const isTaken = code === 'EADDRINUSE';
    throw new CliError(
      'sandbox',
      isTaken
        ? {
            en: `Port ${options.port} is in use; choose another with --port.`,
            zh: `端口 ${options.port} 已被占用，请用 --port 另选。`,
          }
        : { en: `The sandbox cannot listen there (${code}).`, zh: `沙箱无法在该地址监听（${code}）。` },
      { exitCode: EXIT.failed },
    );
  }
}

/** One line for programs, or words for people. */
function tell(data: object, words: string, { json }: Context): void {
  print(json ? JSON.stringify(data) : words);
}

const told = new Set<string>();

/** What would reach the payer's phone: somebody has to type it. */
function tellTextMessages({ orders, payer }: Sandbox, context: Context): void {
  for (const { product, state, number, platformNumber } of orders) {
    if (product !== 'quickPay' || state !== 'placed' || told.has(platformNumber)) continue;
    told.add(platformNumber);
    let code: string;
    try {
      code = payer.smsCode(platformNumber);
    } catch {
      // Not every order of quick pay is confirmed by a code.
      continue;
    }
    const words = {
      en: `text message to the payer of ${number}: ${code}`,
      zh: `发给订单 ${number} 付款人的短信：${code}`,
    };
    tell(
      { textMessage: { number, platformNumber, code } },
      style('cyan', `  ${context.say(words)}`),
      context,
    );
  }
}
