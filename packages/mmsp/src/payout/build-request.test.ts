import { importRsaPrivateKey, importRsaPublicKey } from '@yinjian/crypto-webcrypto';
import { describe, expect, it } from 'vitest';
import { MERNO } from '../internal/fixtures/merchant-keys.ts';
import { openRequest, order, payoutCredentials } from '../internal/fixtures/payout-messages.ts';
import { LONG_PRIVATE_PEM, LONG_PUBLIC_PEM } from '../internal/fixtures/platform-keys.ts';
import { issues } from '../internal/fixtures/refusal.ts';
import { sentOf } from '../internal/fixtures/sent-of.ts';
import { buildRequest, readReply } from './build-request.ts';
import type { PayoutCredentials } from './credentials.ts';
import { pay } from './pay.ts';
import { query } from './query.ts';
import { open } from './seal.ts';

const url = 'https://mmsp.example/payout';

describe('buildRequest', () => {
  it('gives the fields encrypted for the platform and signed by the merchant', async () => {
    const { request } = await buildRequest(pay, order, payoutCredentials, { url });
    expect({ ...request, body: Object.keys(JSON.parse(request.body) as object) }).toEqual({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: ['ENCRYPT', 'SIGN'],
    });
    expect(await openRequest(request.body)).toEqual({
      fields: { CMDID: '4097', VERSION: '1.0', MERNO, ...order, AMT: '100' },
      isSigned: true,
    });
  });

  it('encrypts long messages in blocks', async () => {
    const input = { ...order, MEMO: '备'.repeat(64), BANKNAME: '银'.repeat(500) };
    const { body } = (await buildRequest(pay, input, payoutCredentials, { url })).request;
    expect(await openRequest(body)).toMatchObject({ fields: { BANKNAME: input.BANKNAME }, isSigned: true });
  });

  it('writes the time of the request in China Standard Time, wherever it runs', async () => {
    const clock = () => new Date('2025-12-31T16:00:01Z');
    const { body } = (await buildRequest(query, { ORDERNO: '1' }, payoutCredentials, { url, clock })).request;
    expect(await openRequest(body)).toMatchObject({ fields: { CMDID: '4098', REQTIME: '20260101000001' } });
  });

  it('takes keys of 2048 bits', async () => {
    const merchantPrivateKey = await importRsaPrivateKey(LONG_PRIVATE_PEM);
    const platformPublicKey = await importRsaPublicKey(LONG_PUBLIC_PEM);
    const credentials = { MERNO, merchantPrivateKey, platformPublicKey };
    const { body } = (await buildRequest(pay, order, credentials, { url })).request;
    const { ENCRYPT } = JSON.parse(body) as { ENCRYPT: string };
    const plaintext = new TextDecoder().decode(await open(ENCRYPT, merchantPrivateKey));
    expect(JSON.parse(plaintext)).toMatchObject({ ORDERNO: order.ORDERNO });
  });

  it('refuses options that it would not read', async () => {
    const options = { url: '', clock: 5, nonce: () => 'x' } as never;
    expect(await issues(() => buildRequest(pay, order, payoutCredentials, options))).toEqual([
      'clock wrong_type',
      'nonce unknown_field',
      'url invalid_value',
    ]);
  });

  it('is not changed by what happens to its arguments later', async () => {
    const input: Record<string, unknown> = { ...order };
    const credentials: Record<string, unknown> = { ...payoutCredentials };
    const building = buildRequest(pay, input as never, credentials as never, { url });
    input['AMT'] = 1_000_000_000;
    credentials['MERNO'] = '1';
    const { body } = (await building).request;
    expect(await openRequest(body)).toMatchObject({ fields: { AMT: '100', MERNO } });
  });

  const { merchantPrivateKey, platformPublicKey } = payoutCredentials;

  it.each<[string, Partial<Record<keyof PayoutCredentials, unknown>>, string[]]>([
    ['no merchant', { MERNO: undefined }, ['MERNO missing']],
    ['a merchant that is a number', { MERNO: 1440353999853 }, ['MERNO wrong_type']],
    ['a merchant of 21 characters', { MERNO: '0'.repeat(21) }, ['MERNO invalid_value']],
    [
      'PEM that was not imported',
      { merchantPrivateKey: LONG_PRIVATE_PEM },
      ['merchantPrivateKey wrong_type'],
    ],
    [
      'a promise',
      { platformPublicKey: importRsaPublicKey(LONG_PUBLIC_PEM) },
      ['platformPublicKey wrong_type'],
    ],
    [
      'keys in the wrong places',
      { merchantPrivateKey: platformPublicKey, platformPublicKey: merchantPrivateKey },
      ['merchantPrivateKey wrong_type', 'platformPublicKey wrong_type'],
    ],
    [
      'an option that is neither on nor off',
      { allowUnsignedReplies: 'false' },
      ['allowUnsignedReplies wrong_type'],
    ],
  ])('refuses %s by name', async (_, change, expected) => {
    const credentials = { ...payoutCredentials, ...change } as PayoutCredentials;
    expect(await issues(() => buildRequest(pay, order, credentials, { url }))).toEqual(expected);
    expect(await issues(() => readReply(pay, new Uint8Array(), credentials, sentOf(pay)))).toEqual(expected);
  });
});
