import { startSandbox } from '@yinjian/sandbox';

/** Keeps the sandbox up until interrupted, and prints what is needed to try it. */
export async function serve(port: number): Promise<void> {
  const sandbox = await startSandbox({ port, log: (line) => console.log(line) });
  const { wechatTransit, mmsp } = sandbox.merchants;
  console.log(`
The sandbox is up. Everything below is test data; press Ctrl-C to stop.

WeChat transit   ${sandbox.urls.wechatTransit}
  partner        appid ${wechatTransit.partner.appid}  mch_id ${wechatTransit.partner.mch_id}  sub_mch_id ${wechatTransit.partner.sub_mch_id}
                 key ${wechatTransit.partner.key}
  direct         appid ${wechatTransit.direct.appid}  mch_id ${wechatTransit.direct.mch_id}
                 key ${wechatTransit.direct.key}

MMSP quick pay   ${sandbox.urls.quickPay}
MMSP payouts     ${sandbox.urls.payout}
  merchant       MERNO ${mmsp.MERNO}  TERMNO ${mmsp.TERMNO}
                 md5Key ${mmsp.md5Key}

Platform public key (encrypt payouts, verify replies)
${sandbox.platformPublicKeyPem}
Merchant private key (sign payouts, decrypt replies)
${mmsp.privateKeyPem}`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await sandbox.close();
}
