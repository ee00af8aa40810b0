import type { Fetch } from '@yinjian/mmsp';

// The part of Deno that is used, for compilers without Deno's own types.
declare const Deno: {
  createHttpClient(options: { readonly cert: string; readonly key: string }): object;
};

/** The certificate and its private key, in PEM. */
export interface ClientCertificate {
  readonly cert: string;
  readonly key: string;
}

/** A `fetch` that presents a client certificate. */
export function createCertificateFetch({ cert, key }: ClientCertificate): Fetch {
  const client = Deno.createHttpClient({ cert, key });
  return (url, init) => {
    const withClient: RequestInit & { readonly client: object } = { ...init, client };
    return fetch(url, withClient);
  };
}
