import type { Title } from '@yinjian/provider-kit';
import type { Argv, Options } from 'yargs';
import type { Context } from '../context.ts';
import { CliError } from '../errors.ts';
import type { Arguments } from '../keys.ts';

/** Who calls, besides the keys: under the wire's names, each with the variable that may hold it. */
const IDENTITY = {
  MERNO: { env: 'YINJIAN_MERNO', title: { en: 'MMSP: merchant number', zh: 'MMSP 商户号' } },
  TERMNO: { env: 'YINJIAN_TERMNO', title: { en: 'MMSP: terminal number', zh: 'MMSP 终端号' } },
  AGENTNO: {
    env: 'YINJIAN_AGENTNO',
    title: { en: 'MMSP: agent number (机构模式)', zh: 'MMSP 代理商编号（机构模式）' },
  },
  appid: { env: 'YINJIAN_APPID', title: { en: 'WeChat Pay: appid', zh: '微信支付 appid' } },
  mch_id: {
    env: 'YINJIAN_MCH_ID',
    title: { en: 'WeChat Pay: merchant number', zh: '微信支付商户号 mch_id' },
  },
  sub_mch_id: {
    env: 'YINJIAN_SUB_MCH_ID',
    title: { en: 'WeChat Pay, as a service provider: the sub-merchant', zh: '微信支付服务商模式：子商户号' },
  },
} as const satisfies Readonly<Record<string, { env: string; title: Title }>>;

export type IdentityName = keyof typeof IDENTITY;

export function withIdentity<T>(yargs: Argv<T>, { say }: Context): Argv<T> {
  const group = say({ en: 'Merchant (with --url):', zh: '商户（与 --url 合用）：' });
  const options: Record<string, Options> = {};
  for (const [name, { env, title }] of Object.entries(IDENTITY)) {
    options[name] = { type: 'string', requiresArg: true, group, describe: `${say(title)} [${env}]` };
  }
  return yargs.options(options) as Argv<T>;
}

/** What was given, as an option or in the environment. */
export function findIdentity(name: IdentityName, args: Arguments, { env }: Context): string | undefined {
  return (args[name] as string | undefined) ?? (env[IDENTITY[name].env] || undefined);
}

/** @throws CliError `usage` where it is missing. */
export function needIdentity(name: IdentityName, args: Arguments, context: Context): string {
  const found = findIdentity(name, args, context);
  if (found !== undefined) return found;
  const { env } = IDENTITY[name];
  throw new CliError('usage', {
    en: `Needed: ${name}. Give --${name} or set ${env}.`,
    zh: `需要 ${name}。请用 --${name} 给出，或设置环境变量 ${env}。`,
  });
}

/** The options of the merchant that were given on the command line. */
export function identityGiven(args: Arguments): string[] {
  return Object.keys(IDENTITY).filter((name) => args[name] !== undefined);
}
