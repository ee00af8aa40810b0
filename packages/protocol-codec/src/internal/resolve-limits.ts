import { CodecError } from '../codec-error.ts';
import { type CodecLimits, DEFAULT_CODEC_LIMITS } from '../codec-limits.ts';

export type ResolvedLimits = Readonly<Required<CodecLimits>>;

/** Deep enough for any message, shallow enough that recursion never exhausts a stack. */
const DEEPEST = 256;

export function resolveLimits(limits: CodecLimits | undefined): ResolvedLimits {
  if (limits === undefined) return DEFAULT_CODEC_LIMITS;
  const resolved = { ...DEFAULT_CODEC_LIMITS };
  for (const name of Object.keys(resolved) as (keyof CodecLimits)[]) {
    const limit = limits[name] ?? resolved[name];
    // A NaN would switch the limit off: no comparison with it is ever true.
    if (!Number.isSafeInteger(limit) || limit < 1 || (name === 'maxDepth' && limit > DEEPEST)) {
      throw new CodecError('invalid_limit', name);
    }
    resolved[name] = limit;
  }
  return resolved;
}

/** What every reader of a text checks before it looks at the first character. */
export function checkText(text: string, limits: ResolvedLimits): void {
  if (typeof text !== 'string') throw new CodecError('invalid_argument');
  if (text.length > limits.maxLength) throw new CodecError('too_large', limits.maxLength);
}
