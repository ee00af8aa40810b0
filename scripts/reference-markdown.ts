/** Names as code, in a row. */
export function codes(names: readonly string[], separator: string): string {
  return names.map((name) => `\`${name}\``).join(separator);
}

/** Renderers disagree about the ids of headings, so each has one of its own. */
export function heading(name: string): string {
  return `<a id="${anchor(name)}"></a>\n\n## ${name}`;
}

/** The id of a heading. */
export function anchor(name: string): string {
  return `of-${name.replaceAll('.', '-')}`;
}

/** A table with its columns unpadded: padding would change every line with one cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** As written; where all names are numbers, which objects do not keep in order, by number. */
export function inOrder<Value>(record: Readonly<Record<string, Value>>): [string, Value][] {
  const entries = Object.entries(record);
  if (!entries.every(([name]) => /^\d+$/.test(name))) return entries;
  return entries.toSorted(([one], [other]) => Number(one) - Number(other));
}
