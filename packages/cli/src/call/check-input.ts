import { gateway, payout, quickPay, scanPay } from '@yinjian/mmsp';
import {
  encodeRequestFields,
  type FieldDescription,
  type Issue,
  type Operation,
  RequestError,
  type Title,
} from '@yinjian/provider-kit';
import * as transit from '@yinjian/wechat-transit';
import { type CatalogEntry, closest, requestTable } from '../catalog.ts';
import { CliError, type TitledIssue } from '../errors.ts';
import type { Input } from './read-fields.ts';

/**
 * Checks an input before anybody is asked to confirm it.
 *
 * @throws CliError `invalid_request`, with every mistake and what the documents call the field.
 */
export function checkInput(entry: CatalogEntry, input: Input): void {
  const context = { now: () => new Date(), nonce: () => '0'.repeat(32), provided: {} };
  try {
    encodeRequestFields(entry.name, definitionOf(entry).request, input, context);
  } catch (error) {
    throw error instanceof RequestError ? invalidRequest(entry, error.issues, input) : error;
  }
}

type Definitions = Readonly<Record<string, Operation>>;

/** By the name of the product, and of the operation within it. */
const MMSP = { gateway, payout, quickPay, scanPay };

/** By the name of the operation, and the mode; among whatever else the package has. */
const TRANSIT = new Map(Object.entries(transit as unknown as Readonly<Record<string, Definitions>>));

function definitionOf(entry: CatalogEntry): Operation {
  if (entry.platform === 'wechat-transit') {
    return TRANSIT.get(entry.name)?.[entry.mode] as Operation;
  }
  const [, method = ''] = entry.name.split('.');
  return (MMSP[entry.product] as unknown as Definitions)[method] as Operation;
}

function invalidRequest(entry: CatalogEntry, issues: readonly Issue[], input: Input): CliError {
  const { name } = entry;
  const table = requestTable(entry, input);
  const titled = issues.map((issue): TitledIssue => {
    const path = issue.path.split('.');
    const field = find(table, path);
    const meant = hint(issue, field, input, table);
    return {
      ...issue,
      ...(field === undefined ? {} : { title: field.title }),
      ...(meant === undefined ? {} : { hint: meant }),
    };
  });
  return new CliError(
    'invalid_request',
    {
      en: `${name} was not sent. \`yinjian operations ${name}\` describes its fields.`,
      zh: `${name} 未发送。\`yinjian operations ${name}\` 说明其字段。`,
    },
    { issues: titled },
  );
}

function find(
  table: readonly FieldDescription[],
  [name, ...inside]: readonly string[],
): FieldDescription | undefined {
  const field = table.find((one) => one.name === name);
  return inside.length === 0 ? field : find(field?.fields ?? [], inside);
}

/** What was probably meant. */
function hint(
  { path, code }: Issue,
  field: FieldDescription | undefined,
  input: Input,
  table: readonly FieldDescription[],
): Title | undefined {
  const value = input[path];
  if (field?.type === 'fen' && typeof value === 'string' && /^\d+\.\d{1,2}$/.test(value)) {
    const [yuan = '', cents = ''] = value.split('.');
    const fen = Number(`${yuan}${cents.padEnd(2, '0')}`);
    return { en: `${value} yuan are ${fen} fen`, zh: `${value} 元为 ${fen} 分` };
  }
  if (code !== 'unknown_field') return undefined;
  const meant = closest(
    path,
    table.map(({ name }) => name),
  );
  return meant.length === 0
    ? undefined
    : { en: `did you mean ${meant.join(', ')}?`, zh: `是否指 ${meant.join('、')}？` };
}
