import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type DiagnoseOptions,
  type Diagnosis,
  diagnose,
  type MadeMistake,
} from '@yinjian/signature-debugger';
import type { Vector, VectorFile } from '../oracles/wrong-signatures/generate.ts';
import { labels } from './labels.ts';

/** The folder of the corpus. */
export const corpus = fileURLToPath(new URL('../vectors/wrong-signatures/', import.meta.url));

export const SOURCES = ['php', 'python', 'shell', 'payout'] as const;
export type Source = (typeof SOURCES)[number];

export function readVectors(name: Source | 'correct'): VectorFile {
  return JSON.parse(readFileSync(`${corpus}${name}.json`, 'utf8')) as VectorFile;
}

/**
 * - `first`: the first finding is what the snippet did.
 * - `equal`: the first finding leads to the very same bytes, and what the snippet did is among its alternatives.
 * - `other`: something else was found.
 * - `nothing`: no finding reproduces the signature.
 */
export type Judgement = 'first' | 'equal' | 'other' | 'nothing';

export interface Judged {
  readonly source: Source;
  readonly vector: Vector;
  readonly judgement: Judgement;
  readonly diagnosis: Diagnosis;
  readonly milliseconds: number;
  /** Of processor time, all threads together. */
  readonly processorMilliseconds: number;
}

/** The options of a vector: what the person who asks has at hand. */
export function optionsOf({ errors: _errors, sample: _sample, message: _message, ...options }: Vector) {
  return options;
}

/** How far a search goes: a clock that stands still makes it the same on every machine. */
export type Limits = Pick<DiagnoseOptions, 'now' | 'milliseconds'>;

export async function judge(
  source: Source,
  keys: VectorFile['keys'],
  vector: Vector,
  limits: Limits = {},
): Promise<Judged> {
  const start = performance.now();
  const processor = process.cpuUsage();
  const options = { ...keys, ...optionsOf(vector), ...limits };
  const diagnosis = await diagnose(vector.message, options);
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(processor);
  return {
    source,
    vector,
    judgement: judgementOf(diagnosis, vector),
    diagnosis,
    milliseconds,
    processorMilliseconds: (user + system) / 1000,
  };
}

function judgementOf({ findings }: Diagnosis, { errors = [] }: Vector): Judgement {
  const reproduced = findings.filter(({ certainty }) => certainty === 'reproduced');
  const [first] = reproduced;
  if (first === undefined) return 'nothing';
  // What is signed and what is encrypted are two findings.
  const mistakes = reproduced.flatMap((finding) => finding.mistakes);
  if (isNamed(mistakes, errors)) return 'first';
  return first.alternatives?.some((alternative) => isNamed(alternative.mistakes, errors)) === true
    ? 'equal'
    : 'other';
}

/** Whether it names each of the errors, with its field, and nothing else. */
function isNamed(mistakes: readonly MadeMistake[], errors: NonNullable<Vector['errors']>): boolean {
  const [error, ...others] = errors;
  if (error === undefined) return mistakes.length === 0;
  return (labels[error.error] ?? []).some((name) => {
    const names = [name].flat();
    const named = new Set(
      names.map((id) =>
        mistakes.find(
          (one) => one.id === id && (error.field === undefined || one.fields.includes(error.field)),
        ),
      ),
    );
    const rest = mistakes.filter((one) => !named.has(one));
    return !named.has(undefined) && isNamed(rest, others);
  });
}
