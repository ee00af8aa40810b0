import { merchants, type Sandbox } from '@yinjian/sandbox';
import { type CatalogEntry, type ProductName, productOf } from '../catalog.ts';
import { CliError } from '../errors.ts';
import type { Arguments } from '../keys.ts';
import { identityGiven } from './merchant.ts';

/** Where a call goes to. */
export interface Endpoint {
  /** The address of the product, or WeChat Pay's `baseUrl`. */
  readonly url: string;
  /** A sandbox brings its own merchant along. */
  readonly sandbox: SandboxSetting | undefined;
  /** Why nothing is known of what is there; a call ends as one that nobody answered. */
  readonly unreachable?: CliError;
  /** Ends what was started for the call. */
  readonly close: () => Promise<void>;
}

/** What is to be known of a sandbox. */
export interface SandboxSetting {
  readonly merchants: Sandbox['merchants'];
  readonly platformPublicKeyPem: string;
  /** Started for this call alone. */
  readonly isOwn: boolean;
}

/** Where `--url` or `--sandbox` say; otherwise a sandbox that lives as long as the call. */
export async function openEndpoint(entry: CatalogEntry, args: Arguments): Promise<Endpoint> {
  const url = args['url'] as string | undefined;
  if (url !== undefined) return { url, sandbox: undefined, close: async () => {} };
  const [given] = identityGiven(args);
  if (given !== undefined) {
    throw new CliError('usage', {
      en: `--${given} goes with --url; a sandbox has a merchant of its own.`,
      zh: `--${given} 须与 --url 合用；沙箱有自己的商户。`,
    });
  }
  const origin = args['sandbox'] as string | undefined;
  return origin === undefined
    ? await startOwn(productOf(entry))
    : await findSandbox(origin, productOf(entry));
}

async function startOwn(product: ProductName): Promise<Endpoint> {
  const { startSandbox } = await import('@yinjian/sandbox');
  const { urls, platformPublicKeyPem, close } = await startSandbox();
  return { url: urls[product], sandbox: { merchants, platformPublicKeyPem, isOwn: true }, close };
}

/** What `GET /` of a sandbox tells, as far as it is needed. */
interface Overview {
  readonly products: readonly {
    readonly name: ProductName;
    readonly routes: readonly { readonly path: string }[];
  }[];
  readonly platformPublicKeyPem: string;
}

const ANSWER_WITHIN_MILLISECONDS = 5000;

async function findSandbox(origin: string, product: ProductName): Promise<Endpoint> {
  const overview = await fetchOverview(origin);
  if (overview instanceof CliError) {
    // Whoever is called there does not answer either: the address and the key do not matter.
    const { publicKeyPem } = merchants.mmsp;
    return { ...named(new URL(origin).origin, publicKeyPem), unreachable: overview };
  }
  const path = overview.products.find(({ name }) => name === product)?.routes[0]?.path ?? '';
  const url = product === 'wechatTransit' ? new URL(origin).origin : new URL(path, origin).href;
  return named(url, overview.platformPublicKeyPem);
}

function named(url: string, platformPublicKeyPem: string): Endpoint {
  return { url, sandbox: { merchants, platformPublicKeyPem, isOwn: false }, close: async () => {} };
}

/**
 * @returns an error where nobody answers
 * @throws CliError where somebody else does, or the address is none.
 */
async function fetchOverview(origin: string): Promise<Overview | CliError> {
  const noSandbox = new CliError('sandbox', {
    en: `No sandbox answers at ${origin}. Start one with \`yinjian sandbox\`.`,
    zh: `${origin} 处没有沙箱应答。可用 \`yinjian sandbox\` 启动。`,
  });
  if (!/^https?:/i.test(origin) || !URL.canParse(origin)) throw noSandbox;
  let response: Response;
  try {
    response = await fetch(new URL('/', origin), {
      headers: { accept: 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MILLISECONDS),
    });
  } catch {
    return noSandbox;
  }
  try {
    const overview = (await response.json()) as Overview;
    if (typeof overview.platformPublicKeyPem === 'string') return overview;
  } catch {
    // What is not JSON is no sandbox's either.
  }
  throw noSandbox;
}
