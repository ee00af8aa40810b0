import type { ExplainOptions } from '@yinjian/signature-debugger';
import type { Argv } from 'yargs';
import type { Context } from './context.ts';
import { KEY_KINDS, type KeyName } from './key-kinds.ts';
import { type Arguments, findKey, withKeys } from './keys.ts';
import { messageArgument, platformOption, signTypeOption } from './options.ts';

/** What `explain` and `diagnose` take alike. */
export function withDebuggerOptions(yargs: Argv, context: Context) {
  const { say } = context;
  const taking = yargs
    .positional('message', messageArgument(context))
    .option('signature', {
      type: 'string',
      requiresArg: true,
      describe: say({ en: 'the signature, where the message has none', zh: '报文中没有签名时在此给出' }),
    })
    .option('platform', platformOption(context))
    .option(
      'sign-type',
      signTypeOption(context, {
        en: 'otherwise that of sign_type, or by the length of sign',
        zh: '缺省按报文中的 sign_type 或 sign 的长度',
      }),
    );
  return withKeys(taking, Object.keys(KEY_KINDS) as KeyName[], context);
}

/** What was given of it, with every key that is found anywhere. */
export async function debuggerOptions(args: Arguments, context: Context): Promise<ExplainOptions> {
  const { signature, platform } = args as Pick<ExplainOptions, 'signature' | 'platform'>;
  const signType = args['sign-type'] as ExplainOptions['signType'] | undefined;
  const keys: { [name in KeyName]?: string } = {};
  for (const name of Object.keys(KEY_KINDS) as KeyName[]) {
    const key = await findKey(name, args, context);
    if (key !== undefined) keys[name] = key;
  }
  return {
    ...keys,
    ...(signature === undefined ? {} : { signature }),
    ...(platform === undefined ? {} : { platform }),
    ...(signType === undefined ? {} : { signType }),
  };
}
