import type { Title } from '@yinjian/provider-kit';
import type { Context } from './context.ts';

/** What an argument that is a message can be. */
const MESSAGE: Title = {
  en: 'a file, - for standard input (the default), or the message itself',
  zh: '文件名，- 为标准输入（缺省），或报文本身',
};

export const messageArgument = ({ say }: Context) => ({ type: 'string', describe: say(MESSAGE) }) as const;

export const platformOption = ({ say }: Context) =>
  ({
    choices: ['mmsp', 'wechat-transit'] as const,
    describe: say({ en: 'where it is not told by the message', zh: '无法从报文判断时指定平台' }),
  }) as const;

export const signTypeOption = ({ say }: Context, whenAbsent: Title) =>
  ({
    choices: ['HMAC-SHA256', 'MD5'] as const,
    describe: say({
      en: `WeChat Pay: the algorithm; ${whenAbsent.en}`,
      zh: `微信支付的签名算法；${whenAbsent.zh}`,
    }),
  }) as const;
