import { payout, quickPay, scanPay } from './index.ts';
import type { RsaPrivateKey, RsaPublicKey } from './payout/index.ts';

declare const keys: { merchantPrivateKey: RsaPrivateKey; platformPublicKey: RsaPublicKey };
const credentials = { MERNO: '1', TERMNO: '2', md5Key: '3' };
const options = { url: 'https://mmsp.example' };
const bytes = new Uint8Array();

const query = scanPay.buildRequest(scanPay.query, { MERORDERID: '1' }, credentials, options);
query.request.body satisfies string;
query.sent.operation satisfies 'scanPay.query';
scanPay.readReply(scanPay.query, bytes, credentials, query.sent);
// @ts-expect-error What was sent has to be said.
scanPay.readReply(scanPay.query, bytes, credentials);
// @ts-expect-error Only `buildRequest` can say what was sent.
scanPay.readReply(scanPay.query, bytes, credentials, { operation: 'scanPay.query' });
// @ts-expect-error That is what another operation sent.
scanPay.readReply(scanPay.close, bytes, credentials, query.sent);
// @ts-expect-error The operation is of another product.
scanPay.buildRequest(quickPay.query, { MERORDERID: '1' }, credentials, options);
// @ts-expect-error The operation is of another product.
scanPay.readReply(quickPay.query, bytes, credentials, query.sent);
// @ts-expect-error The operation is of another product.
await payout.buildRequest(scanPay.query, { MERORDERID: '1' }, { MERNO: '1', ...keys }, options);
