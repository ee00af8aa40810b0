import type { Title } from '@yinjian/provider-kit';

/** The languages of everything that is printed. */
export type Language = keyof Title;

/**
 * The language to print in: `--lang` where it is given, otherwise what the locale says (`LC_ALL`, `LC_MESSAGES`, `LANG`,
 * the first that is set, as POSIX has it): Chinese for `zh…`, English for anything else.
 *
 * Looked up before the arguments are parsed, because the complaints about them are in that language too.
 */
export function languageOf(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const given = args.findLast((arg, index) => arg.startsWith('--lang=') || args[index - 1] === '--lang');
  const asked = given?.replace('--lang=', '');
  if (asked === 'zh' || asked === 'en') return asked;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^zh\b|^zh_/i.test(locale) ? 'zh' : 'en';
}
