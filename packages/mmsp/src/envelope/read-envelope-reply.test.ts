import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AGENT,
  agentCredentials,
  canonical,
  credentials,
  envelope,
  generalRefusal,
  signatureOf,
  utf8,
} from '../internal/fixtures/envelopes.ts';
import { MD5_KEY } from '../internal/fixtures/merchant-keys.ts';
import { placed, sent } from '../internal/fixtures/quick-pay-orders.ts';
import { confirm } from '../quick-pay/confirm.ts';
import { pay } from '../quick-pay/pay.ts';
import { query } from '../quick-pay/query.ts';
import { readEnvelopeReply } from './read-envelope-reply.ts';

const header = { CommandID: 0x8303 };
const good = envelope(placed, { header });
const read = (reply: string | Uint8Array, withCredentials = credentials) =>
  readEnvelopeReply(pay, typeof reply === 'string' ? utf8(reply) : reply, withCredentials, sent);

const operations = { pay, confirm, query };

/** What nothing can be concluded from. */
const unknown = (code: string) => ({
  status: 'unknown',
  cause: { code },
  next: { action: 'query', operation: 'quickPay.query' },
});

describe('a reply that says that it was carried out', () => {
  it('is believed with a valid signature', () => {
    expect(read(good)).toMatchObject({ status: 'pending', authenticated: true });
  });

  it.each([
    ['missing', { Sign: undefined }, 'signature_missing'],
    ['empty', { Sign: '' }, 'signature_missing'],
    ['null', { Sign: null }, 'signature_missing'],
    ['wrong', { Sign: '0'.repeat(32) }, 'signature_invalid'],
    ['in lower case', { Sign: signatureOf(canonical(placed)).toLowerCase() }, 'signature_invalid'],
    ['over no body', { Body: undefined }, 'signature_missing'],
    ['over a text', { Body: canonical(placed) }, 'signature_missing'],
    ['empty, as is the body', { Sign: '', Body: '' }, 'signature_missing'],
  ])('is not believed with a signature that is %s', (_, change, code) => {
    expect(read(envelope(placed, { header: { ...header, ...change } }))).toMatchObject(unknown(code));
  });

  it('is not believed with anything changed', () => {
    expect(read(good.replace('"STATUS":"0"', '"STATUS":"1"'))).toMatchObject(unknown('signature_invalid'));
    expect(read(good.replace('"AMT":"1234"', '"AMT":1234'))).toMatchObject(unknown('signature_invalid'));
  });

  it('is verified with the key of the request, whatever its header says', () => {
    const inAgentMode = envelope(placed, {
      header: { ...header, AGENTNO: '00110004' },
      md5Key: AGENT.md5Key,
    });
    expect(read(inAgentMode, agentCredentials)).toMatchObject({ status: 'pending' });
    // Nobody signs the header: that it names no agent does not bring the merchant's key back.
    expect(read(good, agentCredentials)).toMatchObject(unknown('signature_invalid'));
    const unnamed = envelope(placed, { header, md5Key: AGENT.md5Key });
    expect(read(unnamed, agentCredentials)).toMatchObject({ status: 'pending' });
    expect(read(inAgentMode)).toMatchObject(unknown('signature_invalid'));
    const wrongKey = envelope(placed, { header: { ...header, AGENTNO: '00110004' }, md5Key: MD5_KEY });
    expect(read(wrongKey, agentCredentials)).toMatchObject(unknown('signature_invalid'));
  });

  it.each([1, '1'])('has RetCode %j', (RetCode) => {
    expect(read(envelope(placed, { header: { ...header, RetCode } }))).toMatchObject({ status: 'pending' });
  });

  it.each([0x8303, '33539'])('has CommandID %j', (CommandID) => {
    expect(read(envelope(placed, { header: { CommandID } }))).toMatchObject({ status: 'pending' });
  });

  it.each([0x0303, 0x8305, 0x8000, '32768', '0x8303', '', null, undefined, true, [0x8303]])(
    'does not have CommandID %j',
    (CommandID) => {
      expect(read(envelope(placed, { header: { CommandID } }))).toMatchObject(unknown('reply_mismatch'));
    },
  );
});

