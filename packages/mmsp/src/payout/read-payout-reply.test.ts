import { describe, expect, it } from 'vitest';
import {
  order,
  payoutCredentials,
  payoutReply,
  type ReplyParts,
  result,
  type Signing,
  sent,
  utf8,
} from '../internal/fixtures/payout-messages.ts';
import { sentOf } from '../internal/fixtures/sent-of.ts';
import { readReply } from './build-request.ts';
import { pay } from './pay.ts';
import { query } from './query.ts';

interface Reading {
  readonly allowUnsignedReplies?: boolean;
}

async function read(parts: ReplyParts, { allowUnsignedReplies = true }: Reading = {}) {
  return readReply(
    pay,
    await payoutReply(parts),
    { ...payoutCredentials, allowUnsignedReplies },
    sentOf(pay, sent),
  );
}

/** What nothing can be concluded from. */
const unknown = (code: string) => ({
  status: 'unknown',
  cause: { code },
  next: { action: 'query', operation: 'payout.query' },
});
const paid = (authenticated: boolean) => ({ status: 'succeeded', authenticated, data: { PAYSTATE: '1' } });
const failed = (code: string, authenticated: boolean) => ({
  status: 'failed',
  authenticated,
  error: { code },
});

const ok = { RETCODE: '0000', RETMSG: '成功' };
const refused = { RETCODE: '1031', RETMSG: '商户余额不足' };
const faulty = { RETCODE: '0001', RETMSG: '系统异常' };

