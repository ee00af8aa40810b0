import { importRsaPublicKey } from '@yinjian/crypto-webcrypto';
import { YinjianError } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { createMmspClient } from './client.ts';
import { AGENT, credentials, envelope, generalRefusal } from './internal/fixtures/envelopes.ts';
import { MERCHANT_PRIVATE_PEM } from './internal/fixtures/merchant-keys.ts';
import { payoutReply, result } from './internal/fixtures/payout-messages.ts';
import { PLATFORM_PUBLIC_PEM } from './internal/fixtures/platform-keys.ts';
import { placed } from './internal/fixtures/quick-pay-orders.ts';
import {
  card,
  errorOf,
  leaksIn,
  MSG_CODE,
  observed,
  payee,
  payoutOrder,
  quickPayOrder,
} from './internal/fixtures/secrets.ts';
import { verifyNotification } from './verify-notification.ts';

const platformPublicKey = await importRsaPublicKey(PLATFORM_PUBLIC_PEM);

/** Everything about a value that a log could show, hidden and inherited properties included. */
function everythingIn(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== 'object' || value === null) return `${String(value)}\n`;
  if (seen.has(value)) return '';
  seen.add(value);
  let text = value instanceof Error ? `${String(value)}\n${value.stack}\n` : '';
  text += `${JSON.stringify(value)}\n`;
  for (let holder = value; holder !== Object.prototype; ) {
    for (const name of Reflect.ownKeys(holder)) {
      const property = Object.getOwnPropertyDescriptor(holder, name);
      text += `${String(name)}\n${everythingIn(property?.value, seen)}`;
    }
    const parent: unknown = Object.getPrototypeOf(holder);
    if (typeof parent !== 'object' || parent === null) break;
    holder = parent;
  }
  return text;
}

const leaks = (value: unknown) => leaksIn(everythingIn(value));

/** What a platform may write about a request. */
const gossip = `[-3005] ${Object.values(card).join('，')}`;
const payoutGossip = Object.values(payee).join('，');

describe('what a hook is told', () => {
  it('of a quick payment holds nothing of the card', async () => {
    const quoting = {
      ...placed,
      MERORDERID: 'order-1',
      AMT: '1',
      CARDNO: card.CARDNO,
      ERRMSG: gossip,
      EXTRA: card.NAME,
    };
    const failed = { ...quoting, STATUS: '2', ERRCODE: 'Z9' };
    for (const reply of [
      envelope(quoting, { header: { CommandID: 0x8303 } }),
      envelope(failed, { header: { CommandID: 0x8303 } }),
      generalRefusal({ ErrorMsg: gossip }),
      generalRefusal({ ErrorMsg: gossip.replace('-3005', '-9999') }),
      gossip,
      new TypeError(gossip),
    ]) {
      const { client, events } = observed(reply);
      await client.quickPay.pay(quickPayOrder);
      expect(events.length).toBe(2);
      expect(leaks(events)).toEqual([]);
      expect(JSON.stringify(events)).toContain('order-1');
    }
  });

  it('of a confirmation holds no code', async () => {
    const body = { STATUS: '2', LIST_ID: '1', ERRMSG: `验证码${MSG_CODE}错误` };
    const { client, events } = observed(envelope(body, { header: { CommandID: 0x8304 } }));
    await client.quickPay.confirm({ LIST_ID: '1', MSG_CODE });
    expect(events.length).toBe(2);
    expect(leaks(events)).toEqual([]);
  });

  it('of a payout holds nothing of the payee', async () => {
    const { ACCNO, ACCNAME } = payee;
    const quoting = {
      ...result,
      ORDERNO: '1',
      AMT: '1',
      ACCNO,
      ACCNAME,
      DESC: payoutGossip,
      EXTRA: payoutGossip,
    };
    for (const reply of [
      await payoutReply({ clear: { RETCODE: '0000', RETMSG: payoutGossip }, sealed: quoting, sign: 'valid' }),
      await payoutReply({ sealed: { ...quoting, PAYSTATE: '3' } }),
      await payoutReply({ clear: { RETCODE: '1026', RETMSG: payoutGossip } }),
      await payoutReply({ clear: { RETCODE: '7777', RETMSG: payoutGossip } }),
    ]) {
      const { client, events } = observed(reply);
      await client.payout.pay(payoutOrder);
      expect(events.length).toBe(2);
      expect(leaks(events)).toEqual([]);
    }
  });
});

