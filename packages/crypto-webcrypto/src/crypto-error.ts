/**
 * Why an operation of this package was refused. The codes are stable and the set is closed: a new code is a
 * new minor version.
 */
export type CryptoErrorCode =
  /** An argument has the wrong type, or a number is out of its range. */
  | 'invalid_argument'
  /** A text to digest contains a lone surrogate, which has no UTF-8 form. */
  | 'lone_surrogate'
  /** The key text is longer than 65 536 characters. */
  | 'key_text_too_long'
  /** The key text holds neither a PEM block nor the base64 of a key. */
  | 'not_a_key'
  /** The key text holds more than one PEM block: pass the one that is meant. */
  | 'several_pem_blocks'
  /** The PEM label names one kind of key and the data inside is another kind. */
  | 'pem_label_mismatch'
  /** The key is whole but of a kind that is not read here (OpenSSH, certificate request, …). */
  | 'unsupported_key_format'
  /** The base64 or the DER inside is broken: characters were lost or changed on the way. */
  | 'damaged_key'
  /** The private key is protected by a passphrase: decrypt it first (`openssl pkey -in … -out …`). */
  | 'encrypted_private_key'
  /** A private key was given where a public key is wanted. */
  | 'private_key_instead_of_public_key'
  /** A public key was given where a private key is wanted. */
  | 'public_key_instead_of_private_key'
  /** A certificate was given where a private key is wanted. */
  | 'certificate_instead_of_private_key'
  /** The key is not for rsaEncryption: EC, Ed25519, DSA, RSASSA-PSS, … */
  | 'not_rsa'
  /** The modulus has fewer than 1024 bits. */
  | 'modulus_too_small'
  /** The modulus has more than 16 384 bits. */
  | 'modulus_too_large'
  /** The public exponent is even, below 3, or longer than 256 bits. */
  | 'invalid_public_exponent'
  /** The RSA key has more than two primes. */
  | 'multi_prime_key'
  /** The numbers of the private key contradict each other: at least one of them was changed. */
  | 'inconsistent_private_key'
  /** The ciphertext was not made for this key or was changed. Deliberately says nothing more. */
  | 'decryption_failed'
  /** Web Crypto of this host is absent (a page without HTTPS), or refuses SHA-1 or a key of this size. */
  | 'host_refused';

/**
 * The one error class of this package. Branch on `code`; `message` is for people and may change. Neither ever
 * contains key or message material, and there is no `cause`.
 */
export class CryptoError extends Error {
  override readonly name = 'CryptoError';
  readonly code: CryptoErrorCode;

  constructor(code: CryptoErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
