import type { Row } from './run-runtimes.ts';

const HEADINGS = ['runtime', 'version', 'passed', 'failed', 'seconds', ''];

/** The rows as text, in columns. */
export function table(rows: readonly Row[]): string {
  const lines = [
    HEADINGS,
    ...rows.map(({ title, version, passed, failed, seconds, absent }) =>
      absent === undefined
        ? [title, version, String(passed), String(failed), seconds.toFixed(0), '']
        : [title, '', '', failed === 0 ? '' : String(failed), '', `left out: ${absent}`],
    ),
  ];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Numbers end at the same column. */
function pad(cell: string, width: number, column: number): string {
  if (column === HEADINGS.length - 1) return cell;
  return column >= 2 ? cell.padStart(width) : cell.padEnd(width);
}
