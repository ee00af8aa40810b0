import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** The text in colour, where standard output is a terminal and `NO_COLOR` is not set. */
export function style(format: Format, text: string): string {
  return text === '' ? '' : styleText(format, text, { stream: process.stdout });
}

/** The same for standard error. */
export function errorStyle(format: Format, text: string): string {
  return styleText(format, text, { stream: process.stderr });
}
