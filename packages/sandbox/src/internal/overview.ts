import type { Title } from '@yinjian/provider-kit';
import { PAYER_ID_PATH, WECHAT_APP_PATH } from '../mmsp/scan-pay/serve-browser-links.ts';
import { PAYER_PAGE_PATH } from './payer-pages.ts';
import type { Product, ServedOperation } from './product.ts';

/** An address and what it is for. */
interface RouteOverview {
  readonly methods: readonly string[];
  readonly path: string;
}

interface OperationOverview {
  readonly name: string;
  readonly title: Title;
  /** Where the operation is told from others by its address. */
  readonly path?: string;
  readonly mode?: 'partner' | 'direct';
  /** Where it is told from others by its id, `CommandID` or `CMDID`. */
  readonly commandId?: number;
}

interface ProductOverview {
  readonly name: string;
  readonly title: Title;
  readonly routes: readonly RouteOverview[];
  readonly operations: readonly OperationOverview[];
}

/** Everything that the sandbox serves. */
export interface Overview {
  readonly title: Title;
  readonly products: readonly ProductOverview[];
  /** SPKI, for payouts: made anew for each sandbox. */
  readonly platformPublicKeyPem: string;
  /** What belongs to no product. */
  readonly routes: readonly (RouteOverview & { readonly title: Title })[];
}

export function overviewOf(products: readonly Product[], platformPublicKeyPem: string): Overview {
  return {
    title: {
      zh: '印鉴沙箱：微信支付 v2 公交地铁代扣与 MMSP 开放平台的测试平台，不会扣款。',
      en: 'Yinjian sandbox: WeChat Pay v2 transit deduction and the MMSP open platform. No money moves here.',
    },
    products: products.map(({ name, title, routes, operations }) => ({
      name,
      title,
      routes: routes.map(({ path }) => ({ methods: ['POST'], path })),
      operations: operations.map(operationOverview).toSorted((one, other) => idOf(one) - idOf(other)),
    })),
    platformPublicKeyPem,
    routes: [
      { methods: ['GET'], path: '/', title: { zh: '本页', en: 'this page' } },
      {
        methods: ['GET'],
        path: PAYER_ID_PATH,
        title: { zh: '获取微信OPENID/支付宝USER_ID', en: "ask for the payer's OPENID or USER_ID" },
      },
      {
        methods: ['GET'],
        path: WECHAT_APP_PATH,
        title: { zh: '唤醒微信APP', en: 'open the WeChat app' },
      },
      {
        methods: ['GET', 'POST'],
        path: `${PAYER_PAGE_PATH}{token}`,
        title: { zh: '付款人页面', en: "a payer's page" },
      },
    ],
  };
}

function operationOverview(operation: ServedOperation): OperationOverview {
  const { name, title } = operation;
  return 'commandId' in operation
    ? { name, title, commandId: operation.commandId }
    : { name, title, path: operation.path, mode: operation.mode };
}

/** Where addresses tell operations apart, they stay in their order. */
const idOf = ({ commandId = 0 }: OperationOverview) => commandId;

/** The same for people. */
export function overviewText({ title, products, routes }: Overview): string {
  const blocks = [
    `${title.zh}\n${title.en}\n`,
    ...products.map(productText),
    routes.map((route) => `${routeText(route)}  ${inBoth(route.title)}\n`).join(''),
  ];
  return blocks.join('\n');
}

function productText({ name, title, routes, operations }: ProductOverview): string {
  const addresses = routes.filter(({ path }) => !operations.some((operation) => operation.path === path));
  return [
    `${inBoth(title)} (${name})`,
    ...addresses.map((route) => routeText(route)),
    ...operations.map(operationText),
    '',
  ].join('\n');
}

function operationText({ name, title, path, mode, commandId }: OperationOverview): string {
  const hex = commandId?.toString(16).toUpperCase().padStart(4, '0');
  const address = path === undefined ? `0x${hex} ${commandId}` : `POST ${path} ${mode}`;
  return `  ${address}  ${name}  ${inBoth(title)}`;
}

const routeText = ({ methods, path }: RouteOverview) => `${methods.join('/')} ${path}`;
const inBoth = ({ zh, en }: Title) => `${zh} ${en}`;
