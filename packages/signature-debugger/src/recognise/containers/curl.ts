import { type SourceText, SourceTextBuilder } from '../../internal/source-text.ts';
import type { Peel } from '../peeled.ts';
import type { Problems } from '../problems/collect-problems.ts';
import { withoutCarets } from './cmd-carets.ts';
import { pathOf } from './html-form.ts';
import { encodePercent } from './percent.ts';
import { readCommand, type ShellWord } from './shell-words.ts';

const DATA = /^(?:(--data(?:-raw|-ascii|-binary|-urlencode)?|--json|--form(?:-string)?)(?:=|$)|(-[dF]))/;

/** Options whose value is no address. */
const WITH_VALUE =
  /^(?:-[XHAbceEKmoruUxTtwyYzC]|--(?:request|header|user-agent|cookie|cookie-jar|referer|cert|key|cacert|config|max-time|connect-timeout|output|range|user|proxy|upload-file|retry|resolve|limit-rate|write-out))$/;

/** With the prompt of a shell in front of it. */
const COMMAND = /^(?:(?:[$#>%]\s|PS [^>\r\n]*>|[A-Za-z]:\\[^>\r\n]*>)\s*)?(?:\S*[\\/])?curl(?:\.exe)?(?=\s)/i;

/** A `curl` command line; what several `-d` give is joined with `&`, as curl does. */
export const peelCurl: Peel = (source, problems) => {
  const command = COMMAND.exec(source.text);
  if (command === null) return undefined;
  const { words, input } = readCommand(withoutCarets(source.slice(command[0].length)));
  const data: SourceText[] = [];
  let path: string | undefined;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as ShellWord;
    const option = optionOf(word, words[index + 1]);
    if (option === undefined) {
      if (!word.value.text.startsWith('-')) path ??= pathOf(withSlash(word.value.text));
      continue;
    }
    if (option.value !== undefined && option.name !== '') {
      warnOfQuotes(option.word, problems);
      const isInput = option.value.text === '@-' && input !== undefined;
      data.push(isInput ? input.trim() : toBody(option.name, option.value));
    }
    if (option.takesNext) index++;
    if (option.name === '--url') path = pathOf(withSlash(option.value?.text ?? ''));
  }
  const clues = { role: 'sent', ...(path === undefined ? {} : { path }) } as const;
  const inner = joined(
    data.filter(({ text }) => text !== ''),
    '&',
    source,
  );
  warnOfFile(inner, problems);
  return { containers: ['curl'], inner, clues };
};

function withSlash(address: string): string {
  return /^https?:\/\//i.test(address) ? address : `http://${address}`;
}

interface Option {
  /** Empty where its value is of no interest. */
  readonly name: string;
  readonly value?: SourceText;
  readonly word: ShellWord;
  readonly takesNext: boolean;
}

function optionOf(word: ShellWord, next: ShellWord | undefined): Option | undefined {
  const { text } = word.value;
  if (WITH_VALUE.test(text)) return { name: '', word, takesNext: true };
  if (text === '--url') return { name: '--url', word, takesNext: true, ...valueOf(next) };
  const match = DATA.exec(text);
  if (match === null) return undefined;
  const [whole, long, short] = match;
  const name = long ?? short ?? '';
  // `-dvalue` and `--data=value` carry their value with them.
  const isAttached = text.length > whole.length;
  if (isAttached) return { name, word, takesNext: false, value: word.value.slice(whole.length) };
  return { name, word: next ?? word, takesNext: true, ...valueOf(next) };
}

function valueOf(word: ShellWord | undefined): { value?: SourceText } {
  return word === undefined ? {} : { value: word.value };
}

/** What curl makes of a value; form parts become fields of a form. */
function toBody(option: string, value: SourceText): SourceText {
  if (!/urlencode|^-F|^--form/.test(option)) return value;
  const equals = value.text.search(/[=@]/);
  if (equals < 0) return encodePercent(value);
  const encoded = encodePercent(value.slice(equals + 1));
  if (equals === 0) return encoded;
  return joined([value.slice(0, equals), encoded], '=', value);
}

/** Texts one after the other, all of them taken from `source`. */
function joined(texts: readonly SourceText[], separator: string, source: SourceText): SourceText {
  const built = new SourceTextBuilder(source);
  for (const [index, text] of texts.entries()) {
    if (index > 0) built.replace(separator, 0, 0);
    built.append(text);
  }
  return built.build();
}

/** In double quotes the shell takes the quotes of JSON away. */
function warnOfQuotes(word: ShellWord, problems: Problems): void {
  const at = word.raw.placeOf(0, word.raw.text.length);
  if (word.isOpen) {
    problems.warning('unclosed_quote', UNCLOSED, at);
  } else if (/^"\s*\{\s*"/.test(word.raw.text)) {
    problems.warning('shell_quotes', SHELL_QUOTES, at);
  }
}

function warnOfFile(body: SourceText, problems: Problems): void {
  if (!/^@\S/.test(body.text)) return;
  problems.warning('curl_reads_file', FILE, body.placeOf(0, body.text.length));
}

const UNCLOSED = {
  zh: "命令行中的引号没有闭合；报文里如有单引号，请写成 '\\''",
  en: "a quote of the command line is never closed; write '\\'' for a single quote in the message",
};

const SHELL_QUOTES = {
  zh: "JSON 放在双引号里，shell 会去掉其中的双引号；请改用单引号 '…'",
  en: "JSON in double quotes loses its own to the shell: use single quotes '…'",
};

const FILE = {
  zh: 'curl 从文件读取报文；请粘贴该文件的内容',
  en: 'curl reads the message from a file: paste what the file holds',
};
