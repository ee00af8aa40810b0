import type { WireValue } from '@yinjian/provider-kit';

/** The text of a field, empty where it has none. Numbers are text here: they stand as they were written. */
export function textOf(message: Readonly<Record<string, WireValue>>, name: string): string {
  const value = message[name];
  return typeof value === 'string' ? value : '';
}
