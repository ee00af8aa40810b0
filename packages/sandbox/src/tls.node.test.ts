import { createScanPayClient } from '@yinjian/mmsp';
import { describe, expect, it } from 'vitest';
import { createCertificateFetch } from '../../../examples/client-certificate/src/node.ts';
import type { Sandbox } from './sandbox.ts';
import { startSandbox } from './start-sandbox.ts';
import { CERTIFICATES } from './testing/certificates.ts';
import { NOWHERE, SCANNED_CARD } from './testing/clients.ts';
import { testSandbox } from './testing/test-sandbox.ts';

const { authority: ca, server, merchant, impostor } = CERTIFICATES;
const paid = { ...SCANNED_CARD, MERORDERID: 'a', NOTIFY_URL: NOWHERE } as const;
const refund = { MERORDERID: 'a', REFUND_MERORDERID: 'R1', AMT: 1 } as const;

function clientOf({ merchants, urls }: Sandbox, certificate: typeof merchant | typeof impostor) {
  const { MERNO, TERMNO, md5Key } = merchants.mmsp;
  const certificateFetch = createCertificateFetch({ ...certificate, ca });
  return createScanPayClient({
    MERNO,
    TERMNO,
    md5Key,
    url: urls.scanPay,
    fetch: certificateFetch,
    certificateFetch,
  });
}

describe('with TLS', () => {
  it('refunds and cancels for whoever has the certificate', async () => {
    let milliseconds = Date.now();
    const clock = () => new Date(milliseconds);
    const sandbox = await testSandbox({ tls: { ...server, ca }, timeScale: 1, clock });
    expect(sandbox.urls.scanPay).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/mmsp\/scan-pay$/);
    const client = clientOf(sandbox, merchant);
    for (const MERORDERID of ['a', 'b']) await client.wechatCard({ ...paid, MERORDERID });
    expect(await client.refund(refund)).toMatchObject({ status: 'pending', authenticated: true });
    milliseconds += 15_000;
    expect(await client.cancel({ MERORDERID: 'b' })).toMatchObject({ status: 'succeeded' });
  });

  it('refuses that, and nothing else, to whoever has another or none', async () => {
    const sandbox = await testSandbox({ tls: { ...server, ca } });
    const client = clientOf(sandbox, impostor);
    expect(await client.wechatCard(paid)).toMatchObject({ status: 'succeeded' });
    const refused = {
      status: 'unknown',
      cause: { error: { code: '-1003', listed: false, message: '缺少商户证书' } },
    };
    expect(await client.refund(refund)).toMatchObject(refused);
    expect(await client.cancel({ MERORDERID: 'a' })).toMatchObject(refused);
    expect(sandbox.orders).toMatchObject([{ state: 'paid' }]);
  });

  it('asks for no certificate without an authority', async () => {
    const sandbox = await testSandbox({ tls: server });
    const client = clientOf(sandbox, impostor);
    await client.wechatCard(paid);
    expect(await client.refund(refund)).toMatchObject({ status: 'pending' });
  });

  it('does not start with a certificate that is none', async () => {
    await expect(startSandbox({ tls: { key: 'x', cert: 'y' } })).rejects.toThrow(/PEM|no start line/i);
  });
});
