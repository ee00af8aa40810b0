import { RsaPrivateKey, RsaPublicKey } from '@yinjian/crypto-webcrypto';
import type { Issue } from '@yinjian/provider-kit';
import { numberIssues } from '../credentials.ts';
import { checkObject, flagIssues, refuse } from '../internal/configuration-issues.ts';

/** Who is calling, for payouts. */
export interface PayoutCredentials {
  /** 商户号: 1 to 20 letters and digits. */
  readonly MERNO: string;
  /** Signs requests and decrypts replies: `await importRsaPrivateKey(pem)`. */
  readonly merchantPrivateKey: RsaPrivateKey;
  /** Encrypts requests and verifies replies: `await importRsaPublicKey(pem)`. */
  readonly platformPublicKey: RsaPublicKey;
  /**
   * Whether a reply is to be disbelieved unless the platform's `SIGN` covers what it says. The documents do not say that
   * the platform signs replies, so by default an unsigned one is read and its outcome is marked `authenticated: false`.
   * `SIGN` covers the encrypted part alone: a refusal in the clear is never authentic. Default: false.
   */
  readonly requireSignedReply?: boolean;
}

/**
 * A copy that later changes to the caller's object do not reach.
 *
 * @throws ConfigurationError with every mistake at once.
 */
export function checkPayoutCredentials(credentials: PayoutCredentials): Required<PayoutCredentials> {
  const {
    MERNO,
    merchantPrivateKey,
    platformPublicKey,
    requireSignedReply = false,
  } = checkObject('credentials', credentials);
  refuse([
    ...numberIssues('MERNO', MERNO),
    ...(merchantPrivateKey instanceof RsaPrivateKey ? [] : [notImported('merchantPrivateKey', 'Private')]),
    ...(platformPublicKey instanceof RsaPublicKey ? [] : [notImported('platformPublicKey', 'Public')]),
    ...flagIssues('requireSignedReply', requireSignedReply),
  ]);
  return { MERNO, merchantPrivateKey, platformPublicKey, requireSignedReply };
}

function notImported(path: string, kind: 'Private' | 'Public'): Issue {
  return { path, code: 'wrong_type', message: `must be what importRsa${kind}Key(pem) resolves to` };
}
