import type { FieldDescription, PlatformError, Title, UnknownCauseCode } from '@yinjian/provider-kit';
import { yuanOf } from '../amount.ts';
import type { AnyOutcome, Data } from '../call/client.ts';
import type { CatalogEntry } from '../catalog.ts';
import type { Context } from '../context.ts';
import { nextStepInWords } from './next-step.ts';
import { STATUSES } from './statuses.ts';
import { style } from './style.ts';
import { columns } from './table.ts';
import { visible } from './visible.ts';

/** What stands for personal and card data, as in the library's own hooks. */
const MASK = '[redacted]';

/** An outcome whose data may be shown: personal and card data are masked. */
export function maskOutcome(outcome: AnyOutcome, { replyFields }: CatalogEntry): AnyOutcome {
  if (!('data' in outcome) || outcome.data === undefined) return outcome;
  return { ...outcome, data: maskData(outcome.data, replyFields) };
}

function maskData(data: Data, table: readonly FieldDescription[]): Data {
  const shown = Object.entries(data).map(([name, value]) => [name, maskValue(value, fieldOf(name, table))]);
  return Object.fromEntries(shown) as Data;
}

function maskValue(value: unknown, field: FieldDescription | undefined): unknown {
  // Of what no table lists, nothing says that it is not personal.
  if (field === undefined) return MASK;
  if (field.type === 'list' && Array.isArray(value)) {
    return value.map((row: Data) => maskData(row, field.fields ?? []));
  }
  return field.sensitive ? MASK : value;
}

/** `coupon_fee_0` is a row of `coupon_fee_$n`. */
function fieldOf(name: string, table: readonly FieldDescription[]): FieldDescription | undefined {
  return table.find((field) => field.name === name || field.name === name.replace(/_\d+$/, '_$n'));
}

/** What became of a call, for people. */
export function outcomeInWords(outcome: AnyOutcome, entry: CatalogEntry, { say }: Context): string[] {
  const { colour, sign, title } = STATUSES[outcome.status];
  const lines = [
    `${style(colour, `${sign} ${outcome.status}`)}  ${say(title)}`,
    `  ${entry.name}  ${say(entry.title)}`,
  ];
  const tell = (name: Title, text: string) => lines.push(`  ${style('bold', say(name))} ${text}`);
  if ('data' in outcome && outcome.data !== undefined) {
    const state = stateInWords(outcome.data, entry);
    if (state !== undefined) tell({ en: 'State:', zh: '状态：' }, `${state.value}  ${say(state.title)}`);
    lines.push(...dataRows(outcome.data, entry.replyFields, say));
  }
  if (outcome.status === 'failed') lines.push(...errorInWords(outcome.error, say));
  if (outcome.status === 'unknown') {
    const { code, httpStatus, systemCode, fields, error } = outcome.cause;
    const details = [httpStatus, systemCode, ...(fields ?? [])].filter((detail) => detail !== undefined);
    tell(
      { en: 'Cause:', zh: '原因：' },
      `${code}: ${say(CAUSES[code])}${details.length === 0 ? '' : ` (${details.join(', ')})`}`,
    );
    if (error !== undefined) lines.push(...errorInWords(error, say));
  }
  if ('next' in outcome && outcome.next !== undefined) {
    tell({ en: 'Next:', zh: '下一步：' }, say(nextStepInWords(outcome.next)));
  }
  if ('authenticated' in outcome && !outcome.authenticated) {
    lines.push(
      `  ${style('yellow', say({ en: 'No signature of the platform stands behind this.', zh: '该结果没有平台签名作证。' }))}`,
    );
  }
  return lines;
}

function stateInWords(data: Data, { states }: CatalogEntry): { value: string; title: Title } | undefined {
  const value = data[states.field];
  if (typeof value !== 'string' || !Object.hasOwn(states.values, value)) return undefined;
  const title = states.values[value]?.title;
  return title === undefined ? undefined : { value: `${states.field} ${value}`, title };
}

function errorInWords(
  { code, message, listed, meaning, action }: PlatformError,
  say: Context['say'],
): string[] {
  return [
    `  ${style('bold', say({ en: 'The platform says:', zh: '平台应答：' }))} ${visible(`${code} ${message}`)}`,
    ...(listed ? [] : [`  ${say({ en: 'No document lists this code.', zh: '文档未列出该代码。' })}`]),
    ...(meaning === undefined ? [] : [`  ${say({ en: 'It means:', zh: '含义：' })} ${say(meaning)}`]),
    ...(action === undefined ? [] : [`  ${say({ en: 'What to do:', zh: '处理：' })} ${say(action)}`]),
  ];
}

function dataRows(
  data: Data,
  table: readonly FieldDescription[],
  say: Context['say'],
  indent = '    ',
): string[] {
  const plain: string[][] = [];
  const lists: string[] = [];
  for (const [name, value] of Object.entries(data)) {
    const field = fieldOf(name, table);
    const title = field === undefined ? '' : say(field.title);
    if (Array.isArray(value)) {
      lines(name, title, value as readonly Data[], field?.fields ?? []);
      continue;
    }
    const meaning = field?.values?.[String(value)];
    const yuan = field?.type === 'fen' && typeof value === 'number' ? ` = ¥${yuanOf(value)}` : '';
    plain.push([
      name,
      `${visible(String(value))}${yuan}${meaning === undefined ? '' : ` ${say(meaning)}`}`,
      style('dim', title),
    ]);
  }
  function lines(name: string, title: string, rows: readonly Data[], fields: readonly FieldDescription[]) {
    lists.push(`${indent}${name} (${rows.length})  ${style('dim', title)}`);
    for (const row of rows) lists.push(`${indent}  -`, ...dataRows(row, fields, say, `${indent}    `));
  }
  return [...columns(plain, indent), ...lists];
}

/** What the library says in English. */
const CAUSES: Readonly<Record<UnknownCauseCode, Title>> = {
  timeout: { en: 'no complete reply before the deadline', zh: '限时内没有完整应答' },
  network: { en: 'the connection failed or broke', zh: '连接失败或中断' },
  aborted: { en: 'interrupted after the request was sent', zh: '请求发出后被中断' },
  redirect: { en: 'the reply is a redirect, which no platform sends', zh: '应答是重定向，平台不会这样应答' },
  http_status: { en: 'an HTTP status other than 2xx', zh: 'HTTP 状态码不是 2xx' },
  reply_too_large: { en: 'the reply is too large', zh: '应答过大' },
  reply_malformed: { en: 'the reply is no message of the platform', zh: '应答不是平台报文' },
  reply_incomplete: { en: 'the reply lacks what decides', zh: '应答缺少关键字段' },
  reply_mismatch: { en: 'the reply speaks of another order or merchant', zh: '应答所说的是其他订单或商户' },
  page_limit: { en: 'the list has more pages than were to be read', zh: '列表页数超过限制' },
  signature_missing: { en: 'the reply is not signed', zh: '应答没有签名' },
  signature_invalid: { en: 'the signature of the reply does not match', zh: '应答签名不符' },
  decryption_failed: { en: 'the reply cannot be decrypted', zh: '应答无法解密' },
  platform: { en: 'the platform itself settles nothing', zh: '平台自身未给出定论' },
};