describe('an error', () => {
  const invalid = {
    AMT: '1',
    CARDTYPE: '9',
    MERORDERID: card.CARDNO.repeat(2),
    EXTRA: card.CARDNO,
    NOTIFY_URL: card.NAME,
  };

  it('of an input holds nothing of it', async () => {
    const { client } = observed('');
    const spoiled = Object.fromEntries(
      Object.entries(card).map(([name, value]) => [name, `${value} !`.repeat(3)]),
    );
    const error = await errorOf(() =>
      client.quickPay.pay({ ...quickPayOrder, ...spoiled, ...invalid } as never),
    );
    expect(error).toBeInstanceOf(YinjianError);
    expect((error as YinjianError).issues.length).toBeGreaterThan(7);
    expect(leaks(error)).toEqual([]);

    const spoiledPayee = Object.fromEntries(
      Object.entries(payee).map(([name, value]) => [name, value.repeat(9)]),
    );
    const payoutError = await errorOf(() => client.payout.pay({ ...payoutOrder, ...spoiledPayee }));
    expect(payoutError).toBeInstanceOf(YinjianError);
    expect(leaks(payoutError)).toEqual([]);

    const confirmError = await errorOf(() =>
      client.quickPay.confirm({ LIST_ID: '', MSG_CODE: `${MSG_CODE} ` }),
    );
    expect(leaks(confirmError)).toEqual([]);
  });

  it('of values of the wrong type holds nothing of them', async () => {
    const { client } = observed('');
    const wrong = Object.fromEntries(Object.entries(card).map(([name, value]) => [name, [value]]));
    expect(leaks(await errorOf(() => client.quickPay.pay({ ...quickPayOrder, ...wrong })))).toEqual([]);
    expect(leaks(await errorOf(() => client.quickPay.pay(card.CARDNO as never)))).toEqual([]);
    expect(leaks(await errorOf(() => client.quickPay.pay([card.CARDNO] as never)))).toEqual([]);
  });

  it('of an order number that was used holds nothing of the order', async () => {
    const { client } = observed('');
    await client.quickPay.pay(quickPayOrder);
    expect(leaks(await errorOf(() => client.quickPay.pay({ ...quickPayOrder, AMT: 2 })))).toEqual([]);
    await client.payout.pay(payoutOrder);
    expect(leaks(await errorOf(() => client.payout.pay({ ...payoutOrder, AMT: 2 })))).toEqual([]);
  });

  it('of the configuration holds no key', async () => {
    const options = {
      MERNO: credentials.md5Key,
      TERMNO: card.CARDNO.repeat(2),
      md5Key: `${credentials.md5Key}\n`,
      agent: { AGENTNO: AGENT.md5Key, md5Key: ` ${AGENT.md5Key}` },
      quickPay: { url: `https://x:${credentials.md5Key}@mmsp.example/` },
      payout: { url: credentials.md5Key, merchantPrivateKey: MERCHANT_PRIVATE_PEM, platformPublicKey },
    };
    expect(leaks(await errorOf(() => createMmspClient(options as never)))).toEqual([]);
  });

  it('of a notification holds nothing of it', async () => {
    const body = { CARDNO: card.CARDNO, BANK_NAME: card.NAME, STATUS: '1' };
    for (const text of [
      envelope(body),
      envelope(body, { header: { Sign: card.CARDNO } }),
      envelope(body, { header: { Sign: '' } }),
      envelope(body).slice(0, -1),
      card.CARDNO,
    ]) {
      const error = await errorOf(() => verifyNotification(text, credentials));
      expect(error).toBeInstanceOf(YinjianError);
      expect(leaks(error)).toEqual([]);
    }
  });
});

describe('a client', () => {
  it('shows no key', () => {
    expect(leaks(observed('').client)).toEqual([]);
  });

  it('masks in the platform’s words what was sent', async () => {
    const { client } = observed(generalRefusal({ ErrorMsg: gossip }));
    const outcome = await client.quickPay.pay(quickPayOrder);
    expect(leaks(outcome)).toEqual([]);
  });
});
