import { constants, publicEncrypt } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The published test merchant: RSA 1024 bit. */
const KEYS = new URL('../../../conformance/vectors/mmsp-test-keys/', import.meta.url);
export const privatePem = readFileSync(new URL('merchant-private.pem', KEYS), 'utf8');
const publicPem = readFileSync(new URL('merchant-public.pem', KEYS), 'utf8');

/** What the platform answers to a payout, decrypted. */
export const plaintext = JSON.stringify({
  MERNO: '001440353999853',
  ORDERNO: '20171225103000000000000003',
  BSORDERNO: '2017122500004124',
  PAYSTATE: '1',
  RSPTIME: '20171225103001',
  DESC: '付款成功',
  AMT: '100',
  ACCNAME: '张三',
  ACCNO: '6225123456781234',
  MEMO: '代付 2017-12',
});

/** As the platform splits it, for 128-byte blocks. */
const PIECE = 117;

const utf8 = Buffer.from(plaintext);
export const pieces: readonly Buffer[] = Array.from({ length: Math.ceil(utf8.length / PIECE) }, (_, i) =>
  utf8.subarray(i * PIECE, (i + 1) * PIECE),
);

// jsencrypt decodes each block as UTF-8: a character across two of them would be beyond it.
if (pieces.some((piece) => ((piece[0] ?? 0) & 0xc0) === 0x80)) {
  throw new Error('a character stands across two blocks');
}

/** The `ENCRYPT` of the reply, as one base64 text; made anew in each process, because the padding is random. */
export const encrypted = Buffer.concat(
  pieces.map((piece) => publicEncrypt({ key: publicPem, padding: constants.RSA_PKCS1_PADDING }, piece)),
).toString('base64');
