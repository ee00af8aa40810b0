import { describe, expect, it } from 'vitest';
import { envelope, generalRefusal } from './internal/fixtures/envelopes.ts';
import { payoutReply } from './internal/fixtures/payout-messages.ts';
import {
  card,
  errorOf,
  leaksIn,
  observed,
  payee,
  payoutOrder,
  quickPayOrder,
} from './internal/fixtures/secrets.ts';
import { verifyNotification } from './verify-notification.ts';

// Not a static import: the types of Node are not in the program of this package, lest its source use them.
const specifier: string = 'node:util';
const { inspect }: { inspect: (value: unknown, options: object) => string } = await import(specifier);

const leaks = (value: unknown) =>
  leaksIn(inspect(value, { depth: 20, showHidden: true, getters: true, maxStringLength: null }));

describe('util.inspect', () => {
  it('of a client shows no key', () => {
    expect(leaks(observed('').client)).toEqual([]);
  });

  it('of what a hook is told shows nothing of the card or the payee', async () => {
    const words = Object.values({ ...card, ...payee }).join('，');
    const { client, events } = observed(
      generalRefusal({ ErrorMsg: Object.values(card).join('，') }),
      await payoutReply({ clear: { RETCODE: '1026', RETMSG: Object.values(payee).join('，') } }),
      words,
    );
    await client.quickPay.pay(quickPayOrder);
    await client.payout.pay(payoutOrder);
    await client.payout.pay(payoutOrder);
    expect(events.length).toBe(6);
    expect(leaks(events)).toEqual([]);
  });

  it('of an error shows nothing of the input', async () => {
    const { client } = observed('');
    const spoiled = Object.fromEntries(
      Object.entries(card).map(([name, value]) => [name, `${value} !`.repeat(3)]),
    );
    expect(leaks(await errorOf(() => client.quickPay.pay({ ...quickPayOrder, ...spoiled })))).toEqual([]);
    const notification = envelope({ CARDNO: card.CARDNO }, { md5Key: 'another' });
    expect(leaks(await errorOf(() => verifyNotification(notification, { md5Key: 'x' })))).toEqual([]);
  });

  it('would show what is there', () => {
    expect(leaks(new Error(card.CARDNO))).toEqual([card.CARDNO]);
  });
});
