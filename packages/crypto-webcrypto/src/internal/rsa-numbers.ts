/** The numbers of an RSA key, named as in RFC 8017, appendix A.1. */
export interface RsaPublicNumbers {
  readonly modulus: bigint;
  readonly publicExponent: bigint;
}

export interface RsaPrivateNumbers extends RsaPublicNumbers {
  readonly privateExponent: bigint;
  readonly prime1: bigint;
  readonly prime2: bigint;
  readonly exponent1: bigint;
  readonly exponent2: bigint;
  readonly coefficient: bigint;
}
