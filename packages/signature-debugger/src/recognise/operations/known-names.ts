import { notifications, operations } from '@yinjian/mmsp';

/** The names of all fields that MMSP has in what it signs. */
let names: ReadonlySet<string> | undefined;

/** Whether one of some names is in a table of MMSP; without one, an object is not taken for a message. */
export function hasMmspName(given: readonly string[]): boolean {
  names ??= new Set(
    [
      ...operations.flatMap(({ requestFields, replyFields }) => [...requestFields, ...replyFields]),
      ...notifications.flatMap(({ fields }) => fields),
    ].map(({ name }) => name),
  );
  const known = names;
  return given.some((name) => known.has(name));
}
