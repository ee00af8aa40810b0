import { describeRequest } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { createWechatTransitClient } from './client.ts';
import { fakePlatform } from './internal/fixtures/fake-platform.ts';
import { envelope, type Message, signedXml } from './internal/fixtures/platform.ts';
import { issuesOf, rejection } from './internal/fixtures/rejection.ts';
import { direct, partner } from './internal/fixtures/samples.ts';
import { mayRide, querystate } from './querystate.ts';

const openid = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o';
const contract_id = 'Wx15463511252015071056489715';
const askAgain = { action: 'query', operation: 'querystate', afterSeconds: [1, 5, 15, 60] };

async function answered(change: Message) {
  const { fetch, requests } = fakePlatform(await signedXml({ ...envelope, ...change }));
  const outcome = await createWechatTransitClient({ ...direct, fetch }).querystate({ openid, contract_id });
  return { outcome, requests };
}

describe('the state of a payer', () => {
  it.each([
    ['NORMAL', true],
    ['BLOCKED', false],
    ['OVERDUE', false],
  ])('%s is an answer; may ride: %s', async (user_state, rides) => {
    const { outcome, requests } = await answered({
      user_state,
      contract_id,
      plan_id: '66',
      contract_code: 'C1',
      contract_state: '0',
      unheard_of: 'x',
    });
    expect(outcome).toMatchObject({
      status: 'succeeded',
      authenticated: true,
      data: {
        user_state,
        contract_id,
        plan_id: '66',
        contract_code: 'C1',
        contract_state: '0',
        unheard_of: 'x',
      },
    });
    expect(mayRide(outcome)).toBe(rides);
    expect(requests[0]?.url).toBe('https://api.mch.weixin.qq.com/transit/pay/querystate');
    expect(requests[0]?.fields).toMatchObject({ openid, contract_id, sign_type: 'HMAC-SHA256' });
  });

  it.each(['normal', 'FINE', '__proto__', '0'])('%s is documented nowhere: unknown', async (user_state) => {
    const { outcome } = await answered({ user_state });
    expect(outcome).toMatchObject({
      status: 'unknown',
      cause: { code: 'platform', error: { code: user_state, listed: false } },
      next: askAgain,
    });
    expect(mayRide(outcome)).toBe(false);
  });

  it('is unknown where the reply lacks it, or speaks of another payer or contract', async () => {
    const cases: [Message, string][] = [
      [{}, 'reply_incomplete'],
      [{ user_state: '' }, 'reply_incomplete'],
      [{ user_state: 'NORMAL', openid: 'oAnother' }, 'reply_mismatch'],
      [{ user_state: 'NORMAL', contract_id: 'another' }, 'reply_mismatch'],
      [{ user_state: 'NORMAL', mch_id: '1' }, 'reply_mismatch'],
    ];
    for (const [change, code] of cases) {
      const { outcome } = await answered(change);
      expect(outcome).toMatchObject({ status: 'unknown', cause: { code } });
      expect(mayRide(outcome)).toBe(false);
    }
  });

  it.each(['PARAM_ERROR', 'INVALID_REQUEST', 'SIGN_ERROR', 'UNHEARD_OF'])(
    'is unknown, never failed, where the question is refused: %s',
    async (err_code) => {
      const { outcome } = await answered({ result_code: 'FAIL', err_code, user_state: 'NORMAL' });
      expect(outcome).toMatchObject({
        status: 'unknown',
        cause: { code: 'platform', error: { code: err_code, mayRepeat: false } },
        next: askAgain,
      });
      expect(mayRide(outcome)).toBe(false);
    },
  );

  it('SYSTEMERROR: the same question may be repeated', async () => {
    expect((await answered({ result_code: 'FAIL', err_code: 'SYSTEMERROR' })).outcome).toMatchObject({
      status: 'unknown',
      cause: { error: { mayRepeat: true } },
      next: { action: 'repeat', operation: 'querystate' },
    });
  });
});

describe('the request of querystate', () => {
  it('names the payer; in partner mode the sub-merchant too', async () => {
    const client = createWechatTransitClient({ ...partner, fetch: fakePlatform('').fetch });
    const error = await rejection(() =>
      client.querystate({ openid: '', sub_appid: 'x'.repeat(33) } as never),
    );
    expect(issuesOf(error)).toEqual([
      'openid invalid_value',
      'sub_mch_id missing',
      'sub_appid invalid_value',
    ]);
    expect(
      describeRequest(querystate.direct.request).map(({ name, presence }) => `${name} ${presence}`),
    ).toEqual([
      'appid required',
      'mch_id required',
      'nonce_str required',
      'sign_type required',
      'sign required',
      'openid required',
      'contract_id conditional',
    ]);
    expect(querystate.partner.path).toBe('/transit/partnerpay/querystate');
  });

  it('keeps the payer from hooks', async () => {
    const shown: unknown[] = [];
    const { fetch } = fakePlatform(await signedXml({ ...envelope, openid, user_state: 'NORMAL' }));
    const hooks = {
      onRequest: (e: unknown) => void shown.push(e),
      onOutcome: (e: unknown) => void shown.push(e),
    };
    await createWechatTransitClient({ ...direct, fetch, hooks }).querystate({ openid });
    expect(shown).toHaveLength(2);
    expect(JSON.stringify(shown)).not.toContain(openid);
  });
});
