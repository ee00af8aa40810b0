import {
  confirmPayment,
  freePort,
  openPage,
  showNotifications,
  startProgram,
} from '@yinjian/example-walkthrough';
import { createScanPayClient } from '@yinjian/mmsp';
import { startSandbox } from '@yinjian/sandbox';
import { createWechatTransitClient } from '@yinjian/wechat-transit';
import workerd from 'workerd';
import { buildWorker } from './build.ts';

// A scan payment and a bus fare, with the sandbox as both platforms and this program as the merchant's back end.
await buildWorker();
const sandbox = await startSandbox({ timeScale: 0.05 });
const { mmsp, wechatTransit } = sandbox.merchants;
const port = await freePort();
const token = crypto.randomUUID();
const config = `${import.meta.dirname}/../workerd.capnp`;
const worker = await startProgram(
  workerd.default,
  ['serve', config, `--socket-addr=http=127.0.0.1:${port}`],
  {
    port,
    env: { MMSP_MD5_KEY: mmsp.md5Key, WECHAT_KEY: wechatTransit.direct.key, ORDERS_TOKEN: token },
  },
);
try {
  for (const notification of ['scanPay.notification', 'paymentNotice'] as const) {
    sandbox.misbehave({ notification, fault: 'tampered' });
    sandbox.misbehave({ notification, fault: 'duplicate' });
  }
  await payByScan('SCAN20260101000001', 1280);
  await payFare('BUS20260101000001', 200);
  console.log('What the Worker wrote:');
  for (const line of await worker.stop()) console.log(`  ${line}`);
} finally {
  await worker.stop();
  await sandbox.close();
}

async function payByScan(number: string, amount: number): Promise<void> {
  await place(number, amount);
  const { MERNO, TERMNO, md5Key } = mmsp;
  const client = createScanPayClient({ MERNO, TERMNO, md5Key, url: sandbox.urls.scanPay });
  const outcome = await client.alipayPreOrder({
    MERORDERID: number,
    AMT: amount,
    GOODSNAME: '早餐',
    TRADETYPE: '1',
    NOTIFY_URL: `${worker.url}/mmsp/scan-pay`,
  });
  if (outcome.status !== 'pending') throw new Error(`The order is ${outcome.status}`);
  console.log(`alipayPreOrder: ${outcome.status}. Is the order paid? ${await isPaid(number)}`);
  await confirmPayment(await openPage(outcome.data.URL ?? ''));
  console.log('The payer confirms. MMSP notifies the Worker:');
  await showNotifications(sandbox, number, 3);
  console.log(`Is the order paid? ${await isPaid(number)}`);
}

async function payFare(number: string, fare: number): Promise<void> {
  await place(number, fare);
  const client = createWechatTransitClient({
    ...wechatTransit.direct,
    baseUrl: sandbox.urls.wechatTransit,
  });
  const outcome = await client.payapply({
    body: '公交代扣',
    out_trade_no: number,
    total_fee: fare,
    spbill_create_ip: '127.0.0.1',
    notify_url: `${worker.url}/wechat/payment-notice`,
    trade_type: 'PAP',
    contract_id: 'Wx15463511252015071056489715',
    trade_scene: 'BUS',
    scene_info: {
      start_time: new Date(),
      line_name: '1路',
      qrcode_hash: 'a756836e7432437d98bbf07bdde2942c99f6a2ab88a72b60aa747fce54b093c6',
      plate_number: '京A00001',
    },
  });
  console.log(`payapply: ${outcome.status}. Is the fare paid? ${await isPaid(number)}`);
  console.log('WeChat notifies the Worker:');
  await showNotifications(sandbox, number, 3);
  console.log(`Is the fare paid? ${await isPaid(number)}`);
}

async function askWorker(number: string, init: RequestInit): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${worker.url}/orders/${number}`, { ...init, headers });
  if (!answer.ok) throw new Error(`The Worker answered ${answer.status}`);
  return answer;
}

async function place(number: string, amount: number): Promise<void> {
  await askWorker(number, { method: 'PUT', body: JSON.stringify(amount) });
}

async function isPaid(number: string): Promise<boolean> {
  const { isPaid: paid } = (await (await askWorker(number, {})).json()) as { isPaid: boolean };
  return paid;
}
