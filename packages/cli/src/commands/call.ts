import { encodeHtmlForm } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import type { Argv } from 'yargs';
import type { CallResult } from '../call/call-operation.ts';
import { isEncrypted, type UnsentRequest } from '../call/dry-run.ts';
import { withIdentity } from '../call/merchant.ts';
import { type CatalogEntry, findOperation } from '../catalog.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { withKeys } from '../keys.ts';
import { signTypeOption } from '../options.ts';
import { maskOutcome, outcomeInWords } from '../output/outcome.ts';
import { note, print, printJson, toJson } from '../output/print.ts';
import { errorStyle } from '../output/style.ts';
import { visible } from '../output/visible.ts';
import { begin, type Command } from '../parser.ts';

/** `yinjian call`. */
export const call: Command = (parser, context, finish) => {
  const { say } = context;
  return parser.command(
    'call <operation> [values..]',
    say({ en: 'call an operation, of a sandbox by default', zh: '调用接口，缺省调用沙箱' }),
    (yargs) => withExamples(withOptions(yargs, context), context),
    async ({ operation, values = [], ...args }) => {
      const entry = findOperation(operation, args.mode);
      const { callOperation } = await import('../call/call-operation.ts');
      const result = await callOperation(entry, values, args, context);
      finish(show(result, entry, args['show-secrets'] === true, context));
    },
  );
};

const USAGE: Title = {
  en: '$0 call <operation> [FIELD=value..]\n\nCalls an operation of either platform and says what became of it. Without --url and --sandbox it goes to a sandbox that is started for this call, with a merchant of its own. Exits with 0 if it succeeded or is pending, with 1 if it failed, was refunded or is unknown: `--json` tells which.',
  zh: '$0 call <接口> [字段=值..]\n\n调用任一平台的接口并说明结果。没有 --url 和 --sandbox 时，调用为此启动的沙箱，商户由沙箱提供。成功或处理中时退出码为 0；失败、已退款或结果未知时为 1，`--json` 可区分。',
};

function withOptions(yargs: Argv, context: Context) {
  const { say } = context;
  const text = (en: string, zh: string) =>
    ({ type: 'string', requiresArg: true, describe: say({ en, zh }) }) as const;
  const flag = (en: string, zh: string) => ({ type: 'boolean', describe: say({ en, zh }) }) as const;
  const called = begin(yargs, USAGE, context)
    .positional('operation', {
      type: 'string',
      demandOption: true,
      describe: say({
        en: 'its name, as `yinjian operations` lists it',
        zh: '接口名称，见 `yinjian operations`',
      }),
    })
    .positional('values', {
      type: 'string',
      array: true,
      describe: say({
        en: 'FIELD=value; amounts in fen, OBJECT.FIELD=value within an object',
        zh: '字段=值；金额以分为单位，对象内的字段写作 对象.字段=值',
      }),
    })
    .option('fields', text('JSON file with fields, - for standard input', '含字段的 JSON 文件，- 为标准输入'))
    .option(
      'url',
      text('address of the product, or base address of WeChat Pay', '产品地址，或微信支付的基础地址'),
    )
    .option('sandbox', text('address of a sandbox that is up', '已启动的沙箱的地址'))
    .option('mode', {
      choices: ['direct', 'partner'] as const,
      default: 'direct' as const,
      describe: say({
        en: 'WeChat Pay: as a merchant, or as a service provider',
        zh: '微信支付：商户模式或服务商模式',
      }),
    })
    .option('sign-type', signTypeOption(context, { en: '[HMAC-SHA256]', zh: '[HMAC-SHA256]' }))
    .option('dry-run', flag('print the request instead of sending it', '只输出请求，不发送'))
    .option('show-secrets', flag('do not mask personal and card data', '不遮盖个人信息和卡信息'))
    .option(
      'repeat',
      flag(
        'this order may have been sent before: a refusal then settles nothing',
        '该订单此前可能已发送：此时被拒绝不能说明结果',
      ),
    )
    .option('yes', flag('do not ask before money can move', '可能发生资金变动时不再确认'))
    .option('deadline', text('seconds to wait for the reply [15]', '等待应答的秒数 [15]'))
    .option('allow-plain-http', flag('MMSP: send over http', 'MMSP：允许 http'))
    .option('allow-unsigned-replies', flag('payouts: believe unsigned replies', '代付：接受未签名的应答'))
    .option('cert-file', text("the merchant's client certificate, PEM", '商户客户端证书（PEM）'))
    .option('cert-key-file', text('its private key, PEM', '客户端证书私钥（PEM）'))
    .conflicts('url', 'sandbox')
    .implies('cert-file', 'cert-key-file')
    .implies('cert-key-file', 'cert-file');
  const keys = ['key', 'agentKey', 'merchantPrivateKey', 'platformPublicKey'] as const;
  return withKeys(withIdentity(called, context), keys, context);
}

