import type { Title } from '@yinjian/provider-kit';
import {
  CATALOG,
  type CatalogEntry,
  findOperation,
  PRODUCTS,
  type ProductName,
  productOf,
} from '../catalog.ts';
import type { Context } from '../context.ts';
import { CliError } from '../errors.ts';
import { EXIT } from '../exit-code.ts';
import { idOf, operationInWords, traitsOf } from '../output/operation.ts';
import { print, printJson } from '../output/print.ts';
import { style } from '../output/style.ts';
import { columns } from '../output/table.ts';
import { begin, type Command } from '../parser.ts';

/** `yinjian operations`. */
export const operations: Command = (parser, context, finish) => {
  const { say } = context;
  return parser.command(
    'operations [name]',
    say({ en: 'list the operations, or describe one', zh: '列出接口，或说明其中一个' }),
    (yargs) =>
      begin(yargs, USAGE, context)
        .positional('name', { type: 'string', describe: say({ en: 'of an operation', zh: '接口名称' }) })
        .option('product', {
          choices: Object.keys(PRODUCTS) as ProductName[],
          describe: say({ en: 'list those of one product', zh: '只列出一个产品的接口' }),
        })
        .option('mode', {
          choices: ['direct', 'partner'] as const,
          default: 'direct' as const,
          describe: say({
            en: 'WeChat Pay: as a merchant, or as a service provider',
            zh: '微信支付：商户模式或服务商模式',
          }),
        })
        .example('$0 operations', say({ en: 'all of them', zh: '全部接口' }))
        .example(
          '$0 operations quickPay.pay',
          say({ en: 'fields, states and error codes of one', zh: '某个接口的字段、状态和错误码' }),
        )
        .example(
          '$0 operations payapply --mode partner --json',
          say({ en: 'the same as data', zh: '同样的内容，JSON 格式' }),
        ),
    ({ name, mode, product }) => {
      if (name === undefined)
        list(
          CATALOG.filter((entry) => isListed(entry, mode, product)),
          context,
        );
      else if (product === undefined) describe(findOperation(name, mode), context);
      else {
        throw new CliError('usage', {
          en: '--product is for the list; a name says which product it is.',
          zh: '--product 用于列表；接口名称已表明产品。',
        });
      }
      finish(EXIT.fine);
    },
  );
};

const USAGE: Title = {
  en: '$0 operations [name]\n\nLists every operation of both platforms, or tells everything about one: fields, states, error codes, what to do next.',
  zh: '$0 operations [名称]\n\n列出两个平台的全部接口，或说明其中一个：字段、状态、错误码、下一步。',
};

function isListed(
  entry: CatalogEntry,
  mode: 'direct' | 'partner',
  product: ProductName | undefined,
): boolean {
  if (product !== undefined && productOf(entry) !== product) return false;
  return entry.platform === 'mmsp' || entry.mode === mode;
}

function describe(entry: CatalogEntry, context: Context): void {
  if (context.json) printJson(entry);
  else print(...operationInWords(entry, context));
}

function list(entries: readonly CatalogEntry[], { say, json, language }: Context): void {
  if (json) {
    printJson(entries);
    return;
  }
  const rows = entries.map((entry) => [
    entry.name,
    say(entry.title),
    idOf(entry),
    style(
      'dim',
      traitsOf(entry)
        .map(say)
        .join(language === 'zh' ? '，' : ', '),
    ),
  ]);
  const lines = columns(rows);
  let product: ProductName | undefined;
  for (const [index, entry] of entries.entries()) {
    if (productOf(entry) !== product) {
      if (product !== undefined) print('');
      product = productOf(entry);
      print(style('bold', say(PRODUCTS[product])));
    }
    print(lines[index] ?? '');
  }
}
