/** What imports the keys of payouts. */
export {
  CryptoError,
  importRsaPrivateKey,
  importRsaPublicKey,
  type RsaPrivateKey,
  type RsaPublicKey,
} from '@yinjian/crypto-webcrypto';