describe('RETCODE, ENCRYPT and SIGN', () => {
  it.each<[string, ReplyParts, object, object]>([
    ['clear 0000, result unsigned', { clear: ok, sealed: result }, paid(false), unknown('signature_missing')],
    ['clear 0000, result signed', { clear: ok, sealed: result, sign: 'valid' }, paid(true), paid(true)],
    [
      '0000 in both, signed',
      { clear: ok, sealed: { ...result, ...ok }, sign: 'valid' },
      paid(true),
      paid(true),
    ],
    ['0000 inside, signed', { sealed: { ...result, ...ok }, sign: 'valid' }, paid(true), paid(true)],
    ['0000 inside, unsigned', { sealed: { ...result, ...ok } }, paid(false), unknown('signature_missing')],
    ['no code at all, signed', { sealed: result, sign: 'valid' }, paid(true), paid(true)],
    ['no code at all, unsigned', { sealed: result }, paid(false), unknown('signature_missing')],
    ['empty SIGN', { clear: ok, sealed: result, sign: 'empty' }, paid(false), unknown('signature_missing')],
    ['0000 and no result', { clear: ok }, unknown('reply_incomplete'), unknown('signature_missing')],
    [
      '0000 and an empty result',
      { clear: { ...ok, ENCRYPT: '' } },
      unknown('reply_incomplete'),
      unknown('signature_missing'),
    ],
    [
      '0000, the result in the clear',
      { clear: { ...ok, ...result } },
      unknown('reply_incomplete'),
      unknown('signature_missing'),
    ],
    ['nothing', {}, unknown('reply_incomplete'), unknown('signature_missing')],
    ['refused in the clear', { clear: refused }, failed('1031', false), unknown('signature_missing')],
    [
      'refused in the clear, SIGN over nothing',
      { clear: { ...refused, SIGN: 'AAAA' } },
      failed('1031', false),
      unknown('signature_missing'),
    ],
    [
      'refused inside, signed',
      { clear: refused, sealed: refused, sign: 'valid' },
      failed('1031', true),
      failed('1031', true),
    ],
    [
      'refused inside alone, signed',
      { sealed: refused, sign: 'valid' },
      failed('1031', true),
      failed('1031', true),
    ],
    [
      'refused inside, unsigned',
      { clear: refused, sealed: refused },
      failed('1031', false),
      unknown('signature_missing'),
    ],
    [
      'refused in the clear, something else signed',
      { clear: refused, sealed: { ORDERNO: order.ORDERNO }, sign: 'valid' },
      failed('1031', false),
      unknown('signature_missing'),
    ],
    [
      'refused in the clear, paid inside',
      { clear: refused, sealed: result, sign: 'valid' },
      unknown('reply_mismatch'),
      unknown('signature_missing'),
    ],
    [
      'refused in the clear, paid inside, unsigned',
      { clear: refused, sealed: result },
      unknown('reply_mismatch'),
      unknown('signature_missing'),
    ],
    [
      'refused in the clear, failed inside',
      { clear: refused, sealed: { ...result, PAYSTATE: '3' } },
      failed('1031', false),
      unknown('signature_missing'),
    ],
    [
      'refused in the clear, in progress inside',
      { clear: refused, sealed: { ...result, PAYSTATE: '2' } },
      unknown('reply_mismatch'),
      unknown('signature_missing'),
    ],
    [
      'refused and paid inside',
      { sealed: { ...result, ...refused }, sign: 'valid' },
      unknown('reply_mismatch'),
      unknown('reply_mismatch'),
    ],
    [
      'clear 0000, refused inside',
      { clear: ok, sealed: refused, sign: 'valid' },
      unknown('reply_mismatch'),
      unknown('reply_mismatch'),
    ],
    [
      'clear refused, 0000 inside',
      { clear: refused, sealed: { ...result, ...ok }, sign: 'valid' },
      unknown('reply_mismatch'),
      unknown('reply_mismatch'),
    ],
    ['fault in the clear', { clear: faulty }, unknown('platform'), unknown('platform')],
    [
      'fault in the clear, paid inside',
      { clear: faulty, sealed: result, sign: 'valid' },
      unknown('platform'),
      unknown('platform'),
    ],
    [
      'fault and paid inside',
      { sealed: { ...result, ...faulty }, sign: 'valid' },
      unknown('platform'),
      unknown('platform'),
    ],
  ])('%s', async (_, parts, expected, byDefault) => {
    expect(await read(parts)).toMatchObject(expected);
    expect(await read(parts, { allowUnsignedReplies: false })).toMatchObject(byDefault);
  });

  it.each<Signing>(['stranger', 'other', 'garbage'])(
    'a SIGN that is wrong (%s) spoils everything',
    async (sign) => {
      for (const clear of [{}, ok, refused, faulty]) {
        for (const sealed of [result, refused]) {
          for (const allowUnsignedReplies of [false, true]) {
            const outcome = await read({ clear, sealed, sign }, { allowUnsignedReplies });
            expect(outcome).toMatchObject(unknown('signature_invalid'));
          }
        }
      }
    },
  );

  it('succeed and fail, and are authentic, in no other combination', async () => {
    const codes = ['no code', '0000', '0001', '1031', '1008', '7777'];
    const conclusive: string[] = [];
    for (const outside of codes) {
      for (const inside of ['no result', ...codes]) {
        for (const sign of inside === 'no result' ? NOTHING_TO_SIGN : SIGNINGS) {
          const sealed = inside === 'no result' ? {} : { sealed: { ...result, ...withCode(inside) } };
          const outcome = await read({ clear: withCode(outside), ...sealed, sign });
          if (outcome.status === 'unknown' || outcome.status === 'pending') continue;
          const { status, authenticated } = outcome;
          conclusive.push(`${outside}, ${inside}, ${sign}: ${status}${authenticated ? ', authentic' : ''}`);
        }
      }
    }
    expect(conclusive).toEqual([
      'no code, no code, missing: succeeded',
      'no code, no code, valid: succeeded, authentic',
      'no code, 0000, missing: succeeded',
      'no code, 0000, valid: succeeded, authentic',
      '0000, no code, missing: succeeded',
      '0000, no code, valid: succeeded, authentic',
      '0000, 0000, missing: succeeded',
      '0000, 0000, valid: succeeded, authentic',
      '1031, no result, missing: failed',
    ]);
  });
});

const NOTHING_TO_SIGN = ['missing'] as const;
const SIGNINGS = ['missing', 'valid', 'stranger'] as const;
const withCode = (code: string) => (code === 'no code' ? {} : { RETCODE: code });