describe('a reply about something else', () => {
  it.each([
    ['pay', 'MERORDERID', '1'],
    ['pay', 'AMT', '1235'],
    ['pay', 'AMT', '1234.00'],
    ['query', 'MERORDERID', '1'],
    ['confirm', 'LIST_ID', '1'],
  ] as const)('is not believed: %s, %s %s', (operationName, name, value) => {
    const operation = operations[operationName];
    const body = { ...placed, STATUS: '1' };
    const options = { header: { CommandID: operation.commandId + 0x8000 } };
    const fields = { ...sent, LIST_ID: placed.LIST_ID };
    const outcome = (text: string) => readEnvelopeReply(operation, utf8(text), credentials, fields);
    expect(outcome(envelope({ ...body, [name]: value }, options))).toMatchObject(unknown('reply_mismatch'));
    expect(outcome(envelope(body, options))).toMatchObject({ authenticated: true });
  });

  it('is told from one that writes the same number without quotes', () => {
    const bare = canonical({ ...placed, AMT: '@' }).replace('"@"', '1234');
    const text = `{"CommandID":33539,"RetCode":1,"Body":${bare},"Sign":"${signatureOf(bare)}"}`;
    expect(read(text)).toMatchObject({ status: 'pending', data: { AMT: 1234 } });
  });

  it('is what a reply without the order number may be', () => {
    const { MERORDERID: _, ...rest } = placed;
    expect(read(envelope(rest, { header }))).toMatchObject(unknown('reply_incomplete'));
    expect(read(envelope({ ...rest, MERORDERID: null }, { header }))).toMatchObject(
      unknown('reply_incomplete'),
    );
  });
});

