import { Faults, type Target } from './internal/faults.ts';
import { startHttpServer } from './internal/http-server.ts';
import { Notifier } from './internal/notifier.ts';
import { PayerPages } from './internal/payer-pages.ts';
import { generatePlatformKeys } from './internal/platform-keys.ts';
import type { Product } from './internal/product.ts';
import { RandomText } from './internal/random-text.ts';
import { Scheduler } from './internal/scheduler.ts';
import type { World } from './internal/world.ts';
import { merchants } from './merchants.ts';
import { Account } from './mmsp/account.ts';
import { createGateway } from './mmsp/gateway/index.ts';
import { createPayout } from './mmsp/payout/index.ts';
import { createQuickPay } from './mmsp/quick-pay/index.ts';
import { createScanPay } from './mmsp/scan-pay/index.ts';
import { PAYER_ID_PATH } from './mmsp/scan-pay/serve-browser-links.ts';
import { createPayer } from './payer.ts';
import type { Sandbox } from './sandbox.ts';
import { resolveSandboxOptions, type SandboxOptions } from './sandbox-options.ts';
import { createTransit } from './wechat-transit/index.ts';

/**
 * Starts both platforms on a real socket, for development and tests. No money moves.
 *
 * @throws ConfigurationError for unusable options; rejects with Node's error when the address is taken.
 * @example
 * ```ts
 * const sandbox = await startSandbox({ timeScale: 0.01 });
 * const client = createWechatTransitClient({
 *   ...sandbox.merchants.wechatTransit.direct,
 *   baseUrl: sandbox.urls.wechatTransit,
 * });
 * await sandbox.close();
 * ```
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const resolved = resolveSandboxOptions(options);
  const { host, port, tls, timeScale, clock, random, log, notificationTimeoutSeconds } = resolved;
  const scheduler = new Scheduler(timeScale, (error) => log(`internal error: ${nameOf(error)}`));
  const targets = new Map<string, Target>();
  const faults = new Faults(targets);
  const context = { faults, scheduler, log };
  const notifier = new Notifier({ ...context, now: clock, timeoutSeconds: notificationTimeoutSeconds });
  let number = 0;
  let origin = '';
  const randomText = new RandomText(random);
  const world: World = {
    options: resolved,
    now: clock,
    random: randomText,
    nextNumber: () => ++number,
    scheduler,
    notifier,
    platformKeys: await generatePlatformKeys(),
    account: new Account(resolved.payoutBalance, scheduler),
    pages: new PayerPages(() => origin, randomText),
  };
  const quickPay = createQuickPay(world);
  const transit = createTransit(world);
  const products: Product[] = [
    transit,
    quickPay,
    createScanPay(world),
    createGateway(world),
    createPayout(world),
  ];
  for (const { operations, wire } of products) {
    for (const definition of operations) targets.set(definition.name, { wire, definition });
  }
  const { pages, platformKeys } = world;
  const { publicKeyPem: platformPublicKeyPem } = platformKeys;
  const server = await startHttpServer({
    ...context,
    host,
    port,
    tls,
    products,
    pages,
    platformPublicKeyPem,
  });
  origin = server.origin;

  return {
    urls: {
      wechatTransit: server.origin,
      quickPay: `${server.origin}/mmsp/quick-pay`,
      scanPay: `${server.origin}/mmsp/scan-pay`,
      gateway: `${server.origin}/mmsp/gateway`,
      payout: `${server.origin}/mmsp/payout`,
      payerId: `${server.origin}${PAYER_ID_PATH}`,
      wechatApp: server.origin,
    },
    merchants,
    platformPublicKeyPem,
    misbehave: (misbehaviour) => faults.plan(misbehaviour),
    payer: createPayer(
      { quickPay, transit: transit.orders },
      products.map(({ orders }) => orders),
    ),
    get orders() {
      return products.flatMap(({ orders }) => orders.records());
    },
    get notifications() {
      return notifier.records();
    },
    close: async () => {
      await Promise.all([scheduler.close(), server.close()]);
    },
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
