import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A message with what the person who asks has at hand, and what went wrong with it. */
export interface Vector {
  /** What the snippet did, in its own words, and to which field. */
  readonly errors?: readonly { readonly error: string; readonly field?: string }[];
  readonly sample: string;
  readonly message: string;
  /** What was calculated for a message that came with the platform's own signature. */
  readonly signature?: string;
  readonly key?: string;
  readonly agentKey?: string;
  readonly otherKeys?: readonly string[];
  readonly signType?: 'MD5' | 'HMAC-SHA256';
}

export interface VectorFile {
  readonly description: string;
  readonly origin: string;
  /** PEM texts that all vectors of the file share. */
  readonly keys?: Readonly<Record<string, string>>;
  readonly vectors: readonly Vector[];
}

const here = fileURLToPath(new URL('.', import.meta.url));

function output(command: string, ...args: readonly string[]): string {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
  return execFileSync(command, args, { cwd: here, encoding: 'utf8', env, maxBuffer: 2 ** 26 });
}

const ERRORS = 'Signatures that are wrong in a known way.';

/** Runs the snippets. What they give is the same each time, but for the random padding of payouts. */
export const generators: Readonly<Record<string, () => VectorFile>> = {
  php: () => ({
    description: ERRORS,
    origin: 'written by conformance/oracles/wrong-signatures/php/make.php',
    vectors: JSON.parse(output('php', 'php/make.php')) as Vector[],
  }),
  python: () => ({
    description: ERRORS,
    origin: 'written by conformance/oracles/wrong-signatures/python/make.py',
    vectors: JSON.parse(output('python3', 'python/make.py')) as Vector[],
  }),
  shell: () => ({
    description: ERRORS,
    origin: 'written by conformance/oracles/wrong-signatures/shell/make.sh',
    vectors: output('sh', 'shell/make.sh')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Vector),
  }),
  payout: () => ({
    description: 'Payouts that were signed or encrypted wrongly in a known way.',
    origin:
      'written by conformance/oracles/wrong-signatures/php/payout.php with the published test merchant’s keys',
    ...(JSON.parse(output('php', 'php/payout.php')) as Pick<VectorFile, 'keys' | 'vectors'>),
  }),
  correct: () => ({
    description: 'Signatures that are right.',
    origin: 'written by conformance/oracles/wrong-signatures/php/correct.php',
    vectors: JSON.parse(output('php', 'php/correct.php')) as Vector[],
  }),
};

/** One vector a line, so that a difference shows which it is; beyond ASCII everything is escaped. */
export function write({ vectors, ...head }: VectorFile): string {
  const lines = vectors.map((vector) => `    ${JSON.stringify(vector)}`).join(',\n');
  const text = `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "vectors": [\n${lines}\n  ]\n}\n`;
  return text.replaceAll(
    /[^\n\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
