import { readFileSync, statSync } from 'node:fs';
import { decodeUtf8 } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import { CliError, systemCodeOf } from './errors.ts';

/** Four times what the codecs take: enough to say what is wrong with a message that is too long. */
const MAX_BYTES = 4_194_304;

/** What `-` stands for. The parser would take it for an option without a name. */
export const STANDARD_INPUT = '\0-';

/** Standard input can be read only once. */
let standardInputIsFor: Title | undefined;

/**
 * The bytes of standard input, up to its end.
 *
 * @param what For whom: told where two want it.
 */
async function readStandardInput(what: Title): Promise<Uint8Array> {
  if (standardInputIsFor !== undefined) {
    throw new CliError('usage', {
      en: `Standard input is read for ${standardInputIsFor.en}; it cannot be read for ${what.en} as well.`,
      zh: `标准输入已用于读取${standardInputIsFor.zh}，不能再用于${what.zh}。`,
    });
  }
  standardInputIsFor = what;
  if (process.stdin.isTTY) {
    process.stderr.write(`${what.zh} / ${what.en} … Ctrl-D\n`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw tooLarge(what);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The bytes of a file, or of standard input for `-`. */
async function readFileOrStandardInput(path: string, what: Title): Promise<Uint8Array> {
  if (path === STANDARD_INPUT) return await readStandardInput(what);
  try {
    if (statSync(path).size > MAX_BYTES) throw tooLarge(what);
    return readFileSync(path);
  } catch (error) {
    throw error instanceof CliError ? error : cannotRead(path, error);
  }
}

/**
 * The message that an argument stands for: `-` or nothing for standard input, the name of a file, or the message itself.
 * One line break at the end of a file or of standard input is none of the message's: editors and `echo` put it there.
 *
 * @param lenient Keeps a byte-order mark and stands U+FFFD for what is not UTF-8, for whoever can tell what is wrong with it.
 */
export async function readMessage(
  argument: string | undefined,
  what: Title,
  { lenient = false }: { readonly lenient?: boolean } = {},
): Promise<string> {
  const text = await readArgument(argument, what, lenient);
  if (lenient || text.trim() !== '') return text;
  throw new CliError('unreadable', { en: `${what.en}: there is nothing in it.`, zh: `${what.zh}是空的。` });
}

async function readArgument(argument: string | undefined, what: Title, lenient: boolean): Promise<string> {
  if (argument !== undefined && argument !== STANDARD_INPUT && !exists(argument)) {
    if (argument !== '' && !looksLikeMessage(argument)) throw neitherFileNorMessage(argument);
    return argument;
  }
  const bytes = await readFileOrStandardInput(argument ?? STANDARD_INPUT, what);
  return withoutFinalLineBreak(lenient ? lenientDecoder.decode(bytes) : decode(bytes, what));
}

/** The text of a file, or of standard input for `-`, without one line break at its end. */
export async function readText(path: string, what: Title): Promise<string> {
  return withoutFinalLineBreak(decode(await readFileOrStandardInput(path, what), what));
}

const lenientDecoder = new TextDecoder('utf-8', { ignoreBOM: true });

function decode(bytes: Uint8Array, what: Title): string {
  try {
    return decodeUtf8(bytes, { maxLength: MAX_BYTES });
  } catch {
    const en = `${what.en}: not UTF-8. Is it GBK? Convert it first: iconv -f GBK -t UTF-8`;
    throw new CliError('unreadable', {
      en,
      zh: `${what.zh}不是 UTF-8 编码。若为 GBK，请先转换：iconv -f GBK -t UTF-8`,
    });
  }
}

function withoutFinalLineBreak(text: string): string {
  return text.replace(/\r?\n$/, '');
}

/** A pipe that the shell opened counts too: `<(…)`. */
function exists(name: string): boolean {
  try {
    return statSync(name, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Too long for a name, or with characters that no name has.
    return false;
  }
}

/** Every message has one of these, and hardly the name of a file. */
function looksLikeMessage(text: string): boolean {
  return /[{<=%"\s]/.test(text) || text.length > 255;
}

function tooLarge(what: Title): CliError {
  return new CliError('unreadable', {
    en: `${what.en}: longer than ${MAX_BYTES} bytes.`,
    zh: `${what.zh}超过 ${MAX_BYTES} 字节。`,
  });
}

function neitherFileNorMessage(argument: string): CliError {
  return new CliError('file', {
    en: `There is no file ${argument}, and it is no message either.`,
    zh: `文件不存在：${argument}，它本身也不是报文。`,
  });
}

function cannotRead(path: string, error: unknown): CliError {
  const code = systemCodeOf(error);
  if (code === 'ENOENT') {
    return new CliError('file', { en: `There is no file ${path}.`, zh: `文件不存在：${path}` });
  }
  return new CliError('file', {
    en: `${path} cannot be read (${code}).`,
    zh: `无法读取 ${path}（${code}）。`,
  });
}
