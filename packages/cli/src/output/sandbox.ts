import type { Sandbox } from '@yinjian/sandbox';
import type { Context } from '../context.ts';
import { style } from './style.ts';
import { columns } from './table.ts';

/** What is needed to try a sandbox that is up. */
export function sandboxInWords(
  { merchants, urls, platformPublicKeyPem }: Sandbox,
  { say }: Context,
): string[] {
  const { wechatTransit, mmsp } = merchants;
  const { partner, direct } = wechatTransit;
  const heading = (en: string, zh: string) => ['', style('bold', say({ en, zh }))];
  const origin = new URL(urls.wechatTransit).origin;
  return [
    say({
      en: 'The sandbox is up, in real time unless --time-scale says otherwise. Everything below is test data.',
      zh: '沙箱已启动。以下均为测试数据。',
    }),
    `yinjian call querystate openid=o1 --sandbox ${origin}`,
    ...heading('WeChat Pay transit deduction', '微信支付公交地铁代扣'),
    ...columns([
      ['baseUrl', urls.wechatTransit],
      [
        'partner',
        `appid ${partner.appid}  mch_id ${partner.mch_id}  sub_mch_id ${partner.sub_mch_id}  key ${partner.key}`,
      ],
      ['direct', `appid ${direct.appid}  mch_id ${direct.mch_id}  key ${direct.key}`],
    ]),
    ...heading('MMSP', 'MMSP'),
    ...columns([
      ['quickPay', urls.quickPay],
      ['scanPay', urls.scanPay],
      ['gateway', urls.gateway],
      ['payout', urls.payout],
      ['merchant', `MERNO ${mmsp.MERNO}  TERMNO ${mmsp.TERMNO}  md5Key ${mmsp.md5Key}`],
    ]),
    ...heading("The platform's public key, for payouts", '平台公钥（代付）'),
    platformPublicKeyPem.trimEnd(),
    ...heading("The merchant's private key, for payouts", '商户私钥（代付）'),
    mmsp.privateKeyPem.trimEnd(),
    '',
    style('dim', say({ en: 'Ctrl-C ends it.', zh: '按 Ctrl-C 结束。' })),
  ];
}
