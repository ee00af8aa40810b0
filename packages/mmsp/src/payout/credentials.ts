import { RsaPrivateKey, RsaPublicKey } from '@yinjian/crypto-webcrypto';
import { ConfigurationError, type Issue } from '@yinjian/provider-kit';
import { numberIssues } from '../credentials.ts';

/** Who is calling, for payouts. */
export interface PayoutCredentials {
  /** 商户号. */
  readonly MERNO: string;
  /** Signs requests and decrypts replies: `await importRsaPrivateKey(pem)`. */
  readonly merchantPrivateKey: RsaPrivateKey;
  /** Encrypts requests and verifies replies: `await importRsaPublicKey(pem)`. */
  readonly platformPublicKey: RsaPublicKey;
  /**
   * Whether a reply without `SIGN` is to be disbelieved. The documents do not say that the platform signs replies, so
   * by default an unsigned one is read and its outcome is marked `authenticated: false`. Default: false.
   */
  readonly requireSignedReply?: boolean;
}

/** @throws ConfigurationError with every mistake at once. */
export function checkPayoutCredentials({
  MERNO,
  merchantPrivateKey,
  platformPublicKey,
}: PayoutCredentials): void {
  const issues: Issue[] = numberIssues('MERNO', MERNO);
  if (!(merchantPrivateKey instanceof RsaPrivateKey)) {
    const message = 'must be what importRsaPrivateKey(pem) resolves to';
    issues.push({ path: 'merchantPrivateKey', code: 'wrong_type', message });
  }
  if (!(platformPublicKey instanceof RsaPublicKey)) {
    const message = 'must be what importRsaPublicKey(pem) resolves to';
    issues.push({ path: 'platformPublicKey', code: 'wrong_type', message });
  }
  if (issues.length > 0) throw new ConfigurationError(issues);
}
