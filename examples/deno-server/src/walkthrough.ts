import {
  confirmPayment,
  freePort,
  openPage,
  showNotifications,
  startProgram,
} from '@yinjian/example-walkthrough';
import { startSandbox } from '@yinjian/sandbox';

// A payment at this shop from checkout to thanks, with the sandbox as the platform and this program as the payer.
const sandbox = await startSandbox({ timeScale: 0.01 });
const { MERNO, TERMNO, md5Key } = sandbox.merchants.mmsp;
const port = await freePort();
const permissions = ['--allow-net', '--allow-env', '--allow-read', '--allow-write'];
const shop = await startProgram(Deno.execPath(), ['run', ...permissions, `${import.meta.dirname}/main.ts`], {
  port,
  env: {
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE: ':memory:',
    MMSP_MERNO: MERNO,
    MMSP_TERMNO: TERMNO,
    MMSP_MD5_KEY: md5Key,
    MMSP_QUICK_PAY_URL: sandbox.urls.quickPay,
  },
});
try {
  sandbox.misbehave({ notification: 'quickPay.notification', fault: 'tampered' });
  sandbox.misbehave({ notification: 'quickPay.notification', fault: 'duplicate' });

  const unionPay = await submitCheckout();
  const [order] = sandbox.orders;
  if (order === undefined) throw new Error('The platform has no order');
  console.log(`The browser is sent to UnionPay, which asks for ${order.amount} fen.`);

  const thanks = await confirmPayment(unionPay);
  console.log('The payer confirms. The platform notifies the shop:');
  await showNotifications(sandbox, order.number, 3);
  console.log(`The browser comes back: ${(await openPage(thanks)).html.trim()}`);

  console.log('What the shop wrote:');
  for (const line of await shop.stop()) console.log(`  ${line.replaceAll(order.number, '<order>')}`);
} finally {
  await shop.stop();
  await sandbox.close();
}

async function submitCheckout() {
  const answer = await fetch(`${shop.url}/checkout`, { method: 'POST', redirect: 'manual' });
  await answer.body?.cancel();
  console.log(`POST /checkout: ${answer.status}`);
  return await openPage(answer.headers.get('location') ?? '');
}
