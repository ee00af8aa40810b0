import type { Warning } from '../client-options.ts';
import type { Field, Fields } from '../field.ts';
import type { WireFields } from '../request-fields.ts';
import { characterLength } from './character-length.ts';

/** What is doubtful about a request that is sent all the same. */
export function warningsOf(fields: WireFields, table: Fields, now: () => Date): Warning[] {
  return Object.entries(fields).flatMap(([path, value]) => {
    const field = table[path];
    if (field === undefined) return [];
    const messages = [tooLong(field, value), doubtful(field, value, now)];
    return messages.flatMap((message) => (message === undefined ? [] : [{ path, message }]));
  });
}

function tooLong({ documentedLength: limit }: Field, value: string): string | undefined {
  if (limit === undefined || characterLength(value) <= limit) return undefined;
  return `is longer than the documented ${limit} characters`;
}

/** A clock that fails must not keep a hook from being called. */
function doubtful({ doubt }: Field, value: string, now: () => Date): string | undefined {
  try {
    return doubt?.(value, now());
  } catch {
    return undefined;
  }
}
