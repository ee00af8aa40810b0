import { CryptoError } from '../crypto-error.ts';
import { type DerElement, damaged, expectTag, readElements, TAG, writeElement } from './der.ts';

/** 1.2.840.113549.1.1.1, rsaEncryption (RFC 8017, appendix A.1). */
const RSA_ENCRYPTION = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];

/** Requires an AlgorithmIdentifier of rsaEncryption, with parameters NULL as it must be or without any. */
export function expectRsaEncryption(algorithm: DerElement | undefined): void {
  const [oid, parameters, ...rest] = readElements(expectTag(algorithm, TAG.sequence).content);
  const { content } = expectTag(oid, TAG.objectIdentifier);
  if (content.length !== RSA_ENCRYPTION.length || !RSA_ENCRYPTION.every((byte, i) => byte === content[i])) {
    throw notRsa();
  }
  const isNull = parameters === undefined || (parameters.tag === TAG.null && parameters.content.length === 0);
  if (!isNull || rest.length > 0) throw damaged();
}

export function writeRsaEncryption(): Uint8Array {
  const oid = writeElement(TAG.objectIdentifier, Uint8Array.from(RSA_ENCRYPTION));
  return writeElement(TAG.sequence, oid, writeElement(TAG.null));
}

export function notRsa(): CryptoError {
  return new CryptoError('not_rsa', 'The key is not for rsaEncryption');
}
