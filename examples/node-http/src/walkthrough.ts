import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, showNotifications, startProgram } from '@yinjian/example-walkthrough';
import { startSandbox } from '@yinjian/sandbox';
import { createWechatTransitClient } from '@yinjian/wechat-transit';
import { openRides } from './rides.ts';

// A ride on the bus, with the sandbox as the platform and this program as the gate that takes the fare.
const folder = mkdtempSync(join(tmpdir(), 'yinjian-node-http-'));
const database = join(folder, 'rides.sqlite');
const sandbox = await startSandbox({ timeScale: 0.05 });
const merchant = sandbox.merchants.wechatTransit.direct;
const port = await freePort();
const server = await startProgram('node', [`${import.meta.dirname}/main.ts`], {
  port,
  env: {
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE: database,
    WECHAT_APPID: merchant.appid,
    WECHAT_MCH_ID: merchant.mch_id,
    WECHAT_KEY: merchant.key,
  },
});
try {
  sandbox.misbehave({ notification: 'paymentNotice', fault: 'tampered' });
  sandbox.misbehave({ notification: 'paymentNotice', fault: 'duplicate' });

  const client = createWechatTransitClient({ ...merchant, baseUrl: sandbox.urls.wechatTransit });
  const out_trade_no = 'BUS20260101000001';
  const rides = openRides(database);
  rides.add(out_trade_no, 200);
  const outcome = await client.payapply({
    body: '公交代扣',
    out_trade_no,
    total_fee: 200,
    spbill_create_ip: '127.0.0.1',
    notify_url: `${server.url}/wechat/payment-notice`,
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
  console.log(`payapply: ${outcome.status}. Is the ride paid? ${rides.isPaid(out_trade_no)}`);

  console.log('WeChat notifies the server:');
  await showNotifications(sandbox, out_trade_no, 3);
  console.log(`Is the ride paid? ${rides.isPaid(out_trade_no)}`);

  console.log('What the server wrote:');
  for (const line of await server.stop()) console.log(`  ${line}`);
} finally {
  await server.stop();
  await sandbox.close();
  rmSync(folder, { recursive: true });
}