describe('a refusal', () => {
  const failed = (error: object) => ({ status: 'failed', authenticated: false, error });

  it.each([0, '0'])('with RetCode %j is a definite failure', (RetCode) => {
    expect(read(generalRefusal({ RetCode, ErrorMsg: '消息结构体错误' }))).toMatchObject(
      failed({ code: '0', message: '消息结构体错误', listed: true, mayRepeat: false }),
    );
  });

  it.each(['ErrorMsg', 'ErrMsg'])('may give its own code in the brackets of %s', (name) => {
    const texts = [
      '[-3005] 交易金额不符',
      '[-3005]:交易金额不符',
      ' [-3005]交易金额不符',
      '交易金额不符[-3005]',
    ];
    for (const text of texts) {
      expect(read(generalRefusal({ ErrorMsg: undefined, [name]: text }))).toMatchObject(
        failed({ code: '-3005', listed: true, meaning: { zh: '交易金额不符' } }),
      );
    }
    expect(read(generalRefusal({ ErrorMsg: '', [name]: '[-3005] 交易金额不符' }))).toMatchObject(
      failed({ message: '交易金额不符' }),
    );
  });

  it.each(['33539', 32768])('comes under the id of the reply as well as the general one: %j', (CommandID) => {
    expect(read(generalRefusal({ CommandID, ErrorMsg: '消息结构体错误' }))).toMatchObject(
      failed({ code: '0' }),
    );
  });

  it.each([
    [39999, ''],
    [2, '系统异常'],
    [-1, ''],
    [0, ''],
    [0, '系统异常，请稍后查询'],
    [0, '支付超时'],
    [0, '[-9999] 系统异常'],
    [0, '[TIMEOUT]'],
    [0, '系统异常，请稍后查询[E1001]'],
    [1.5, ''],
  ])('with a code that no table lists settles nothing: %j %s', (RetCode, ErrorMsg) => {
    expect(read(generalRefusal({ RetCode, ErrorMsg }))).toMatchObject({
      ...unknown('platform'),
      cause: { code: 'platform', error: { listed: false } },
    });
  });

  it('of a query says nothing about the order', () => {
    const outcome = readEnvelopeReply(
      query,
      utf8(generalRefusal({ ErrorMsg: '[-2002] 没有该订单' })),
      credentials,
      sent,
    );
    expect(outcome).toMatchObject({
      status: 'unknown',
      cause: { code: 'platform', error: { code: '-2002', message: '没有该订单', listed: true } },
      next: { action: 'repeat' },
    });
  });

  it('that knows no such order settles nothing, whatever was asked for', () => {
    const refusal = utf8(generalRefusal({ ErrorMsg: '[-2002] 没有该订单' }));
    for (const operation of [pay, confirm]) {
      expect(readEnvelopeReply(operation, refusal, credentials, sent)).toMatchObject({
        status: 'unknown',
        cause: { error: { code: '-2002', listed: true } },
        next: { action: 'query' },
      });
    }
  });

  it('is not authentic for a signed body: the header is not signed', () => {
    const refused = { ...placed, STATUS: '2' };
    const text = envelope(refused, { header: { ...header, RetCode: 0, ErrorMsg: '[-3005] x' } });
    expect(read(text)).toMatchObject(failed({ code: '-3005' }));
  });

  it.each(['0', '1', '9'])('does not outweigh a body that says otherwise: STATUS %s', (STATUS) => {
    const body = { ...placed, STATUS };
    const change = { ...header, RetCode: 0, ErrorMsg: '[-3005] x' };
    expect(read(envelope(body, { header: change }))).toMatchObject(unknown('reply_mismatch'));
    expect(read(envelope(body, { header: { ...change, Sign: '' } }))).toMatchObject(
      unknown('reply_mismatch'),
    );
  });

  it('with a wrong signature is not believed', () => {
    const text = envelope(placed, { header: { ...header, RetCode: 0, Sign: '0' } });
    expect(read(text)).toMatchObject(unknown('signature_invalid'));
  });

  it.each([undefined, null, '', true, {}])('has a RetCode, not %j', (RetCode) => {
    expect(read(generalRefusal({ RetCode }))).toMatchObject(unknown('reply_incomplete'));
  });

  it('masks the numbers that it quotes', () => {
    const ErrorMsg = '[-3005] 卡号6227000013830237349手机18826570890证件23210219820916601X';
    expect(JSON.stringify(read(generalRefusal({ ErrorMsg })))).not.toMatch(/\d{7}/);
  });
});

describe('what is no reply', () => {
  it.each([
    ['empty', ''],
    ['HTML', '<html><head><title>502 Bad Gateway</title></head></html>'],
    ['cut off', good.slice(0, -2)],
    ['not an object', `[${good}]`],
    ['a repeated name', good.replace('{', '{"RetCode":1,')],
    ['a repeated name in the body', good.replace('"STATUS":"0"', '"STATUS":"0","STATUS":"0"')],
    ['not UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d)],
    ['UTF-16', new Uint8Array(Uint16Array.from(good, (char) => char.charCodeAt(0)).buffer)],
  ])('%s', (_, reply) => {
    expect(read(reply)).toMatchObject(unknown('reply_malformed'));
  });

  it('survives a byte-order mark', () => {
    expect(read(`\ufeff${good}`)).toMatchObject({ status: 'pending' });
  });

  it('concludes nothing from a damaged body', () => {
    const bytes = utf8(good);
    const damage = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(damage, ([at, change]) => {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] ?? 0) ^ change;
        const outcome = read(damaged);
        // What is not signed may change without notice: a refusal can be forged, and is not authentic.
        expect(
          outcome.status === 'unknown' ||
            (outcome.status === 'failed' && !outcome.authenticated) ||
            (outcome.status === 'pending' && bodyOf(damaged) === bodyOf(bytes)),
        ).toBe(true);
      }),
    );
  });
});

function bodyOf(bytes: Uint8Array): string {
  return JSON.stringify((JSON.parse(new TextDecoder().decode(bytes)) as { Body: unknown }).Body);
}