describe('what is sealed', () => {
  it.each([
    ['not base64', '*'],
    ['no whole block', 'AAAA'],
    ['not made for the merchant', btoa('\u0001'.repeat(128))],
  ])('is not read when it is %s', async (_, ENCRYPT) => {
    for (const clear of [ok, refused, {}]) {
      expect(await read({ clear: { ...clear, ENCRYPT } })).toMatchObject(unknown('decryption_failed'));
    }
  });

  it('is not decrypted when it is larger than any reply', async () => {
    const ENCRYPT = btoa('\u0001'.repeat(128 * 400));
    expect(await read({ clear: { ...ok, ENCRYPT } })).toMatchObject(unknown('reply_too_large'));
  });

  it.each([
    ['empty', new Uint8Array()],
    ['no JSON', utf8('PAYSTATE=1')],
    ['a list', utf8('[]')],
    ['a text', utf8('"1"')],
    ['null', utf8('null')],
    ['cut off', utf8(JSON.stringify(result).slice(0, -1))],
    ['not UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d)],
    ['a repeated name', utf8('{"PAYSTATE":"3","PAYSTATE":"1"}')],
    ['a code that is no text', utf8('{"RETCODE":{"0":"0000"},"PAYSTATE":"1"}')],
    ['a code that is true', utf8('{"RETCODE":true,"PAYSTATE":"1"}')],
  ])('is not read when it is %s', async (_, sealed) => {
    expect(await read({ clear: ok, sealed, sign: 'valid' })).toMatchObject(unknown('reply_malformed'));
  });

  it('may be longer than a block, characters of UTF-8 across two included', async () => {
    for (let length = 0; length < 4; length++) {
      const DESC = `${'x'.repeat(length)}${'付款成功，'.repeat(60)}`;
      const outcome = await read({ clear: ok, sealed: { ...result, DESC }, sign: 'valid' });
      expect(outcome.status === 'succeeded' && outcome.data.DESC).toBe(DESC);
    }
  });

  it('may write numbers bare, and keeps the digits of long ones', async () => {
    const bare = JSON.stringify({ ...result, PAYSTATE: 1, AMT: 100 })
      .replace(`"${order.ORDERNO}"`, order.ORDERNO)
      .replace('"2017122500004124"', '20171225000041240000');
    const outcome = await read({ clear: ok, sealed: utf8(bare), sign: 'valid' });
    expect(outcome).toMatchObject({
      status: 'succeeded',
      data: { AMT: 100, ORDERNO: order.ORDERNO, BSORDERNO: '20171225000041240000' },
    });
  });
});

describe('a refusal that is not signed', () => {
  it('settles nothing, and is told all the same', async () => {
    expect(await read({ clear: refused }, { allowUnsignedReplies: false })).toMatchObject({
      ...unknown('signature_missing'),
      cause: { code: 'signature_missing', error: { code: '1031', listed: true, message: '商户余额不足' } },
    });
  });
});

describe('what stands in the clear', () => {
  const malformed = unknown('reply_malformed');

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['HTML', utf8('<html><body>502</body></html>')],
    ['a list', utf8('[{"RETCODE":"1031"}]')],
    ['cut off', utf8('{"RETCODE":"1031"')],
    ['not UTF-8', Uint8Array.of(0xff, 0xfe)],
    ['a repeated name', utf8('{"RETCODE":"0000","RETCODE":"1031"}')],
    ['a repeated name, spelled differently', utf8(String.raw`{"RETCODE":"0000","\u0052ETCODE":"1031"}`)],
    ['a code that is no text', utf8('{"RETCODE":["1031"]}')],
    ['a SIGN that is no text', utf8('{"RETCODE":"1031","SIGN":false}')],
    ['an ENCRYPT that is no text', utf8('{"RETCODE":"1031","ENCRYPT":{}}')],
  ])('is not read when it is %s', async (_, bytes) => {
    expect(await readReply(pay, bytes, payoutCredentials, sentOf(pay, sent))).toMatchObject(malformed);
    expect(await readReply(query, bytes, payoutCredentials, sentOf(query, sent))).toMatchObject(malformed);
  });

  it.each([1031, '1031'])('may write its code as %j', async (RETCODE) => {
    expect(await read({ clear: { RETCODE } })).toMatchObject(failed('1031', false));
  });

  it('may leave out and spell out what it does not have', async () => {
    expect(await read({ clear: { ...refused, ENCRYPT: null, SIGN: null } })).toMatchObject(
      failed('1031', false),
    );
  });
});

