import { cpus, release, totalmem, type } from 'node:os';
import type { GrowthPanel } from './growth.ts';
import type { LibraryName, Ours, Row } from './rows.ts';
import type { RowTimes, SpeedOptions } from './speed.ts';
import { type Summary, summarise } from './statistics.ts';

/** What a results page is made of. */
export interface Results {
  readonly speed: readonly RowTimes[];
  readonly growth: readonly GrowthPanel[];
  readonly options: SpeedOptions;
  /** Processes that wanted to run on the machine, on average over a minute, as the run began and as it ended. */
  readonly load: readonly [before: number, after: number];
}

/** The table of ratios, as Markdown. */
export function ratioTable(speed: readonly RowTimes[]): string {
  return markdownTable(
    ['work', 'against', 'host crypto', 'portable', 'to reach', 'reached'],
    speed.map((measured) => {
      const { row } = measured;
      const ofOurs = (ours: Ours) => (row.ours.includes(ours) ? ratioText(row, ratios(measured, ours)) : '');
      const target = row.toReach === undefined ? '' : targetText(row, row.toReach);
      return [
        row.work,
        opponent(measured),
        ofOurs('yinjian'),
        ofOurs('yinjian-portable'),
        target,
        verdict(measured),
      ];
    }),
  );
}

/** The whole page. */
export function resultsPage({ speed, growth, options, load }: Results): string {
  return `# Results

Written by \`npm run bench\`; do not edit. How it is measured: [README.md](README.md).

${machine(load)}

${options.sessions} starts of every process, ${options.rounds} rounds in each, ${options.milliseconds} ms for one measurement.

## Ratios

Each number is the median of the ratios of the single rounds, with the middle half of them in brackets. "Faster" is
their time divided by ours, theirs being the fastest of those named in that round; "times" is ours divided by theirs.
Rows without a target are for comparison.

${ratioTable(speed)}

${missed(speed)}

## Times

Microseconds for one run: the median over all rounds, with the middle half in brackets.

${timeTable(speed)}

## How cost grows

![Time for a byte against size, one panel for each function](growth.svg)

Time for a byte of input, from 1 kB to 1 MB, hostile shapes included; the least of several measurements. A flat line
is cost in proportion to size. In brackets, the power of the size that the time grows with from 16 kB on: 1 is
linear, 2 would be quadratic, 0 is refused after a look at the beginning. ✗ marks what is refused. Below a nanosecond
for a byte the time is that of moving memory, and rises where texts outgrow the caches. V8's young generation was
made large enough for what a run makes: with Node's own, a megabyte of nested arrays takes several times as long, all
of it garbage collection. The limits (1 MiB, 1000 fields, 32 levels) were widened; the default ones end most of these
inputs earlier. ${growthSentence(growth)}
`;
}

function machine([before, after]: readonly [number, number]): string {
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return [
    `- ${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${memory}, ${type()} ${release()}`,
    `- Node ${process.versions.node}, V8 ${process.versions.v8}, OpenSSL ${process.versions.openssl}`,
    `- ${new Date().toISOString().slice(0, 10)}; load average ${before.toFixed(1)} before, ${after.toFixed(1)} after`,
  ].join('\n');
}

/** Round by round; theirs is the fastest of the round. */
function ratios({ row, times }: RowTimes, ours: Ours): Summary {
  const isTimes = isMeasuredInTimes(row);
  const list = (times.get(ours) ?? []).map((time, round) => {
    const theirs = Math.min(...row.theirs.map(({ peer }) => times.get(peer)?.[round] ?? Number.NaN));
    return isTimes ? time / theirs : theirs / time;
  });
  return summarise(list);
}

/** Against Node's own, how many times its time; against libraries, how many times faster. */
function isMeasuredInTimes({ theirs }: Row): boolean {
  return theirs.every(({ peer }) => peer === 'node-crypto');
}

function opponent({ row, times }: RowTimes): string {
  const [first] = row.theirs
    .map(({ peer, job }) => ({ name: peer === 'node-crypto' ? job : peer, peer }))
    .toSorted((a, b) => medianOf(times, a.peer) - medianOf(times, b.peer));
  if (first === undefined) return '';
  return row.theirs.length > 1 ? `${first.name}, the fastest of ${row.theirs.length}` : `Node: ${first.name}`;
}

function medianOf(times: ReadonlyMap<LibraryName, readonly number[]>, name: LibraryName): number {
  return summarise(times.get(name) ?? []).median;
}

function ratioText(row: Row, { median, p25, p75 }: Summary): string {
  const faster = isMeasuredInTimes(row) ? '' : ' faster';
  return `${median.toFixed(2)} ×${faster} (${p25.toFixed(2)}–${p75.toFixed(2)})`;
}

function targetText({ ours }: Row, target: NonNullable<Row['toReach']>): string {
  const ratio = 'faster' in target ? `≥ ${target.faster} × faster` : `≤ ${target.times} ×`;
  return ours[0] === 'yinjian-portable' ? `${ratio}, portable` : ratio;
}

function verdict(measured: RowTimes): string {
  const reached = isReached(measured);
  if (reached === undefined) return '';
  return reached ? 'yes' : '**no**';
}

function isReached(measured: RowTimes): boolean | undefined {
  const { toReach, ours } = measured.row;
  const [judged] = ours;
  if (toReach === undefined || judged === undefined) return undefined;
  const { median } = ratios(measured, judged);
  return 'faster' in toReach ? median >= toReach.faster : median <= toReach.times;
}

function missed(speed: readonly RowTimes[]): string {
  const rows = speed.filter((measured) => isReached(measured) === false).map(({ row }) => row);
  if (rows.length === 0) return 'Every target was reached.';
  return ['Not reached:', '', ...rows.map(({ work, ifMissed = '' }) => `- **${work}**: ${ifMissed}.`)].join(
    '\n',
  );
}

function timeTable(speed: readonly RowTimes[]): string {
  return markdownTable(
    ['work', 'library', 'µs'],
    speed.flatMap(({ row, times }) =>
      [...times].map(([library, list], i) => {
        const { median, p25, p75 } = summarise(list.map((time) => time / 1000));
        return [i === 0 ? row.work : '', library, `${digits(median)} (${digits(p25)}–${digits(p75)})`];
      }),
    ),
  );
}

function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** What only moves memory is left out: see the page. */
function growthSentence(growth: readonly GrowthPanel[]): string {
  const lines = growth
    .flatMap(({ name, lines: ofPanel }) => ofPanel.map((line) => ({ name, ...line })))
    .filter(({ perByte }) => (perByte.at(-1) ?? 0) >= 1);
  const steepest = lines.reduce((most, line) => (line.power > most.power ? line : most));
  return `The steepest of those above a nanosecond is ${steepest.name}, ${steepest.shape}: ${steepest.power.toFixed(2)}.`;
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
