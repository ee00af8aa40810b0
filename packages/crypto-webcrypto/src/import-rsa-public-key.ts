import { checkRsaPublicNumbers } from './internal/check-rsa-numbers.ts';
import { readRsaPublicKey } from './internal/read-rsa-public-key.ts';
import { createRsaPublicKey, type RsaPublicKey } from './internal/rsa-public-key.ts';
import { importVerificationKey } from './internal/signature-key.ts';

/**
 * Reads an RSA public key: SPKI (`PUBLIC KEY`), PKCS#1 (`RSA PUBLIC KEY`) or an X.509 certificate
 * (`CERTIFICATE`), as PEM or as bare base64 with or without line breaks. Text around a PEM block, CRLF, missing
 * line breaks and the two characters `\n` in place of one (environment variables) are accepted. Of bare base64
 * the kind is told from the data.
 *
 * 1024 to 16 384 bits. A public key carries nothing to check it against: a changed character can go unnoticed.
 * Of a certificate only the key is read: neither its signature nor its validity is examined.
 *
 * @throws {CryptoError} `not_a_key`, `key_text_too_long`, `several_pem_blocks`, `pem_label_mismatch`,
 * `unsupported_key_format`, `damaged_key`, `private_key_instead_of_public_key`, `not_rsa`,
 * `modulus_too_small`, `modulus_too_large`, `invalid_public_exponent`, `invalid_argument`.
 */
export async function importRsaPublicKey(pem: string): Promise<RsaPublicKey> {
  const { numbers, spki } = readRsaPublicKey(pem);
  checkRsaPublicNumbers(numbers);
  return createRsaPublicKey({ numbers, verificationKey: await importVerificationKey(spki) });
}
