import { describe, expect, it } from 'vitest';
import { payoutCredentials, payoutReply, result, sent } from '../internal/fixtures/payout-messages.ts';
import { sentOf } from '../internal/fixtures/sent-of.ts';
import { readReply } from './build-request.ts';
import { payoutErrors } from './errors.ts';
import { pay } from './pay.ts';
import { query } from './query.ts';

/** The documents do not promise a signature, and none covers a refusal in the clear. */
const believing = { ...payoutCredentials, allowUnsignedReplies: true };

/** [M] 代付 6.2, and what a payout with that code comes to. 1016 and 1041 to 1044 are not in the table. */
const CODES = {
  failed: [
    '0002',
    '1001',
    '1002',
    '1004',
    '1005',
    '1006',
    '1007',
    '1010',
    '1011',
    '1012',
    '1013',
    '1014',
    '1015',
    '1017',
    '1018',
    '1019',
    '1020',
    '1021',
    '1022',
    '1023',
    '1024',
    '1025',
    '1026',
    '1027',
    '1030',
    '1031',
    '1032',
    '1033',
    '1034',
    '1035',
    '1036',
    '1039',
    '1045',
    '1048',
    '1049',
  ],
  unknown: ['0001', '1003', '1008', '1009', '1028', '1029', '1037', '1038', '1040', '1046', '1047'],
} as const;

const cases = Object.entries(CODES).flatMap(([status, codes]) =>
  codes.map((code) => [code, status] as const),
);

async function outcomeOf(operation: typeof pay | typeof query, RETCODE: string, clear: object = {}) {
  const bytes = await payoutReply({ clear: { RETCODE, RETMSG: '说明', ...clear } });
  return readReply(operation, bytes, believing, sentOf(operation, sent));
}

const toQuery = { action: 'query', operation: 'payout.query' };
const payAgain = { action: 'repeat', operation: 'payout.pay' };

describe('RETCODE', () => {
  it.each(cases)('%s: a payout is %s', async (code, status) => {
    const error = { code, message: '说明', listed: true, mayRepeat: false };
    const outcome = await outcomeOf(pay, code);
    const expected =
      status === 'failed'
        ? { status, authenticated: false, error }
        : { status, cause: { code: 'platform', error }, next: toQuery };
    expect(outcome).toMatchObject(expected);
  });

  it.each(cases)('%s: a query that is answered so says nothing about the payout', async (code) => {
    expect(await outcomeOf(query, code)).toMatchObject({
      status: 'unknown',
      cause: { code: 'platform', error: { code, listed: true } },
      next: code === '1028' ? payAgain : toQuery,
    });
  });

  it('1028: the very same payout is sent again, which 1008 refuses where it has arrived after all', async () => {
    const outcome = await outcomeOf(query, '1028');
    expect(outcome).toMatchObject({
      next: { ...payAgain, afterSeconds: [60, 300, 1800] },
      cause: { error: { action: { en: expect.stringContaining('very same request again') } } },
    });
    expect(await outcomeOf(pay, '1008')).toMatchObject({ status: 'unknown', next: toQuery });
  });

  it('is told in both languages, with what to do', () => {
    for (const { meaning, action } of Object.values(payoutErrors)) {
      for (const { zh, en } of [meaning, action]) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/^[ -~]+$/);
      }
    }
    expect(Object.keys(payoutErrors).toSorted()).toEqual(cases.map(([code]) => code).toSorted());
  });

  it.each(['1016', '1050', '9999', '000', '00000', '0', 'E1', '成功', 'constructor', '__proto__'])(
    '%s, which no table lists, settles nothing',
    async (code) => {
      for (const operation of [pay, query]) {
        expect(await outcomeOf(operation, code)).toMatchObject({
          status: 'unknown',
          cause: { code: 'platform', error: { code, listed: false } },
          next: toQuery,
        });
      }
    },
  );

  it.each(['1', '2', '3', '4', '5', '9', ''])(
    '0001: query, whatever PAYSTATE says (%s)',
    async (PAYSTATE) => {
      for (const sealed of [
        { ...result, PAYSTATE },
        { ...result, PAYSTATE, RETCODE: '0001' },
      ]) {
        const bytes = await payoutReply({ clear: { RETCODE: '0001' }, sealed, sign: 'valid' });
        for (const operation of [pay, query]) {
          expect(await readReply(operation, bytes, believing, sentOf(operation, sent))).toMatchObject({
            status: 'unknown',
            cause: { code: 'platform', error: { code: '0001' } },
            next: toQuery,
          });
        }
      }
    },
  );
});

describe('PAYSTATE', () => {
  const states = [
    ['1', { status: 'succeeded', data: { PAYSTATE: '1' } }],
    ['2', { status: 'pending', next: toQuery }],
    ['3', { status: 'failed', error: { code: '3', meaning: { zh: '付款失败' } } }],
    ['4', { status: 'failed', error: { code: '4', meaning: { zh: '银行退票' } } }],
    ['5', { status: 'pending', next: toQuery }],
  ] as const;

  it.each(states)('%s', async (state, expected) => {
    for (const operation of [pay, query]) {
      for (const PAYSTATE of [state, Number(state)]) {
        const sealed = { ...result, PAYSTATE };
        const bytes = await payoutReply({ clear: { RETCODE: '0000' }, sealed, sign: 'valid' });
        const outcome = await readReply(operation, bytes, believing, sentOf(operation, sent));
        expect(outcome).toMatchObject({ ...expected, authenticated: true });
      }
    }
  });

  it.each(['0', '6', '01', '1.0', 'paid', '', null, true, {}, 'toString'])(
    '%j, which no table lists, settles nothing',
    async (PAYSTATE) => {
      for (const operation of [pay, query]) {
        const bytes = await payoutReply({ clear: { RETCODE: '0000' }, sealed: { ...result, PAYSTATE } });
        const outcome = await readReply(operation, bytes, believing, sentOf(operation, sent));
        expect(outcome).toMatchObject({ status: 'unknown', next: toQuery });
      }
    },
  );

  it('1 is believed of a payout without the amount, which the table does not list, and not of a query', async () => {
    const { AMT: _, ...sealed } = result;
    const bytes = await payoutReply({ clear: { RETCODE: '0000' }, sealed });
    expect(await readReply(pay, bytes, believing, sentOf(pay, sent))).toMatchObject({ status: 'succeeded' });
    expect(await readReply(query, bytes, believing, sentOf(query, sent))).toMatchObject({
      status: 'unknown',
      cause: { code: 'reply_incomplete' },
    });
  });
});
