import { describe, expect, it } from 'vitest';
import type { OperationFault } from '../../../packages/sandbox/src/misbehaviour.ts';
import { isPage } from '../runtime-name.ts';
import { CARD_PAYMENT, createClients, METRO_FARE, NOWHERE, PAYOUT } from './support/clients.ts';
import { control } from './support/control.ts';
import { directSetting } from './support/setting.ts';

type Clients = Awaited<ReturnType<typeof createClients>>;

const operations = {
  payapply: ({ direct }: Clients, out_trade_no: string) =>
    direct.payapply({ ...METRO_FARE, out_trade_no, notify_url: NOWHERE }),
  'quickPay.pay': ({ mmsp }: Clients, MERORDERID: string) =>
    mmsp.quickPay.pay({ ...CARD_PAYMENT, MERORDERID, NOTIFY_URL: NOWHERE }),
  'payout.pay': ({ mmsp }: Clients, ORDERNO: string) => mmsp.payout.pay({ ...PAYOUT, ORDERNO }),
};

const FAULTS: [OperationFault, cause: string][] = [
  ['wrong-signature', 'signature_invalid'],
  ['bad-gateway', 'http_status'],
  ['redirect', 'redirect'],
  ['not-utf8', 'reply_malformed'],
  ['oversize', 'reply_too_large'],
  ['drop-within-reply', 'network'],
];

describe.each(Object.keys(operations) as (keyof typeof operations)[])('%s', (operation) => {
  let number = 20_260_101_000_100;
  const call = (clients: Clients) => operations[operation](clients, String(++number));

  it.each(FAULTS)('is unknown after %s, and the next one is not affected', async (fault, cause) => {
    const clients = await createClients();
    await control.misbehave({ operation, fault });
    expect(await call(clients)).toMatchObject({ status: 'unknown', cause: { code: cause } });
    expect(await call(clients)).toMatchObject({ status: 'pending', authenticated: true });
  });

  it('is unknown after the deadline', async () => {
    await control.misbehave({ operation, fault: 'delay' });
    const outcome = await call(await createClients(0.5));
    expect(outcome).toMatchObject({ status: 'unknown', cause: { code: 'timeout' } });
  });

  it('cannot be had from a page of another origin, and can from anywhere else', async () => {
    const setting = directSetting();
    const outcome = await call(await createClients(20, setting));
    expect(outcome).toMatchObject(
      isPage(setting.runtime) ? { status: 'unknown', cause: { code: 'network' } } : { status: 'pending' },
    );
  });
});
