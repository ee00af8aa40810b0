/**
 * What is used of `node:crypto`. Hosts other than Node have it too, each made anew: nothing of it is taken on
 * trust (host-digest.ts, host-private-operation.ts). Declared here because the types of Node are not in this
 * program.
 */
export interface HostCrypto {
  readonly constants: { readonly RSA_NO_PADDING: number };
  hash(algorithm: 'md5', data: string, encoding: 'hex'): string;
  createHmac(algorithm: 'sha256', key: string): { update(data: string): { digest(encoding: 'hex'): string } };
  createPrivateKey(key: { readonly key: Uint8Array; readonly format: 'der'; readonly type: 'pkcs8' }): object;
  privateDecrypt(key: { readonly key: object; readonly padding: number }, input: Uint8Array): Uint8Array;
}

/** Null when there is none, undefined before it was looked for. */
let found: HostCrypto | null | undefined;
let isPreferred = true;

/** Undefined where the host has none, and while the portable implementations are wanted. */
export function hostCrypto(): HostCrypto | undefined {
  if (!isPreferred) return undefined;
  if (found === undefined) found = findHostCrypto(globalThis) ?? null;
  return found ?? undefined;
}

export function setHostCryptoPreferred(preferred: boolean): void {
  isPreferred = preferred;
}

/**
 * Asked at run time, so that there is no import for a bundler to resolve, to polyfill or to fail on. What is
 * called `process` in a browser is some polyfill.
 */
export function findHostCrypto(scope: object): HostCrypto | undefined {
  try {
    const { process } = scope as {
      process?: { getBuiltinModule?: (name: string) => HostCrypto | undefined };
    };
    return process?.getBuiltinModule?.('node:crypto');
  } catch {
    return undefined;
  }
}
