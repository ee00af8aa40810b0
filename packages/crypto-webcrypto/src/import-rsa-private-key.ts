import { checkRsaPrivateNumbers } from './internal/check-rsa-numbers.ts';
import { readRsaPrivateKey } from './internal/read-rsa-private-key.ts';
import { createRsaPrivateKey, type RsaPrivateKey } from './internal/rsa-private-key.ts';
import { rsaPrivateOperation } from './internal/rsa-private-operation.ts';
import { importSigningKey } from './internal/signature-key.ts';

/**
 * Reads an RSA private key: PKCS#8 (`PRIVATE KEY`) or PKCS#1 (`RSA PRIVATE KEY`), as PEM or as bare base64 with
 * or without line breaks. Text around a PEM block, CRLF, missing line breaks and the two characters `\n` in
 * place of one (environment variables) are accepted. Of bare base64 the kind is told from the data.
 *
 * Two primes, 1024 to 16 384 bits. The numbers are checked against each other: a key with a changed character
 * is refused here and not by a platform later.
 *
 * @throws {CryptoError} `not_a_key`, `key_text_too_long`, `several_pem_blocks`, `pem_label_mismatch`,
 * `unsupported_key_format`, `damaged_key`, `encrypted_private_key`, `public_key_instead_of_private_key`,
 * `certificate_instead_of_private_key`, `not_rsa`, `modulus_too_small`, `modulus_too_large`,
 * `invalid_public_exponent`, `multi_prime_key`, `inconsistent_private_key`, `invalid_argument`.
 */
export async function importRsaPrivateKey(pem: string): Promise<RsaPrivateKey> {
  const { numbers, pkcs8 } = readRsaPrivateKey(pem);
  checkRsaPrivateNumbers(numbers);
  return createRsaPrivateKey({
    modulus: numbers.modulus,
    privateOperation: rsaPrivateOperation(numbers, pkcs8),
    signingKey: await importSigningKey(pkcs8),
  });
}
