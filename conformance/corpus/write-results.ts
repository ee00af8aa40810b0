/**
 * Diagnoses the corpus and writes conformance/vectors/wrong-signatures/RESULTS.md. Wants the packages built.
 *
 *   node conformance/corpus/write-results.ts
 */
import { writeFileSync } from 'node:fs';
import { arch, cpus, loadavg } from 'node:os';
import { preferHostCrypto } from '@yinjian/crypto-webcrypto';
import { corpus, type Judged, judge, type Limits, readVectors, SOURCES } from './judge.ts';
import { misses, rowsOf, table } from './results.ts';

async function judgeAll(limits?: Limits): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const source of SOURCES) {
    const { keys, vectors } = readVectors(source);
    for (const vector of vectors) judged.push(await judge(source, keys, vector, limits));
  }
  return judged;
}

function timing(name: string, judged: readonly Judged[]): string {
  const cell = (read: (one: Judged) => number) => {
    const times = judged.map(read).toSorted((one, other) => one - other);
    const at = (part: number) =>
      (times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0).toFixed(0);
    return `${at(0.5)} / ${at(0.95)} / ${at(1)} ms`;
  };
  const named = judged.filter(({ judgement }) => judgement === 'first' || judgement === 'equal').length;
  const times = [cell((one) => one.milliseconds), cell((one) => one.processorMilliseconds)];
  return `| ${name} | ${times.join(' | ')} | ${named} of ${judged.length} |`;
}

const judged = await judgeAll({ now: () => 0 });
const timings: string[] = [];
for (const [name, isHost] of [
  ['node:crypto', true],
  ['portable (as in a browser)', false],
] as const) {
  preferHostCrypto(isHost);
  timings.push(timing(name, await judgeAll()));
}
preferHostCrypto(true);
const atLeisure = await judgeAll({ milliseconds: 3000 });

const text = `# What the signature debugger makes of this corpus

Written by \`node conformance/corpus/write-results.ts\`; a test compares the first and the last table.

Each error is committed alone on two messages, and with two others at least, drawn by lot from all that it does not contradict, whatever steps they touch; of two orders that which shows both. *1*: one error. *2*: two of those that questions and answers, threads and documents tell of. *2, rare*: two of which one at least is seldom made (UTF-16, base64, the values without names and the like: \`RARE\` in conformance/corpus/labels.ts). The errors of the shell are paired by hand. Left out are pairs that contradict each other, as two orders of the fields, two digests, two ways to append the key, two ways to write the text (but two flags of json_encode); pairs of which one leaves nothing of the other; and, of messages whose numbers PHP cannot hold, what is done to their fields.

${table(rowsOf(judged))}

*Named first*: the first finding is what the snippet did, with its field and nothing besides. *Named as equal*: the first finding leads to the very same bytes, so that nothing can tell them apart, and what the snippet did is among its alternatives. Here the clock stands still and the search ends after 10 000 candidates, on every machine alike.

## Time

Diagnoses with the default limit of 200 ms, one after the other, with the host's digests and without. Node ${process.versions.node} on ${arch()} (${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, load average ${(loadavg()[0] ?? 0).toFixed(1)}).

| digests | median / 95 % / longest | of processor time | named first or as equal |
| --- | ---: | ---: | ---: |
${timings.join('\n')}

The command searches for 3 seconds. Then, on the same machine:

${table(rowsOf(atLeisure).filter(({ source }) => source === 'all'))}

## Not named first

${misses(judged)}
`;
writeFileSync(`${corpus}RESULTS.md`, text);
console.log(text);
