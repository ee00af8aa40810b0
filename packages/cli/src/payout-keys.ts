import {
  importRsaPrivateKey,
  importRsaPublicKey,
  type RsaPrivateKey,
  type RsaPublicKey,
} from '@yinjian/mmsp';
import type { Title } from '@yinjian/provider-kit';
import type { Context } from './context.ts';
import type { KeyName } from './key-kinds.ts';
import { type Arguments, findKey, needKey } from './keys.ts';

/** Whose message a payout message is. */
export type Sender = 'merchant' | 'platform';

/** The keys of each direction [M] 代付 3.1: signed by the sender, encrypted for the receiver. */
const KEYS = {
  merchant: {
    signs: 'merchantPrivateKey',
    checks: 'merchantPublicKey',
    encrypts: 'platformPublicKey',
    opens: 'platformPrivateKey',
  },
  platform: {
    signs: 'platformPrivateKey',
    checks: 'platformPublicKey',
    encrypts: 'merchantPublicKey',
    opens: 'merchantPrivateKey',
  },
} as const satisfies Record<Sender, Readonly<Record<string, KeyName>>>;

type Use = keyof (typeof KEYS)[Sender];

/** The names of the keys with these uses, in both directions. */
export function payoutKeyNames(...uses: readonly Use[]): KeyName[] {
  return uses.flatMap((use) => [KEYS.merchant[use], KEYS.platform[use]]);
}

export const fromOption = ({ say }: Context, usual: Sender) =>
  ({
    choices: ['merchant', 'platform'] as const,
    default: usual,
    describe: say(FROM),
  }) as const;

const FROM: Title = {
  en: 'whose payout message it is: a request comes from the merchant, a reply from the platform',
  zh: '代付报文的发送方：请求来自商户，应答来自平台',
};

/** @throws CliError `no_key`, CryptoError. */
export async function needPrivateKey(
  use: 'signs' | 'opens',
  from: Sender,
  args: Arguments,
  context: Context,
): Promise<RsaPrivateKey> {
  return await importRsaPrivateKey(await needKey(KEYS[from][use], args, context));
}

/** @throws CliError `no_key`, CryptoError. */
export async function needPublicKey(
  use: 'checks' | 'encrypts',
  from: Sender,
  args: Arguments,
  context: Context,
): Promise<RsaPublicKey> {
  return await importRsaPublicKey(await needKey(KEYS[from][use], args, context));
}

/** The key that a signature is checked with, where it was given. */
export async function findCheckingKey(
  from: Sender,
  args: Arguments,
  context: Context,
): Promise<RsaPublicKey | undefined> {
  const key = await findKey(KEYS[from].checks, args, context);
  return key === undefined ? undefined : await importRsaPublicKey(key);
}
