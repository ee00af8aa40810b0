import type {
  BrowserLinkDescription,
  MmspNotificationDescription,
  MmspOperationDescription,
  operations as mmspOperations,
} from '@yinjian/mmsp';
import type {
  ErrorCodes,
  FieldDescription,
  NotificationDescription,
  OperationDescription,
  Title,
} from '@yinjian/provider-kit';
import type { TransitOperationDescription } from '@yinjian/wechat-transit';

/** What both packages export of their definitions. */
export interface Definitions {
  readonly mmsp: {
    readonly operations: typeof mmspOperations;
    readonly notifications: readonly MmspNotificationDescription[];
    readonly browserLinks: readonly BrowserLinkDescription[];
  };
  readonly transit: {
    readonly operations: readonly TransitOperationDescription[];
    readonly notifications: readonly NotificationDescription[];
  };
}

/** An operation with what tells it on the wire. */
export interface Entry {
  readonly operation: OperationDescription;
  /** The methods of the client. */
  readonly methods: readonly string[];
  /** What tells it on the wire, each in Markdown: a command id, or the paths of both modes. */
  readonly ids: readonly string[];
  /** The further fields of partner mode. */
  readonly partnerFields: readonly FieldDescription[];
  /** What the header of an envelope refuses with. */
  readonly headerErrors: ErrorCodes | undefined;
}

/** A notification with the methods of the client that receive it. */
export interface NotificationEntry {
  readonly notification: NotificationDescription;
  readonly methods: readonly string[];
}

/** What one product has. */
export interface Page {
  readonly file: string;
  readonly title: Title;
  readonly entries: readonly Entry[];
  readonly notifications: readonly NotificationEntry[];
  readonly links: readonly BrowserLinkDescription[];
}

const MMSP_PAGES = [
  ['payout', 'mmsp-payout.md', { en: 'MMSP payout', zh: 'MMSP 代付' }],
  ['quickPay', 'mmsp-quick-pay.md', { en: 'MMSP quick pay', zh: 'MMSP 快捷支付' }],
  ['scanPay', 'mmsp-scan-pay.md', { en: 'MMSP scan pay', zh: 'MMSP 扫码支付' }],
  ['gateway', 'mmsp-gateway.md', { en: 'MMSP gateway payment', zh: 'MMSP 网关支付' }],
] as const;

/** Every product, in the order of the reference. */
export function pagesOf({ mmsp, transit }: Definitions): Page[] {
  const transitPage: Page = {
    file: 'wechat-transit.md',
    title: { en: 'WeChat Pay transit deduction', zh: '微信支付乘车代扣' },
    entries: transit.operations
      .filter(({ mode }) => mode === 'direct')
      .map((direct) => transitEntry(direct, transit.operations)),
    notifications: transit.notifications.map((notification) => ({
      notification,
      methods: ['paymentNoticeHandler'],
    })),
    links: [],
  };
  const mmspPages = MMSP_PAGES.map(([product, file, title]): Page => {
    const operations = mmsp.operations.filter((operation) => operation.product === product);
    const notifications = mmsp.notifications.filter((notification) => notification.product === product);
    return {
      file,
      title,
      entries: operations.map(mmspEntry),
      notifications: notifications.map((notification) => ({
        notification,
        methods: [`${product}.notificationHandler`],
      })),
      links: mmsp.browserLinks.filter((link) => link.product === product),
    };
  });
  return [transitPage, ...mmspPages];
}

function transitEntry(
  direct: TransitOperationDescription,
  operations: readonly TransitOperationDescription[],
): Entry {
  const partner = operations.find(({ name, mode }) => name === direct.name && mode === 'partner');
  const known = new Set(direct.requestFields.map(({ name }) => name));
  return {
    operation: direct,
    methods: [direct.name],
    ids: [partner, direct].flatMap((one) => (one === undefined ? [] : [`\`${one.path}\` (${one.mode})`])),
    partnerFields: partner?.requestFields.filter(({ name }) => !known.has(name)) ?? [],
    headerErrors: undefined,
  };
}

function mmspEntry(operation: MmspOperationDescription): Entry {
  const hex = operation.commandId.toString(16).toUpperCase().padStart(4, '0');
  return {
    operation,
    methods: methodsOf(operation),
    ids: [`0x${hex} (${operation.commandId})`],
    partnerFields: [],
    headerErrors: operation.headerErrors,
  };
}

/** An operation without a reply is a form, which the payer's browser sends. */
function methodsOf({ name, product, replyFields }: MmspOperationDescription): string[] {
  return replyFields.length > 0 ? [name] : [`${product}.paymentForm`, `${product}.paymentFormHtml`];
}