function withExamples<T>(yargs: Argv<T>, { say }: Context): Argv<T> {
  return yargs
    .example('$0 call querystate openid=o1', say({ en: 'may this payer ride?', zh: '该用户可以乘车吗？' }))
    .example(
      '$0 call scanPay.wechatPreOrder MERORDERID=1 AMT=100 TRADETYPE=1 GOODSNAME=tea NOTIFY_URL=https://example.com/n --json',
      say({ en: 'an order over 1 yuan', zh: '1 元的订单' }),
    )
    .example(
      '$0 call payout.pay --fields payout.json --dry-run',
      say({ en: 'what would be sent', zh: '将要发送的请求' }),
    )
    .example(
      '$0 call quickPay.query MERORDERID=1 --url https://mmsp.example/quick-pay --MERNO 1 --TERMNO 2 --key-file key.txt',
      say({ en: 'at the platform itself', zh: '调用真实平台' }),
    );
}

function show(result: CallResult, entry: CatalogEntry, showsSecrets: boolean, context: Context): ExitCode {
  const { say, json } = context;
  const { url, sandbox, warnings } = result;
  const common = { operation: entry.name, url, sandbox, warnings };
  if (!json)
    for (const warning of warnings) note(errorStyle('yellow', `${warning.path}: ${warning.message}`));
  switch (result.kind) {
    case 'request':
      if (json) printJson({ ...common, request: result.request });
      else printRequest(result.request, showsSecrets, context);
      return EXIT.fine;
    case 'form':
      if (json) printJson({ ...common, form: result.form });
      else print(encodeHtmlForm(result.form));
      if (!json) note(say(FORM));
      return EXIT.fine;
    case 'outcome': {
      const outcome = showsSecrets ? result.outcome : maskOutcome(result.outcome, entry);
      if (json) printJson({ ...common, outcome });
      else print(...outcomeInWords(outcome, entry, context));
      if (!json && result.unreachable !== undefined) note(say(result.unreachable));
      if (!json && sandbox === 'own') note(errorStyle('dim', say(OWN_SANDBOX)));
      return outcome.status === 'succeeded' || outcome.status === 'pending' ? EXIT.fine : EXIT.failed;
    }
  }
}

function printRequest(request: UnsentRequest, showsSecrets: boolean, { say }: Context): void {
  const { method, url, headers, body, fields } = request;
  print(`${method} ${url}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`));
  print('', visible(body));
  if (isEncrypted(request)) print('', toJson(fields));
  else if (!showsSecrets) note(say(MASKED));
}

const MASKED: Title = {
  en: 'Personal and card data are masked, so the signature is not that of this body; --show-secrets shows them.',
  zh: '个人信息和卡信息已遮盖，因此签名与此处的报文不对应；--show-secrets 可显示。',
};
const FORM: Title = {
  en: "Nothing was sent: the payer's browser posts this form. Save it as an HTML file and open it.",
  zh: '未发送任何数据：该表单由付款人的浏览器提交。保存为 HTML 文件后打开即可。',
};
const OWN_SANDBOX: Title = {
  en: 'This was in a sandbox of its own, which is gone. To go on with an order: `yinjian sandbox`, then --sandbox ADDRESS.',
  zh: '以上在临时沙箱中进行，沙箱已结束。要继续处理订单：先运行 `yinjian sandbox`，再用 --sandbox 地址。',
};
