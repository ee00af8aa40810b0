import { notifications, operations, type Product } from '@yinjian/mmsp';
import type { FieldDescription, States, Title } from '@yinjian/provider-kit';
import type { Direction } from '../../types/recognised.ts';
import { agreed, bestFits, type Candidate, hasField, joinTables } from './candidate.ts';

/** A reply's command id is the request's plus this [M] 快捷 3.2.1. */
const REPLY_OFFSET = 0x8000;

/** What the samples of asynchronous notifications carry; the tables have no row for it. */
const NOTIFICATION_IDS: ReadonlySet<number> = new Set([0x8920, 0x8912, 0x0914, 0x8914]);

interface MmspCandidate extends Candidate {
  readonly product: Product;
  readonly commandId?: number;
}

const candidates: readonly MmspCandidate[] = /* @__PURE__ */ listCandidates();

function listCandidates(): MmspCandidate[] {
  return [
    ...operations.flatMap(({ name: operation, title, product, commandId, ...tables }): MmspCandidate[] => {
      const { requestFields, replyFields, states } = tables;
      const common = { operation, title, product };
      return [
        { ...common, direction: 'request', commandId, fields: requestFields },
        { ...common, direction: 'reply', commandId: commandId + REPLY_OFFSET, fields: replyFields, states },
      ];
    }),
    ...notifications.map(({ name: operation, title, product, fields, states }): MmspCandidate => {
      return { operation, title, product, direction: 'notification', fields, states };
    }),
  ];
}

/** What is known of a message before its operation is. */
export interface MmspTraits {
  readonly isPayout: boolean;
  /** `CommandID` or `CMDID` as it is written, empty where there is none. */
  readonly commandId: string;
  /** The names of what is signed. */
  readonly names: readonly string[];
  /** Whether it comes from the platform; undefined where it cannot be told. */
  readonly isFromPlatform?: boolean;
}

/** Which message of the platform it is. */
export interface OperationFound {
  readonly product?: Product;
  readonly direction?: Direction;
  readonly operation?: string;
  readonly title?: Title;
  readonly fields: readonly FieldDescription[];
  readonly states?: States;
  readonly because: readonly Title[];
}

/** Tells the operation by its id, and where that is missing, unknown or cannot be right, by the fields. */
export function findMmspOperation(traits: MmspTraits): OperationFound {
  const { isPayout, names, isFromPlatform } = traits;
  const id = /^(?:\d+|0x[\dA-Fa-f]+)$/.test(traits.commandId) ? Number(traits.commandId) : undefined;
  const possible = candidates.filter(
    ({ product, direction }) =>
      (product === 'payout') === isPayout &&
      (isFromPlatform === undefined || (direction === 'request') !== isFromPlatform),
  );
  if (id !== undefined && NOTIFICATION_IDS.has(id) && isFromPlatform !== false) {
    return found(notificationOf(names), [byNotificationId(id)]);
  }
  const byId = id === undefined ? undefined : possible.find(({ commandId }) => commandId === id);
  if (byId !== undefined && names.some((name) => hasField(byId.fields, name))) {
    return found([byId], [byCommandId(byId, id ?? 0)]);
  }
  const fits = names.length === 0 ? [] : bestFits(possible, names);
  if (byId !== undefined && fits.length === 0) return found([byId], [byCommandId(byId, id ?? 0)]);
  const because: Title[] = [];
  if (byId !== undefined) because.push(otherId(byId, id ?? 0));
  else if (id === REPLY_OFFSET) return { direction: 'reply', fields: [], because: [GENERAL_REFUSAL] };
  else if (id !== undefined)
    because.push(
      unknownId(
        id,
        candidates.some(({ commandId }) => commandId === id),
      ),
    );
  const narrowed = isFromPlatform === true ? preferNotification(fits, names) : fits;
  if (narrowed.length > 0) because.push(byFields(narrowed));
  return found(narrowed, because);
}

function found(fits: readonly MmspCandidate[], because: readonly Title[]): OperationFound {
  const operation = agreed(fits, 'operation');
  const [first] = fits;
  return {
    ...given('product', agreed(fits, 'product')),
    ...given('direction', agreed(fits, 'direction')),
    ...given('operation', operation),
    ...given('title', operation === undefined ? undefined : first?.title),
    ...given('states', agreed(fits, 'states')),
    fields: joinTables(fits),
    because,
  };
}

function given<Name extends string, Value>(name: Name, value: Value | undefined) {
  return (value === undefined ? {} : { [name]: value }) as { [N in Name]?: Value };
}

/** As the platform's notifications are told apart: scan pay names its order otherwise, the gateway has a channel. */
function notificationOf(names: readonly string[]): readonly MmspCandidate[] {
  const product = names.includes('ORDERNO')
    ? 'scanPay'
    : names.includes('PAY_CHANNEL')
      ? 'gateway'
      : 'quickPay';
  return candidates.filter((one) => one.direction === 'notification' && one.product === product);
}

/** A reply to a query has the fields of a notification, but none that tells when or how often it was sent. */
function preferNotification(
  fits: readonly MmspCandidate[],
  names: readonly string[],
): readonly MmspCandidate[] {
  return names.includes('NOTIFY_DATE') || names.includes('PUSH_COUNT') ? notificationOf(names) : fits;
}

const hex = (id: number) => `0x${id.toString(16).toUpperCase().padStart(4, '0')}`;

const byCommandId = ({ title, direction }: MmspCandidate, id: number): Title => ({
  zh: `命令字 ${id}（${hex(id)}）是“${title.zh}”的${direction === 'request' ? '请求' : '应答'}`,
  en: `command id ${id} (${hex(id)}) is the ${direction} of “${title.en}”`,
});

const byNotificationId = (id: number): Title => ({
  zh: `命令字 ${id}（${hex(id)}）是异步通知，产品由字段判断`,
  en: `command id ${id} (${hex(id)}) is a notification; its fields tell which product’s`,
});

const otherId = ({ title }: MmspCandidate, id: number): Title => ({
  zh: `命令字 ${id}（${hex(id)}）是“${title.zh}”，但字段不是它的，改由字段判断`,
  en: `command id ${id} (${hex(id)}) is “${title.en}”, but none of the fields is; judged by the fields`,
});

const unknownId = (id: number, isElsewhere: boolean): Title =>
  isElsewhere
    ? {
        zh: `命令字 ${id}（${hex(id)}）属于另一方向的报文（应答的命令字 = 请求的命令字 + 0x8000）`,
        en: `command id ${id} (${hex(id)}) is that of a message in the other direction (a reply’s is the request’s + 0x8000)`,
      }
    : {
        zh: `命令字 ${id}（${hex(id)}）不在文档中`,
        en: `command id ${id} (${hex(id)}) is not in the documents`,
      };

const GENERAL_REFUSAL: Title = {
  zh: '命令字 32768（0x8000）是统一否定应答',
  en: 'command id 32768 (0x8000) is the general refusal',
};

function byFields(fits: readonly MmspCandidate[]): Title {
  const [first] = fits;
  if (fits.length === 1 && first !== undefined) {
    return { zh: `字段与“${first.title.zh}”相符`, en: `the fields are those of “${first.title.en}”` };
  }
  const names = fits.slice(0, 4).map(({ operation, direction }) => `${operation} ${direction}`);
  const more = fits.length > names.length ? '…' : '';
  return {
    zh: `字段与多个接口相符：${names.join('、')}${more}`,
    en: `the fields fit several messages: ${names.join(', ')}${more}`,
  };
}
