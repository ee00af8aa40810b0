import { CryptoError } from '../crypto-error.ts';

/** A host says why it refuses in its own words, or not at all; they are left out. */
export async function askHost<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer;
  } catch {
    throw hostRefused();
  }
}

export function hostRefused(): CryptoError {
  return new CryptoError(
    'host_refused',
    'Web Crypto of this host is absent, or refuses SHA-1 or this key size',
  );
}
