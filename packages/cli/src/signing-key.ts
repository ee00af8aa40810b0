import type { Context } from './context.ts';
import { type Arguments, findKey, needKey } from './keys.ts';

/** The key of an MMSP message: the agent's where the message is in agent mode and it is given, otherwise the merchant's. */
export async function needMmspKey(
  { isAgentMode }: { readonly isAgentMode: boolean },
  args: Arguments,
  context: Context,
): Promise<string> {
  if (!isAgentMode) return await needKey('key', args, context);
  const found = (await findKey('agentKey', args, context)) ?? (await findKey('key', args, context));
  return found ?? (await needKey('agentKey', args, context));
}
