import { describe, expect, it } from 'vitest';
import { TEST_CONTRACTS } from '../magic-values.ts';
import { merchants } from '../merchants.ts';
import {
  APPLY,
  APPLY_DIRECTLY,
  applyDirectlyFields,
  applyFields,
  callTransit,
  QUERY,
  QUERY_DIRECTLY,
  transitSign,
} from '../testing/raw-requests.ts';
import { eventually, testSandbox } from '../testing/test-sandbox.ts';

const { partner, direct } = merchants.wechatTransit;

const identity = {
  appid: partner.appid,
  mch_id: partner.mch_id,
  sub_mch_id: partner.sub_mch_id,
  nonce_str: 'n',
  sign_type: 'MD5',
};

describe('queryorder', () => {
  it('says of an accepted order that it is accepted, and has no number of the platform yet', async () => {
    const sandbox = await testSandbox();
    const applied = applyFields({ contract_id: TEST_CONTRACTS.hangs, attach: '自定义' });
    await callTransit(sandbox, APPLY, applied);
    const { out_trade_no = '' } = applied;
    const { sign, ...reply } = await callTransit(sandbox, QUERY, { ...identity, out_trade_no });
    expect(reply).toMatchObject({
      result_code: 'SUCCESS',
      trade_state: 'ACCEPT',
      trade_type: 'PAP',
      total_fee: '888',
      attach: '自定义',
      out_trade_no,
      sub_mch_id: partner.sub_mch_id,
    });
    expect(reply).not.toHaveProperty('transaction_id');
    expect(sign).toBe(transitSign(reply, partner.key, 'MD5'));
  });

  it('finds a paid order by either number, and prefers the number of the platform', async () => {
    const sandbox = await testSandbox();
    await callTransit(sandbox, APPLY, applyFields({ out_trade_no: 'one' }));
    await callTransit(sandbox, APPLY, applyFields({ out_trade_no: 'two' }));
    await eventually(() => expect(sandbox.orders.map(({ state }) => state)).toEqual(['paid', 'paid']));
    const transaction_id = sandbox.orders[0]?.platformNumber ?? '';
    for (const numbers of [
      { out_trade_no: 'one' },
      { transaction_id },
      { transaction_id, out_trade_no: 'two' },
    ]) {
      const reply = await callTransit(sandbox, QUERY, { ...identity, ...numbers });
      expect(reply).toMatchObject({ trade_state: 'SUCCESS', out_trade_no: 'one', transaction_id });
      expect(reply['time_end']).toMatch(/^\d{14}$/);
    }
  });

  it('says of a failed order PAYERROR', async () => {
    const sandbox = await testSandbox();
    await callTransit(sandbox, APPLY, applyFields({ out_trade_no: 'f', contract_id: TEST_CONTRACTS.fails }));
    await eventually(() => expect(sandbox.orders[0]?.state).toBe('failed'));
    const reply = await callTransit(sandbox, QUERY, { ...identity, out_trade_no: 'f' });
    expect(reply).toMatchObject({ result_code: 'SUCCESS', trade_state: 'PAYERROR' });
  });

  it('knows no orders of others', async () => {
    const sandbox = await testSandbox();
    await callTransit(
      sandbox,
      APPLY_DIRECTLY,
      applyDirectlyFields({ out_trade_no: 'direct', contract_id: TEST_CONTRACTS.hangs }),
    );
    const notFound = { result_code: 'FAIL', err_code: 'ORDERNOTEXIST' };
    expect(await callTransit(sandbox, QUERY, { ...identity, out_trade_no: 'direct' })).toMatchObject(
      notFound,
    );
    const transaction_id = sandbox.orders[0]?.platformNumber ?? '';
    expect(await callTransit(sandbox, QUERY, { ...identity, transaction_id })).toMatchObject(notFound);
    const { appid, mch_id } = direct;
    const reply = await callTransit(sandbox, QUERY_DIRECTLY, {
      appid,
      mch_id,
      nonce_str: 'n',
      out_trade_no: 'direct',
    });
    expect(reply).toMatchObject({ result_code: 'SUCCESS', trade_state: 'ACCEPT' });
  });

  it('asks for one of the numbers', async () => {
    const sandbox = await testSandbox();
    expect(await callTransit(sandbox, QUERY, identity)).toMatchObject({ err_code: 'PARAM_ERROR' });
  });
});
