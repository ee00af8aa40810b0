import { type MmspOperationDescription, operations as mmspOperations } from '@yinjian/mmsp';
import type { FieldDescription, Title } from '@yinjian/provider-kit';
import { type TransitOperationDescription, operations as transitOperations } from '@yinjian/wechat-transit';
import { CliError } from './errors.ts';

/** An operation of either platform. */
export type CatalogEntry =
  | ({ readonly platform: 'mmsp' } & MmspOperationDescription)
  | ({ readonly platform: 'wechat-transit' } & TransitOperationDescription);

export type Mode = TransitOperationDescription['mode'];

/** Every operation; those of WeChat Pay in both modes. */
export const CATALOG: readonly CatalogEntry[] = [
  ...transitOperations.map((operation) => ({ platform: 'wechat-transit', ...operation }) as const),
  ...mmspOperations.map((operation) => ({ platform: 'mmsp', ...operation }) as const),
];

/** What the operations are grouped by. */
export type ProductName = MmspOperationDescription['product'] | 'wechatTransit';

export const PRODUCTS: Readonly<Record<ProductName, Title>> = {
  wechatTransit: { en: 'WeChat Pay v2 transit deduction', zh: '微信支付 v2 公交地铁代扣' },
  quickPay: { en: 'MMSP quick pay', zh: 'MMSP 快捷支付' },
  scanPay: { en: 'MMSP scan pay', zh: 'MMSP 扫码支付' },
  gateway: { en: 'MMSP gateway', zh: 'MMSP 网关支付' },
  payout: { en: 'MMSP payout', zh: 'MMSP 代付' },
};

export function productOf(entry: CatalogEntry): ProductName {
  return entry.platform === 'mmsp' ? entry.product : 'wechatTransit';
}

/**
 * The operation with this name.
 *
 * @throws CliError `usage`, with the names that may have been meant.
 */
export function findOperation(name: string, mode: Mode = 'direct'): CatalogEntry {
  const found = CATALOG.find(
    (entry) => entry.name === name && (entry.platform === 'mmsp' || entry.mode === mode),
  );
  if (found !== undefined) return found;
  const meant = closest(name, [...new Set(CATALOG.map((entry) => entry.name))]);
  throw new CliError('usage', {
    en: `There is no operation ${name}.${meant.length === 0 ? '' : ` Did you mean ${meant.join(', ')}?`} \`yinjian operations\` lists all.`,
    zh: `没有名为 ${name} 的接口。${meant.length === 0 ? '' : `是否指 ${meant.join('、')}？`}\`yinjian operations\` 列出全部接口。`,
  });
}

/** The request table of an operation for an input: some fields depend on the value of another. */
export function requestTable(
  { requestFields, requestRules }: CatalogEntry,
  input: Readonly<Record<string, unknown>>,
): readonly FieldDescription[] {
  const { cases } = requestRules;
  const value = cases === undefined ? undefined : input[cases.on];
  const rows = typeof value === 'string' ? (cases?.of[value] ?? []) : [];
  return requestFields.map((field) => rows.find(({ name }) => name === field.name) ?? field);
}

/** The names that are like what was written: the same but for case or product, or a few letters apart. */
export function closest(written: string, names: readonly string[]): string[] {
  const wanted = written.toLowerCase();
  const alike = names.filter((name) => {
    const other = name.toLowerCase();
    return other === wanted || other.split('.')[1] === wanted || distance(wanted, other) <= 2;
  });
  return alike.slice(0, 4);
}

/** Letters that have to be added, removed or changed (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [index, letter] of one.split('').entries()) {
    const next = [index + 1];
    for (const [column, otherLetter] of other.split('').entries()) {
      const change = (row[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(change, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
