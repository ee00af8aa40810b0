import { describe, expect, it } from 'vitest';
import {
  openRequest,
  payoutCredentials,
  payoutReply,
  type ReplyParts,
} from '../internal/fixtures/payout-messages.ts';
import { issues } from '../internal/fixtures/refusal.ts';
import { sentOf } from '../internal/fixtures/sent-of.ts';
import { balance } from './balance.ts';
import { buildRequest, readReply } from './build-request.ts';

const ok = { RETCODE: '0000', RETMMSG: '交易成功' };

const account = {
  ACCSTATUS: 1,
  BALANCE: 0,
  BALANCEPAY: 123456,
  ADVANCEPAY: -500,
  FREEZEBAL: '100',
  ISCHARGE: '2',
  MERTYPE: '1',
  CHLNO: '10',
  CHLMERNO: '8800',
  LIMIT_DOWN: '1.00',
  LIMIT_TOP: '50000.00',
  BEGIN_AT: '090000',
  END_AT: '170000',
  HOLIDAYTYPE: 3,
  SETTLE_AT: 16,
  SETTLE_TYPE: '1',
  UNHEARD_OF: 'x',
};
const read = {
  ...account,
  ACCSTATUS: '1',
  FREEZEBAL: 100,
  HOLIDAYTYPE: '3',
};
const other = { ...account, CHLNO: '11', BALANCEPAY: '0' };

const ask = async (parts: ReplyParts) =>
  readReply(balance, await payoutReply(parts), payoutCredentials, sentOf(balance, { ORDERNO: '1' }));
const answered = (ACCINFO: unknown) =>
  ask({ clear: ok, sealed: { RSPTIME: '20171120111411', ACCINFO }, sign: 'valid' });

describe('the accounts', () => {
  const paidOut = { CHLNO: '11', BALANCEPAY: 0 };

  it.each<[string, unknown, readonly object[]]>([
    ['an array', [account, other], [read, paidOut]],
    ['a single group', account, [read]],
    ['the text of an array', JSON.stringify([account, other]), [read, paidOut]],
    ['the text of a single group', JSON.stringify(account), [read]],
    ['an empty array', [], []],
    ['the text of an empty array', '[]', []],
  ])('are read from %s', async (_, ACCINFO, accounts) => {
    const outcome = await answered(ACCINFO);
    expect(outcome).toMatchObject({ status: 'succeeded', authenticated: true, data: { ACCINFO: accounts } });
  });

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['another text', 'none'],
    ['a number', 12],
    ['a group that is none', [account, 'x']],
    ['a list in a list', [[account]]],
  ])('are not read from %s: a list that lacks one looks complete', async (_, ACCINFO) => {
    expect(await answered(ACCINFO)).toMatchObject({
      status: 'unknown',
      cause: { code: 'reply_incomplete' },
      next: { operation: 'payout.balance' },
    });
  });

  it.each([['1.5'], ['1e3'], ['--1'], ['1'.repeat(16)], ['一百'], ['']])(
    'have no amount where %j stands',
    async (BALANCEPAY) => {
      const outcome = await answered([{ ...account, BALANCEPAY }]);
      const [row] = outcome.status === 'succeeded' ? outcome.data.ACCINFO : [];
      expect(row).toMatchObject({ BALANCE: 0, ADVANCEPAY: -500 });
      expect(row).not.toHaveProperty('BALANCEPAY');
    },
  );

  it('have 0, not -0', async () => {
    const outcome = await answered([{ ...account, BALANCEPAY: '-0' }]);
    expect(outcome.status === 'succeeded' && Object.is(outcome.data.ACCINFO[0]?.BALANCEPAY, 0)).toBe(true);
  });
});

describe('the reply', () => {
  it('is not believed without a signature', async () => {
    const outcome = await ask({ clear: ok, sealed: { ACCINFO: [account] } });
    expect(outcome).toMatchObject({ status: 'unknown', cause: { code: 'signature_missing' } });
  });

  it.each(['0001', '1002', '1006', '1008', '1031', '4711'])(
    'that refuses the question, %s, says nothing about the money',
    async (RETCODE) => {
      expect(await ask({ clear: { RETCODE, RETMMSG: '说明' } })).toMatchObject({
        status: 'unknown',
        cause: { code: 'platform', error: { code: RETCODE, message: '说明' } },
        next: { action: 'query', operation: 'payout.balance' },
      });
    },
  );

  it('about another query or merchant is not believed', async () => {
    for (const change of [{ ORDERNO: '2' }, { MERNO: '1' }]) {
      const parts = { clear: ok, sealed: { ACCINFO: [account], ...change }, sign: 'valid' } as const;
      const bytes = await payoutReply(parts);
      const sent = { ORDERNO: '1', MERNO: payoutCredentials.MERNO };
      expect(await readReply(balance, bytes, payoutCredentials, sentOf(balance, sent))).toMatchObject({
        status: 'unknown',
        cause: { code: 'reply_mismatch' },
      });
    }
  });
});

describe('the request', () => {
  const url = 'https://mmsp.example';

  it('is what the sample has', async () => {
    const input = { QRYTYPE: '1', ORDERNO: '20171120111410001', REQTIME: '20171120111410' } as const;
    const { request } = await buildRequest(balance, input, payoutCredentials, { url });
    expect(await openRequest(request.body)).toEqual({
      isSigned: true,
      fields: { CMDID: '4099', VERSION: '1.0', MERNO: payoutCredentials.MERNO, ...input },
    });
  });

  it('reports every mistake at once', async () => {
    const build = (input: object) =>
      issues(() => buildRequest(balance, input as never, payoutCredentials, { url }));
    expect(await build({ QRYTYPE: '4', ORDERNO: 'A1', REQTIME: '2017' })).toEqual([
      'ORDERNO invalid_value',
      'QRYTYPE invalid_value',
      'REQTIME invalid_value',
    ]);
    expect(await build({})).toEqual(['ORDERNO missing', 'QRYTYPE missing']);
  });
});