describe('misprinted names', () => {
  it.each(['RETMSG', 'REMSG', 'RETMMSG'])('%s are the words of the code', async (name) => {
    const words = { [name]: '商户余额不足' };
    const error = { code: '1031', message: '商户余额不足', listed: true };
    expect(await read({ clear: { RETCODE: '1031', ...words } })).toMatchObject({ status: 'failed', error });
    expect(await read({ sealed: { RETCODE: '1031', ...words }, sign: 'valid' })).toMatchObject({ error });
  });

  it('are read under the right name', async () => {
    const { MERNO, ...rest } = result;
    const sealed = { ...rest, MERNNO: MERNO, BUSIYPE: '001', BANKBRACHNONAME: '深圳分行' };
    const outcome = await readReply(
      query,
      await payoutReply({ clear: ok, sealed, sign: 'valid' }),
      payoutCredentials,
      sentOf(query, sent),
    );
    expect(outcome).toMatchObject({
      status: 'succeeded',
      data: { MERNO, BUSITYPE: '001', BANKBRANCHNAME: '深圳分行' },
    });
  });

  it('are compared like the right ones', async () => {
    const { MERNO: _, ...rest } = result;
    const sealed = { ...rest, MERNNO: '001100052346700' };
    expect(await read({ clear: ok, sealed, sign: 'valid' })).toMatchObject(unknown('reply_mismatch'));
  });
});

describe('a reply about another payout', () => {
  it.each([
    ['ORDERNO', '20171225103000000000000004'],
    ['MERNO', '001100052346700'],
    ['AMT', '1000'],
    ['ACCNO', '6225123456780000'],
  ])('is not believed: %s', async (name, value) => {
    const sealed = { ...result, [name]: value };
    expect(await read({ clear: ok, sealed, sign: 'valid' })).toMatchObject(unknown('reply_mismatch'));
    const refusal = { ...sealed, ...refused, PAYSTATE: '3' };
    expect(await read({ sealed: refusal, sign: 'valid' })).toMatchObject(unknown('reply_mismatch'));
  });

  it('is what a reply without the order number may be', async () => {
    const { ORDERNO: _, ...sealed } = result;
    expect(await read({ clear: ok, sealed, sign: 'valid' })).toMatchObject(unknown('reply_incomplete'));
  });

  it('is what the answer to a query may be that does not repeat what was asked for', async () => {
    const { BSORDERNO, ...sealed } = result;
    const answer = async (parts: ReplyParts) =>
      readReply(query, await payoutReply(parts), payoutCredentials, sentOf(query, { BSORDERNO }));
    expect(await answer({ clear: ok, sealed, sign: 'valid' })).toMatchObject(unknown('reply_incomplete'));
    expect(await answer({ clear: ok, sealed: { ...sealed, BSORDERNO: '1' }, sign: 'valid' })).toMatchObject(
      unknown('reply_mismatch'),
    );
    expect(await answer({ clear: ok, sealed: { ...sealed, BSORDERNO }, sign: 'valid' })).toMatchObject(
      paid(true),
    );
  });
});

describe('what the platform says', () => {
  it('about a failed payout is the message of the error', async () => {
    const sealed = { ...result, PAYSTATE: '3', DESC: '户名不符，账号6225123456781234' };
    expect(await read({ clear: ok, sealed, sign: 'valid' })).toMatchObject({
      status: 'failed',
      authenticated: true,
      error: { code: '3', message: '户名不符，账号****************', meaning: { zh: '付款失败' } },
      data: { ORDERNO: order.ORDERNO },
    });
  });

  it('inside goes before what stands in the clear', async () => {
    const clear = { RETCODE: '1031', RETMSG: 'anyone could have written this' };
    const outcome = await read({ clear, sealed: { RETCODE: '1031', REMSG: '商户余额不足' }, sign: 'valid' });
    expect(outcome).toMatchObject({ error: { message: '商户余额不足' }, authenticated: true });
  });

  it('in fields that no table lists is kept', async () => {
    const outcome = await read({ clear: ok, sealed: { ...result, FEE: '5', SETTLE_AT: 16 }, sign: 'valid' });
    expect(outcome).toMatchObject({ status: 'succeeded', data: { FEE: '5', SETTLE_AT: '16' } });
  });
});
