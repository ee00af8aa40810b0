import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Credentials } from './credentials.ts';
import {
  envelope,
  type Message,
  paidOrder,
  platformSign,
  platformXml,
  signedXml,
  utf8,
} from './internal/fixtures/platform.ts';
import { issuesOf, rejection } from './internal/fixtures/rejection.ts';
import { direct, directMd5, ORDER, partner } from './internal/fixtures/samples.ts';
import { sentOf } from './internal/fixtures/sent-of.ts';
import type { TransitOperation } from './operation.ts';
import { payapply } from './payapply.ts';
import { queryorder } from './queryorder.ts';
import { readReply } from './read-reply.ts';

const paid = { ...paidOrder, trade_state: 'SUCCESS' };
const query = { action: 'query', operation: 'queryorder' };
const read = (text: string | Uint8Array, credentials: Credentials = direct) =>
  readReply(
    queryorder.direct,
    typeof text === 'string' ? utf8(text) : text,
    credentials,
    sentOf(queryorder.direct, { out_trade_no: ORDER }),
  );
const unknown = (code: string) => ({ status: 'unknown', cause: { code }, next: query });

describe('a reply to payapply', () => {
  it('with SUCCESS is accepted, not paid', async () => {
    const outcome = readReply(
      payapply.direct,
      utf8(await signedXml(envelope)),
      direct,
      sentOf(payapply.direct),
    );
    expect(outcome).toMatchObject({
      status: 'pending',
      authenticated: true,
      data: { result_code: 'SUCCESS' },
      next: { ...query, afterSeconds: [5, 15, 30, 60, 180, 600, 1800] },
    });
  });

  it('never says that it was paid, whatever it carries', async () => {
    const reply = await signedXml({ ...paid, result_code: 'SUCCESS' });
    expect(readReply(payapply.direct, utf8(reply), direct, sentOf(payapply.direct)).status).toBe('pending');
  });
});

describe('the signature of a reply', () => {
  it('is verified with the requested algorithm', async () => {
    expect(read(await signedXml(paid))).toMatchObject({ status: 'succeeded', authenticated: true });
    expect(read(await signedXml(paid, 'MD5'), directMd5)).toMatchObject({ status: 'succeeded' });
  });

  it('cannot be of an algorithm that was not asked for', async () => {
    expect(read(await signedXml(paid, 'MD5'))).toMatchObject(unknown('signature_invalid'));
    expect(read(await signedXml(paid), directMd5)).toMatchObject(unknown('signature_invalid'));
    const choosing = await signedXml({ ...paid, sign_type: 'MD5' }, 'MD5');
    expect(read(choosing)).toMatchObject(unknown('signature_invalid'));
  });

  it('must be there', async () => {
    expect(read(platformXml(paid))).toMatchObject(unknown('signature_missing'));
    expect(read(platformXml({ ...paid, sign: '' }))).toMatchObject(unknown('signature_missing'));
    const refusal = { ...envelope, result_code: 'FAIL', err_code: 'PARAM_ERROR' };
    expect(
      readReply(payapply.direct, utf8(platformXml(refusal)), direct, sentOf(payapply.direct)),
    ).toMatchObject(unknown('signature_missing'));
  });

  it('covers every field that came, unknown ones included', async () => {
    const xml = await signedXml({ ...paid, surprise: '1' });
    expect(read(xml)).toMatchObject({ status: 'succeeded', data: { surprise: '1' } });
    expect(read(xml.replace('<surprise><![CDATA[1]]></surprise>', ''))).toMatchObject(
      unknown('signature_invalid'),
    );
    expect(read(xml.replace('<![CDATA[888]]>', '<![CDATA[889]]>'))).toMatchObject(
      unknown('signature_invalid'),
    );
    expect(read(xml.replace('</xml>', '<extra>1</extra></xml>'))).toMatchObject(unknown('signature_invalid'));
  });

  it('covers the decoded text, however it is written', async () => {
    const message = { ...paid, attach: 'a<b>&c]]>d 中' };
    const spelt = platformXml({ ...paid, sign: await platformSign(message, 'HMAC-SHA256') }).replace(
      /<attach>.*<\/attach>/,
      '<attach>a&lt;b&#62;&amp;c]<![CDATA[]>d ]]>&#x4E2D;</attach>',
    );
    expect(read(spelt)).toMatchObject({ status: 'succeeded', data: { attach: message.attach } });
  });

  it('does not survive any change to the bytes that changes the meaning', async () => {
    const bytes = utf8(await signedXml(paid));
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const spoilt = bytes.slice();
        spoilt[at] = (spoilt[at] ?? 0) ^ flip;
        const outcome = read(spoilt);
        // White space between fields and the prefix of an unsigned refusal are all that may change.
        const isSame = outcome.status === 'succeeded' && outcome.data.total_fee === 888;
        expect(isSame || outcome.status === 'unknown').toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is no message of the platform', () => {
  const hostile: [string, string | Uint8Array][] = [
    ['nothing', ''],
    ['white space', ' \n'],
    ['HTML', '<html><body>502 Bad Gateway</body></html>'],
    ['JSON', '{"return_code":"SUCCESS"}'],
    ['another root', '<root><return_code>SUCCESS</return_code></root>'],
    ['a DOCTYPE', '<!DOCTYPE xml [<!ENTITY a "SUCCESS">]><xml><return_code>&a;</return_code></xml>'],
    ['an entity', '<xml><return_code>&success;</return_code></xml>'],
    ['an attribute', '<xml><return_code a="b">SUCCESS</return_code></xml>'],
    ['nesting', '<xml><a><b>1</b></a></xml>'],
    ['mismatched tags', '<xml><a>1</b></xml>'],
    ['a comment', '<xml><!-- --><return_code>SUCCESS</return_code></xml>'],
    ['text between fields', '<xml>x<return_code>SUCCESS</return_code></xml>'],
    ['two roots', '<xml></xml><xml></xml>'],
    ['a NUL', '<xml><return_code>SUCC\u0000ESS</return_code></xml>'],
    ['invalid UTF-8', new Uint8Array([...utf8('<xml><a>'), 0xff, 0xfe, ...utf8('</a></xml>')])],
    ['overlong UTF-8', new Uint8Array([...utf8('<xml><a>'), 0xc0, 0xbc, ...utf8('</a></xml>')])],
    [
      'GBK',
      new Uint8Array([...utf8('<xml><return_msg>'), 0xca, 0xa7, 0xb0, 0xdc, ...utf8('</return_msg></xml>')]),
    ],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x3c, 0, 0x78, 0, 0x6d, 0, 0x6c, 0, 0x3e, 0])],
  ];

  it.each(hostile)('is unknown: %s', (_, text) => {
    expect(read(text)).toMatchObject(unknown('reply_malformed'));
    expect(
      readReply(
        payapply.direct,
        typeof text === 'string' ? utf8(text) : text,
        direct,
        sentOf(payapply.direct),
      ),
    ).toMatchObject(unknown('reply_malformed'));
  });

  it('is unknown: a signed message cut off anywhere', async () => {
    const bytes = utf8(await signedXml(paid));
    for (let length = 0; length < bytes.length; length++) {
      expect(read(bytes.slice(0, length))).toMatchObject(unknown('reply_malformed'));
    }
  });

  it('is unknown: a field that comes twice, signed either way', async () => {
    const xml = await signedXml(paid);
    const twice = xml.replace('</xml>', '<total_fee>888</total_fee></xml>');
    expect(read(twice)).toMatchObject(unknown('reply_malformed'));
  });

  it('is unknown: more fields or text than any message has', () => {
    const many = Array.from({ length: 1001 }, (_, i) => `<f${i}>1</f${i}>`).join('');
    expect(read(`<xml>${many}</xml>`)).toMatchObject(unknown('reply_malformed'));
    expect(read(`<xml><a>${'x'.repeat(1_048_576)}</a></xml>`)).toMatchObject(unknown('reply_malformed'));
  });
});

