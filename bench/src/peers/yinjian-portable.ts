import { preferHostCrypto } from '@yinjian/crypto-webcrypto';

preferHostCrypto(false);

export { library } from './yinjian.ts';
