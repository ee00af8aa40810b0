import { createMmspClient, importRsaPrivateKey, importRsaPublicKey } from '@yinjian/mmsp';
import type { CallOptions, ClientOptions, Outcome } from '@yinjian/provider-kit';
import { createWechatTransitClient } from '@yinjian/wechat-transit';
import type { CatalogEntry } from '../catalog.ts';
import type { Context } from '../context.ts';
import { type Arguments, findKey, needKey } from '../keys.ts';
import type { Endpoint } from './endpoint.ts';
import { findIdentity, needIdentity } from './merchant.ts';
import type { Input } from './read-fields.ts';

/** The data of an outcome, whichever operation's it is. */
export type Data = Readonly<Record<string, unknown>>;

/** What a form of the payer's browser is made of. */
export interface Form {
  readonly action: string;
  readonly method: 'POST';
  readonly fields: Readonly<Record<string, string>>;
}

export type AnyOutcome = Outcome<Data>;

/** Calls one operation. */
export interface Callable {
  readonly call: (input: Input, options: CallOptions) => Promise<AnyOutcome>;
  /** In the place of `call`, for what the payer's browser sends. */
  readonly form?: (input: Input) => Promise<Form>;
}

type Methods = Readonly<Record<string, (input: Input, options?: object) => Promise<unknown>>>;

/** The client of an operation's product, for the merchant of the sandbox or of the options. */
export async function createCallable(
  entry: CatalogEntry,
  endpoint: Endpoint,
  args: Arguments,
  context: Context,
  options: ClientOptions,
): Promise<Callable> {
  if (entry.platform === 'wechat-transit') {
    const client = await transitClient(entry.mode, endpoint, args, context, options);
    return callable(client, entry.name);
  }
  const client =
    entry.product === 'payout'
      ? await payoutClient(endpoint, args, context, options)
      : await envelopeClient(entry.product, endpoint, args, context, options);
  const [, method = ''] = entry.name.split('.');
  return callable(client, method);
}

function callable(client: object, method: string): Callable {
  const methods = client as Methods;
  const call = methods[method];
  // The gateway's pay is no call: the client makes a form of it.
  if (call === undefined) {
    const form = methods['paymentForm'];
    return {
      call: async () => Promise.reject(new TypeError(method)),
      form: async (input) => (await form?.(input)) as Form,
    };
  }
  return { call: async (input, callOptions) => (await call(input, callOptions)) as AnyOutcome };
}

async function transitClient(
  mode: 'direct' | 'partner',
  { url, sandbox }: Endpoint,
  args: Arguments,
  context: Context,
  options: ClientOptions,
): Promise<object> {
  const sign_type = args['sign-type'] as 'MD5' | 'HMAC-SHA256' | undefined;
  const { appid, mch_id, key } = sandbox?.merchants.wechatTransit[mode] ?? {
    appid: needIdentity('appid', args, context),
    mch_id: needIdentity('mch_id', args, context),
    key: await needKey('key', args, context),
  };
  const credentials = { appid, mch_id, key, ...(sign_type === undefined ? {} : { sign_type }) };
  return createWechatTransitClient({ mode, ...credentials, baseUrl: url, ...options });
}

async function envelopeClient(
  product: 'quickPay' | 'scanPay' | 'gateway',
  endpoint: Endpoint,
  args: Arguments,
  context: Context,
  options: ClientOptions,
): Promise<object> {
  const client = createMmspClient({
    ...(await envelopeCredentials(endpoint, args, context)),
    [product]: addressOf(endpoint, args),
    ...options,
  });
  return (client as Readonly<Record<string, object>>)[product] as object;
}

async function envelopeCredentials({ sandbox }: Endpoint, args: Arguments, context: Context) {
  if (sandbox !== undefined) {
    const { MERNO, TERMNO, md5Key } = sandbox.merchants.mmsp;
    return { MERNO, TERMNO, md5Key };
  }
  const AGENTNO = findIdentity('AGENTNO', args, context);
  return {
    MERNO: needIdentity('MERNO', args, context),
    TERMNO: needIdentity('TERMNO', args, context),
    // In agent mode the agent's key signs; a merchant's key may not even be at hand.
    ...(AGENTNO === undefined
      ? { md5Key: await needKey('key', args, context) }
      : await agentKeys(AGENTNO, args, context)),
  };
}

async function agentKeys(AGENTNO: string, args: Arguments, context: Context) {
  const agentKey = await needKey('agentKey', args, context);
  const md5Key = (await findKey('key', args, context)) ?? agentKey;
  return { md5Key, agent: { AGENTNO, md5Key: agentKey } };
}

async function payoutClient(
  endpoint: Endpoint,
  args: Arguments,
  context: Context,
  options: ClientOptions,
): Promise<object> {
  const { sandbox } = endpoint;
  const [MERNO, privateKey, publicKey] =
    sandbox === undefined
      ? [
          needIdentity('MERNO', args, context),
          await needKey('merchantPrivateKey', args, context),
          await needKey('platformPublicKey', args, context),
        ]
      : [sandbox.merchants.mmsp.MERNO, sandbox.merchants.mmsp.privateKeyPem, sandbox.platformPublicKeyPem];
  const { payout } = createMmspClient({
    MERNO,
    payout: {
      ...addressOf(endpoint, args),
      merchantPrivateKey: await importRsaPrivateKey(privateKey),
      platformPublicKey: await importRsaPublicKey(publicKey),
      allowUnsignedReplies: args['allow-unsigned-replies'] === true,
    },
    ...options,
  });
  return payout;
}

function addressOf({ url }: Endpoint, args: Arguments) {
  return { url, allowPlainHttp: args['allow-plain-http'] === true };
}