describe('a signed reply', () => {
  it.each([
    { out_trade_no: 'ANOTHER' },
    { appid: 'wxanother' },
    { mch_id: '10000099' },
    { mch_id: ' 10000098' },
  ])('about another order or merchant is not believed: %j', async (change) => {
    expect(read(await signedXml({ ...paid, ...change }))).toMatchObject(unknown('reply_mismatch'));
  });

  it('about another sub-merchant or transaction is not believed', async () => {
    const sent = { sub_mch_id: '1900000109', transaction_id: paid.transaction_id };
    const readAs = async (message: Message) =>
      readReply(
        queryorder.partner,
        utf8(await signedXml(message)),
        partner,
        sentOf(queryorder.partner, sent),
      );
    expect(await readAs({ ...paid, sub_mch_id: '1900000109' })).toMatchObject({ status: 'succeeded' });
    expect(await readAs({ ...paid, sub_mch_id: '1900000110' })).toMatchObject(unknown('reply_mismatch'));
    expect(await readAs({ ...paid, transaction_id: '1' })).toMatchObject(unknown('reply_mismatch'));
  });

  it('is compared with what was sent, where that is at hand', async () => {
    const other = utf8(await signedXml({ ...paid, out_trade_no: 'ANOTHER' }));
    expect(readReply(queryorder.direct, other, direct, sentOf(queryorder.direct))).toMatchObject({
      status: 'succeeded',
      data: { out_trade_no: 'ANOTHER' },
    });
  });

  it.each([{ return_code: 'success' }, { return_code: '' }, { result_code: '' }, { result_code: 'MAYBE' }])(
    'without a clear result is incomplete: %j',
    async (change) => {
      expect(read(await signedXml({ ...paid, ...change }))).toMatchObject(unknown('reply_incomplete'));
    },
  );

  it('keeps fields named like the prototype as fields', async () => {
    const message = Object.fromEntries([
      ...Object.entries(paid),
      ['__proto__', 'p'],
      ['constructor', 'c'],
      ['toString', 't'],
    ]);
    const outcome = read(await signedXml(message));
    expect(outcome.status).toBe('succeeded');
    const data: object = 'data' in outcome ? (outcome.data ?? {}) : {};
    expect(Object.getOwnPropertyDescriptor(data, '__proto__')?.value).toBe('p');
    expect(Object.getOwnPropertyDescriptor(data, 'constructor')?.value).toBe('c');
    expect(({} as Record<string, unknown>)['p']).toBeUndefined();
  });

  it('refuses with what it says about the order', async () => {
    const xml = await signedXml({ ...paid, result_code: 'FAIL', err_code: 'SYSTEMERROR' });
    expect(read(xml)).toMatchObject({
      status: 'unknown',
      cause: { code: 'platform', error: { code: 'SYSTEMERROR', mayRepeat: true } },
      data: { total_fee: 888 },
    });
  });
});

describe('readReply', () => {
  it('refuses unusable credentials, and those of the other mode', async () => {
    const bytes = utf8(await signedXml(paid));
    const as = (operation: TransitOperation, credentials: Credentials) => async () =>
      issuesOf(await rejection(() => readReply(operation, bytes, credentials, sentOf(operation))));
    expect(await as(queryorder.direct, { ...direct, key: '' })()).toEqual(['key invalid_value']);
    expect(await as(queryorder.direct, partner)()).toEqual(['mode conflict']);
  });
});
