import type { Argv } from 'yargs';
import { CATALOG, findOperation } from './catalog.ts';

type Complete = NonNullable<Parameters<Argv['completion']>[2]>;

/** What the shell offers to complete: commands and options, the names of operations, and the fields of a call. */
export const completions: Complete = (current, argv, byParser, done) => {
  const [, command = '', ...words] = (argv as { readonly _: readonly unknown[] })._.map(String);
  const offered = [...operationNames(command, words, current), ...fieldNames(command, words, current)];
  if (offered.length > 0) done(offered);
  else byParser((_error, found) => done(found ?? []));
};

function operationNames(command: string, words: readonly string[], current: string): string[] {
  // What is being typed is the value of an option, unless it is the last of the words.
  const isWanted = (command === 'call' || command === 'operations') && words.length === 1;
  if (!isWanted || words.at(-1) !== current) return [];
  return [...new Set(CATALOG.map(({ name }) => name))].filter((name) => name.startsWith(current));
}

function fieldNames(
  command: string,
  [operation = '', ...given]: readonly string[],
  current: string,
): string[] {
  if (command !== 'call' || given.at(-1) !== current) return [];
  if (!CATALOG.some(({ name }) => name === operation)) return [];
  const before = new Set(given.slice(0, -1).map((assignment) => assignment.replace(/=.*$/s, '')));
  return findOperation(operation)
    .requestFields.filter(({ name, client }) => client !== 'sets' && !before.has(name))
    .map(({ name }) => `${name}=`)
    .filter((assignment) => assignment.startsWith(current));
}
