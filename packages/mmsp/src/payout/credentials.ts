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
   * Whether a reply is believed that the platform's `SIGN` does not cover: anyone who holds the merchant's public key can
   * make one, and plain HTTP lets them put it in the place of the platform's. The documents do not promise a `SIGN`; set
   * this where the platform sends none. The outcome is then marked `authenticated: false`. Without it, such a reply is
   * `unknown`, and so is a refusal in the clear, which `SIGN` never covers. Default: false.
   */
  readonly allowUnsignedReplies?: boolean;
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
    allowUnsignedReplies = false,
  } = checkObject('credentials', credentials);
  refuse([
    ...numberIssues('MERNO', MERNO),
    ...(merchantPrivateKey instanceof RsaPrivateKey ? [] : [notImported('merchantPrivateKey', 'Private')]),
    ...(platformPublicKey instanceof RsaPublicKey ? [] : [notImported('platformPublicKey', 'Public')]),
    ...flagIssues('allowUnsignedReplies', allowUnsignedReplies),
  ]);
  return { MERNO, merchantPrivateKey, platformPublicKey, allowUnsignedReplies };
}

function notImported(path: string, kind: 'Private' | 'Public'): Issue {
  return {
    path,
    code: 'wrong_type',
    message: `must be what importRsa${kind}Key(pem) of this copy of the package resolves to`,
  };
}
