import type { RsaPrivateKey, RsaPublicKey } from '@yinjian/crypto-webcrypto';

/**
 * The keys to calculate with. None is stored, logged, thrown or part of a result.
 *
 * Of the RSA keys of a payout, which are needed depends on whose message it is: a request is decrypted with the
 * platform's private key and checked with the merchant's public key, a reply with the merchant's private key and the
 * platform's public key.
 */
export interface Keys {
  /** MMSP: the merchant's MD5 key. WeChat Pay: the API key. */
  readonly key?: string;
  /** MMSP: the agent's MD5 key, which signs where the message is in agent mode. */
  readonly agentKey?: string;
  /** PEM as pasted, or imported. */
  readonly merchantPrivateKey?: string | RsaPrivateKey;
  readonly merchantPublicKey?: string | RsaPublicKey;
  readonly platformPublicKey?: string | RsaPublicKey;
  /** Only a sandbox has it. */
  readonly platformPrivateKey?: string | RsaPrivateKey;
}
