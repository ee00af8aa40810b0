import { styleText } from 'node:util';

type Format = Extract<Parameters<typeof styleText>[0], string>;

/** The text in colour, where standard output is a terminal and `NO_COLOR` is not set. */
export function style(format: Format | readonly Format[], text: string): string {
  return styleFor(process.stdout, format, text);
}

/** The same for standard error. */
export function errorStyle(format: Format | readonly Format[], text: string): string {
  return styleFor(process.stderr, format, text);
}

/** One format at a time: of several at once, Node 20 does not ask the stream whether it takes colours. */
function styleFor(stream: NodeJS.WriteStream, format: Format | readonly Format[], text: string): string {
  const formats = typeof format === 'string' ? [format] : format;
  return text === '' ? '' : formats.reduceRight((styled, one) => styleText(one, styled, { stream }), text);
}
