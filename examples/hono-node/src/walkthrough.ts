import {
  confirmPayment,
  freePort,
  openPage,
  showNotifications,
  startProgram,
  submitForm,
} from '@yinjian/example-walkthrough';
import { startSandbox } from '@yinjian/sandbox';

// A payment at this shop from checkout to thanks, with the sandbox as the platform and this program as the payer.
const sandbox = await startSandbox({ timeScale: 0.01 });
const { MERNO, TERMNO, md5Key } = sandbox.merchants.mmsp;
const port = await freePort();
const shop = await startProgram('node', [`${import.meta.dirname}/main.ts`], {
  port,
  env: {
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE: ':memory:',
    MMSP_MERNO: MERNO,
    MMSP_TERMNO: TERMNO,
    MMSP_MD5_KEY: md5Key,
    MMSP_GATEWAY_URL: sandbox.urls.gateway,
  },
});
try {
  sandbox.misbehave({ notification: 'gateway.notification', fault: 'tampered' });
  sandbox.misbehave({ notification: 'gateway.notification', fault: 'duplicate' });

  const checkout = await fetch(`${shop.url}/checkout`, { method: 'POST' });
  const form = { url: checkout.url, html: await checkout.text() };
  console.log(`POST /checkout: ${checkout.status}, a form for the payer's browser`);

  const gateway = await submitForm(form);
  const [order] = sandbox.orders;
  if (order === undefined) throw new Error('The gateway has no order');
  console.log(`The browser posts it to the gateway, which asks for ${order.amount} fen.`);

  const thanks = await confirmPayment(gateway);
  console.log('The payer confirms. The gateway notifies the shop:');
  await showNotifications(sandbox, order.number, 3);
  console.log(`The browser comes back to /thanks: ${(await openPage(thanks)).html}`);

  console.log('What the shop wrote:');
  for (const line of await shop.stop()) console.log(`  ${line.replaceAll(order.number, '<order>')}`);
} finally {
  await shop.stop();
  await sandbox.close();
}
