import { readVectors } from '../../corpus/judge.ts';
import { asTyped } from './paste.ts';

const { keys, vectors } = readVectors('php');
const [first] = vectors;
if (first === undefined) throw new Error('there are no wrong signatures');

/** A message whose fields were not sorted before signing, with its key. */
export const WRONG = { source: 'php', keys, vector: asTyped(first) } as const;
