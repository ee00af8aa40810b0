import { yuanOf } from '../amount.ts';
import type { CatalogEntry } from '../catalog.ts';
import type { Context } from '../context.ts';
import { CliError } from '../errors.ts';
import { note, toJson } from '../output/print.ts';
import { errorStyle } from '../output/style.ts';
import { visible } from '../output/visible.ts';
import { canPrompt, prompt } from '../prompt.ts';
import type { Input } from './read-fields.ts';

/**
 * Makes sure that somebody wants real money to be moved.
 *
 * @throws CliError `not_confirmed`, also where nobody can be asked.
 */
export async function confirm(
  { name, requestFields }: CatalogEntry,
  url: string,
  input: Input,
  { say }: Context,
): Promise<void> {
  if (!canPrompt()) {
    throw new CliError('not_confirmed', {
      en: `${name} can move money: --yes says that it is meant. Nothing was sent.`,
      zh: `${name} 可能发生资金变动：确认执行请加 --yes。未发送任何数据。`,
    });
  }
  note(
    errorStyle(
      'yellow',
      say({ en: `${name} can move money at ${url}:`, zh: `${name} 将在 ${url} 执行，可能发生资金变动：` }),
    ),
  );
  for (const { name: field, title, type, sensitive } of requestFields) {
    const value = input[field];
    if (value === undefined) continue;
    const shown = sensitive ? '[redacted]' : toJson(value);
    const yuan = type === 'fen' && typeof value === 'number' ? ` = ¥${yuanOf(value)}` : '';
    note(`  ${field}  ${visible(shown)}${yuan}  ${say(title)}`);
  }
  const answer = await prompt(say({ en: 'Send it? [y/N] ', zh: '确认发送？[y/N] ' }));
  if (/^(?:y|yes|是)$/i.test(answer.trim())) return;
  throw new CliError('not_confirmed', { en: 'Nothing was sent.', zh: '未发送任何数据。' });
}
