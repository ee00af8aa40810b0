import type { Title } from '@yinjian/provider-kit';
import type { Context } from './context.ts';
import { type Arguments, needKey } from './keys.ts';

/**
 * The key of an MMSP message: the agent's where the message is in agent mode, otherwise the merchant's. Neither stands in
 * for the other: the platform would refuse what the wrong one signed.
 *
 * @throws CliError `no_key`.
 */
export async function needMmspKey(
  { isAgentMode }: { readonly isAgentMode: boolean },
  args: Arguments,
  context: Context,
): Promise<string> {
  return isAgentMode
    ? await needKey('agentKey', args, context, AGENT_SIGNS)
    : await needKey('key', args, context);
}

const AGENT_SIGNS: Title = {
  en: "The message is in agent mode (AGENTNO is filled): the agent's key signs it, not the merchant's. ",
  zh: '报文是代理商模式（AGENTNO 非空），由代理商密钥签名，而不是商户密钥。',
};
