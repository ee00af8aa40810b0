import type { Fetch } from '@yinjian/mmsp';

/** The binding that wrangler.jsonc names; a `Fetcher` in Cloudflare's types. */
export interface Env {
  readonly MERCHANT_CERTIFICATE: { fetch(url: string, init: RequestInit): Promise<Response> };
}

/** A `fetch` that presents the certificate behind the binding. The private key never reaches the Worker. */
export function createCertificateFetch({ MERCHANT_CERTIFICATE }: Env): Fetch {
  return (url, init) => MERCHANT_CERTIFICATE.fetch(url, init);
}
