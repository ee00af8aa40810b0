import { CodecError } from '../codec-error.ts';

/** The CodecError `run` ends in. Anything else it does fails the test. */
export function refusal(run: () => unknown): CodecError {
  try {
    run();
  } catch (error) {
    if (error instanceof CodecError) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}
