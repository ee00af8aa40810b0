import { type Sandbox, startSandbox } from '@yinjian/sandbox';
import { startDebuggerPage } from './debugger-page.ts';
import { interrupted } from './interrupted.ts';

/** Keeps the sandbox up until interrupted, and prints what is needed to try it. */
export async function serve(port: number): Promise<void> {
  let sandbox: Sandbox | undefined;
  const log = (line: string) => {
    console.log(line);
    if (sandbox !== undefined) showTextMessages(sandbox);
  };
  try {
    sandbox = await startSandbox({ port, log });
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    console.error(code === 'EADDRINUSE' ? `Port ${port} is in use; choose another with --port` : message);
    process.exitCode = 1;
    return;
  }
  const debuggerPage = await startDebuggerPage();
  // Before it is announced: whoever reads that may press Ctrl-C at once.
  const untilInterrupted = interrupted();
  introduce(sandbox, debuggerPage.url);
  await untilInterrupted;
  await debuggerPage.close();
  await sandbox.close();
}

const shown = new Set<string>();

/** What would reach the payer's phone: somebody has to type it. */
function showTextMessages({ orders, payer }: Sandbox): void {
  for (const { product, state, number, platformNumber } of orders) {
    if (product !== 'quickPay' || state !== 'placed' || shown.has(platformNumber)) continue;
    shown.add(platformNumber);
    console.log(`  text message to the payer of ${number}: ${payer.smsCode(platformNumber)}`);
  }
}

function introduce(
  { merchants: { wechatTransit, mmsp }, urls, platformPublicKeyPem }: Sandbox,
  debuggerUrl: string,
): void {
  console.log(`
The sandbox is up, in real time. Everything below is test data. packages/sandbox/README.md lists what makes an order
fail and what else can be tried. Press Ctrl-C to stop.

WeChat transit   ${urls.wechatTransit}
  partner        appid ${wechatTransit.partner.appid}  mch_id ${wechatTransit.partner.mch_id}  sub_mch_id ${wechatTransit.partner.sub_mch_id}
                 key ${wechatTransit.partner.key}
  direct         appid ${wechatTransit.direct.appid}  mch_id ${wechatTransit.direct.mch_id}
                 key ${wechatTransit.direct.key}

MMSP quick pay   ${urls.quickPay}
MMSP scan pay    ${urls.scanPay}
MMSP gateway     ${urls.gateway}
MMSP payouts     ${urls.payout}
  merchant       MERNO ${mmsp.MERNO}  TERMNO ${mmsp.TERMNO}
                 md5Key ${mmsp.md5Key}

Why is a signature wrong? Open the signature debugger in a browser on this machine:
                 ${debuggerUrl}

Platform public key (encrypt payouts, verify replies)
${platformPublicKeyPem}
Merchant private key (sign payouts, decrypt replies)
${mmsp.privateKeyPem}`);
}
