import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as mmsp from '@yinjian/mmsp';
import type { FieldDescription } from '@yinjian/provider-kit';
import * as transit from '@yinjian/wechat-transit';
import { describe, expect, it } from 'vitest';
import { referencePages } from '../../scripts/reference-pages.ts';
import { READMES, withOperations } from '../../scripts/reference-readme.ts';

const root = join(import.meta.dirname, '../..');
const docs = join(root, 'docs');
const definitions = { mmsp, transit };
const pages = referencePages(definitions);
const paths = [...pages.keys()];
const operations = [...mmsp.operations, ...transit.operations];
const notifications = [...mmsp.notifications, ...transit.notifications];
const links = mmsp.browserLinks;

/** A field's row in a page, in the section of the operation that it belongs to. */
function rowOf(path: string, operation: string, field: string): string {
  const [, section = ''] = (pages.get(path) ?? '').split(`\n## ${operation}\n`);
  return section.split('\n').find((line) => line.startsWith(`| \`${field}\` |`)) ?? '';
}

describe('the reference', () => {
  it.each(paths)('is what `npm run reference` makes of the definitions: %s', (path) => {
    const file = join(docs, path);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(pages.get(path));
  });

  it('has no other pages', () => {
    const found = ['reference', 'zh/reference'].flatMap((folder) =>
      readdirSync(join(docs, folder)).map((name) => `${folder}/${name}`),
    );
    expect(new Set(found)).toEqual(new Set(paths));
  });

  it.each(['reference', 'zh/reference'])(
    'tells of every operation, field, state and code in %s',
    (folder) => {
      const text = paths
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => pages.get(path))
        .join('\n');
      const untold = links.flatMap(({ name, fields }) =>
        [`## ${name}\n`, ...fields.map((field) => `| \`${field.name}\` |`)].filter(
          (part) => !text.includes(part),
        ),
      );
      expect(untold).toEqual([]);
      const missing = operations.flatMap(({ name, section, requestFields, replyFields, states, errors }) =>
        [
          `## ${name}\n`,
          section,
          ...[...requestFields, ...replyFields].map((field) => `| \`${field.name}\` |`),
          ...Object.keys(states.values).map((value) => `| \`${value}\` |`),
          ...Object.keys(errors).map((code) => `| \`${code}\` |`),
        ].filter((part) => !text.includes(part)),
      );
      expect(operations.length).toBeGreaterThan(40);
      expect(missing).toEqual([]);
    },
  );

  it.each(['reference', 'zh/reference'])('tells how each field of a request is given in %s', (folder) => {
    const rows: readonly (readonly [file: string, operation: string, field: string, tells: string[]])[] = [
      ['mmsp-quick-pay', 'quickPay.queryBatch', 'START_DATE', ['`yyyyMMdd`', '`yyyyMMddHH`', 'UTC+8']],
      ['mmsp-quick-pay', 'quickPay.queryBatch', 'PERPAGE', ['`10`', '1000']],
      ['mmsp-quick-pay', 'quickPay.pay', 'AMT', ['1000000000']],
      ['mmsp-quick-pay', 'quickPay.pay', 'EXPDATE', ['`MMYY`']],
      ['mmsp-payout', 'payout.pay', 'REQTIME', ['`yyyyMMddHHmmss`']],
      ['mmsp-payout', 'payout.query', 'BSORDERNO', ['ORDERNO']],
      ['mmsp-payout', 'payout.balance', 'ORDERNO', ['`^\\d+$`']],
      ['mmsp-scan-pay', 'scanPay.wechatCard', 'CUR', ['`CNY`']],
      ['mmsp-scan-pay', 'scanPay.wechatCard', 'TIME_END', ['300', '`yyyy-MM-dd HH:mm:ss`']],
      ['mmsp-scan-pay', 'scanPay.query', 'RANDSTR', ['15', '20']],
      ['wechat-transit', 'payapply', 'contract_id', ['32', '64']],
      ['wechat-transit', 'payapply', 'notify_url', ['128']],
    ];
    for (const [file, operation, field, tells] of rows) {
      const row = rowOf(`${folder}/${file}.md`, operation, field);
      for (const part of tells) expect(row, `${operation} ${field}`).toContain(part);
    }
    const batch = pages.get(`${folder}/mmsp-quick-pay.md`) ?? '';
    expect(batch).toMatch(/^`START_DATE`.*`END_DATE`.*3.*UTC\+8/m);
  });

  it('says which request is to be sent again, and with which words a code means what it says', () => {
    const wechat = pages.get('reference/wechat-transit.md') ?? '';
    expect(wechat).toMatch(/^\| `ORDERNOTEXIST` .*send `payapply` again with the very same parameters/m);
    for (const folder of ['reference', 'zh/reference']) {
      for (const file of ['mmsp-quick-pay', 'mmsp-scan-pay', 'mmsp-gateway']) {
        expect(pages.get(`${folder}/${file}.md`)).toMatch(/^\| `0` \|.*`消息结构体错误`.*\*\*unknown\*\*/m);
      }
    }
  });

  it.each(paths)('explains its columns, or links to where they are explained: %s', (path) => {
    const text = pages.get(path) ?? '';
    expect(text).toContain(path.endsWith('index.md') ? '<a id="legend"></a>' : '(index.md#legend)');
  });

  it.each(paths)('links to pages and headings that exist: %s', (path) => {
    const text = pages.get(path) ?? '';
    const folder = path.slice(0, path.lastIndexOf('/'));
    const broken = [...text.matchAll(/\]\(([^)#]*)(?:#([^)]*))?\)/g)].filter(([, file = '', anchor]) => {
      const target = file === '' ? path : join(folder, file);
      if (!pages.has(target) && !target.includes('reference/')) return !existsSync(join(docs, target));
      const page = pages.get(target);
      if (page === undefined || anchor === undefined) return page === undefined;
      return !page.includes(`<a id="${anchor}"></a>`);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });
});

describe('the descriptions', () => {
  const all = (fields: readonly FieldDescription[]): FieldDescription[] =>
    fields.flatMap((field) => [field, ...all(field.fields ?? [])]);
  const sent = operations.flatMap(({ name, requestFields, requestRules }) =>
    all([...requestFields, ...Object.values(requestRules.cases?.of ?? {}).flat()]).map((field) => ({
      ...field,
      of: name,
    })),
  );
  const received = [
    ...operations.flatMap(({ name, replyFields }) =>
      all(replyFields).map((field) => ({ ...field, of: name })),
    ),
    ...[...notifications, ...links].flatMap(({ name, fields }) =>
      all(fields).map((field) => ({ ...field, of: name })),
    ),
  ];
  const names = (fields: readonly { of: string; name: string }[]) =>
    fields.map(({ of, name }) => `${of} ${name}`);

  it('say of every conditional field when it is wanted, in both languages', () => {
    const conditional = [...sent, ...received].filter(({ presence }) => presence === 'conditional');
    expect(conditional.length).toBeGreaterThan(100);
    expect(names(conditional.filter(({ condition }) => !condition?.en || !condition.zh))).toEqual([]);
  });

  it('say of every time how it is written, and of every amount that is sent how much it may be', () => {
    const times = [...sent, ...received].filter(({ type }) => type === 'time');
    expect(names(times.filter(({ formats = [] }) => formats.length === 0))).toEqual([]);
    const amounts = sent.filter(({ type }) => type === 'fen');
    expect(amounts.length).toBeGreaterThan(15);
    expect(names(amounts.filter(({ minimum, maximum }) => minimum !== 1 || !maximum))).toEqual([]);
  });

  it('say of every field that the client fills in what it then sends', () => {
    const filled = sent.filter(({ client }) => client === 'fills');
    expect(filled.length).toBeGreaterThan(30);
    const untold = filled.filter(({ default: value, generated }) => (value === undefined) === !generated);
    expect(names(untold)).toEqual([]);
  });

  it('give patterns that any regular expression with the flag u can take', () => {
    const patterns = sent.flatMap(({ pattern }) => (pattern === undefined ? [] : [pattern]));
    expect(patterns.length).toBeGreaterThan(30);
    for (const pattern of patterns) expect(() => new RegExp(pattern, 'u')).not.toThrow();
  });
});

describe.each(READMES)('the operations in %s', (path, language, reference) => {
  const text = readFileSync(join(root, path), 'utf8');
  const [, generated = ''] = text.split(/<!-- (?:operations|end of operations)[^>]*-->/);
  const rows = generated.split('\n').filter((line) => line.startsWith('| ['));

  it('are what `npm run reference` makes of the definitions', () => {
    expect(text).toBe(withOperations(text, definitions, language, reference));
  });

  it('are all there, notifications included, each with its state at the platform', () => {
    const state = { en: ['open', '**not open'], zh: ['已开通', '**平台暂未开通'] }[language];
    const expected = [
      ...operations.filter((one) => !('mode' in one) || one.mode === 'direct'),
      ...notifications,
      ...links,
    ];
    const wrong = expected.filter(({ name, ...one }) => {
      const isOpen = !('open' in one) || one.open;
      const row = rows.find((line) => line.startsWith(`| [\`${name}\`](`));
      return (
        row
          ?.split(' | ')
          .at(-1)
          ?.startsWith(state[isOpen ? 0 : 1] ?? '-') !== true
      );
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
    expect(rows).toHaveLength(expected.length);
  });

  it('are called as methods that the clients have, or as functions of their product', () => {
    const keys = { MERNO: '1', TERMNO: '1', md5Key: 'k' };
    const url = 'https://mmsp.example/';
    const clients: Record<string, unknown> = {
      quickPay: mmsp.createQuickPayClient({ ...keys, url }),
      scanPay: { ...mmsp.scanPay, ...mmsp.createScanPayClient({ ...keys, url }) },
      gateway: mmsp.createGatewayClient({ ...keys, url }),
      transit: transit.createWechatTransitClient({
        mode: 'direct',
        appid: 'wxcbda96de0b165486',
        mch_id: '10000098',
        key: '192006250b4c09247ec02edce69f6a2d',
      }),
    };
    const methods = rows.flatMap((row) => {
      const [cell = ''] = row.split(' | ');
      const [, name = '', others = ''] = /^\| \[`([^`]+)`\]\([^)]*\)(.*)$/.exec(cell) ?? [];
      const listed = [...others.matchAll(/`([^`]+)`/g)].map(([, method = '']) => method);
      return listed.length > 0 ? listed : [name];
    });
    // Payouts cannot be had without keys: `payout.pay` is called in the README.
    const missing = methods.filter((method) => {
      const [product = '', name] = method.includes('.') ? method.split('.') : ['transit', method];
      const client = clients[product] as Record<string, unknown> | undefined;
      return product !== 'payout' && typeof client?.[name ?? ''] !== 'function';
    });
    expect(missing).toEqual([]);
  });
});
