import type { Title } from '@yinjian/provider-kit';
import yargs from 'yargs';
import { EXIT } from '../exit-code.ts';
import { begin, type Command } from '../parser.ts';

/** `yinjian completion`. */
export const completion: Command = (parser, context, finish) => {
  const { say, env } = context;
  return parser.command(
    'completion [shell]',
    say({ en: 'print a script that completes commands in the shell', zh: '输出 shell 补全脚本' }),
    (options) =>
      begin(options, USAGE, context)
        .positional('shell', {
          choices: ['bash', 'zsh'] as const,
          describe: say({ en: 'otherwise by SHELL', zh: '缺省按 SHELL 判断' }),
        })
        .example('$0 completion bash >> ~/.bashrc', 'bash')
        .example('$0 completion zsh > ~/.zfunc/_yinjian', 'zsh'),
    ({ shell }) => {
      // The parser looks there when it is made.
      if (shell !== undefined) env['SHELL'] = `/bin/${shell}`;
      yargs().scriptName('yinjian').showCompletionScript();
      finish(EXIT.fine);
    },
  );
};

const USAGE: Title = {
  en: '$0 completion [bash|zsh]\n\nPrints a script for the start-up file of the shell. It completes commands, options, names of operations and fields of a call.',
  zh: '$0 completion [bash|zsh]\n\n输出供 shell 启动文件使用的脚本，可补全命令、选项、接口名称和调用的字段。',
};
