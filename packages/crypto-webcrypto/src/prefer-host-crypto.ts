import { CryptoError } from './crypto-error.ts';
import { setHostCryptoPreferred } from './internal/host-crypto.ts';

/**
 * Whether MD5, HMAC-SHA256 and the private operation of RSA decryption may go through the host's own
 * `node:crypto`, several times as fast. The default is `true`: it is used where Node, Deno, Bun and workerd offer
 * it and its answers prove right, and otherwise the portable implementations are. `false`: these, always.
 *
 * Both give the same results. Call it where the program starts, to have one implementation in all runtimes, or
 * only the audited one. It is one switch for the program, and no option of each call, because that is what such a
 * policy is about, and so that it holds for signatures that are made deep inside a client. Libraries leave
 * it alone. It acts from the next call on, on keys that were imported before too.
 *
 * RSA signatures and random numbers come from Web Crypto either way. A program that loads this package both as
 * ESM and as CommonJS has two copies, each with its switch.
 *
 * @throws {CryptoError} `invalid_argument` for anything but a boolean.
 *
 * @example
 * ```ts
 * preferHostCrypto(false);
 * ```
 */
export function preferHostCrypto(preferred: boolean): void {
  if (typeof preferred !== 'boolean') {
    throw new CryptoError('invalid_argument', 'preferHostCrypto takes true or false');
  }
  setHostCryptoPreferred(preferred);
}
