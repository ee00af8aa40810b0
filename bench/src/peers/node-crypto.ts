import { constants, createHmac, createPrivateKey, hash, privateDecrypt } from 'node:crypto';
import { encrypted, privatePem } from '../work/payout.ts';
import * as quickPay from '../work/quick-pay.ts';
import { KEY, replies, requests, type SignType } from '../work/wechat.ts';
import { bySignType, type Library } from './library.ts';

/*
 * What Node itself takes for the part of a job that nobody can leave out: the digest of a text that is ready, RSA
 * without padding, JSON that is written in one go.
 */

function digest(ready: string, signType: SignType): () => string {
  return signType === 'MD5'
    ? () => hash('md5', ready, 'hex')
    : () => createHmac('sha256', KEY).update(ready).digest('hex');
}

const key = createPrivateKey(privatePem);
const BLOCK = 128;
const ciphertext = Buffer.from(encrypted, 'base64');
const blocks = Array.from({ length: ciphertext.length / BLOCK }, (_, i) =>
  ciphertext.subarray(i * BLOCK, (i + 1) * BLOCK),
);

export const library: Library = {
  jobs: {
    ...bySignType('digest request', (signType) => digest(requests[signType].ready, signType)),
    ...bySignType('digest reply', (signType) => digest(replies[signType].ready, signType)),
    'MMSP digest': digest(quickPay.ready, 'MD5'),
    stringify: () => JSON.stringify(quickPay.sortedBody),
    'sort and stringify': () => JSON.stringify(quickPay.body, Object.keys(quickPay.body).toSorted()),
    'decrypt raw': () =>
      blocks.map((block) => privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, block)),
  },
};
