import { chapter, detail, inWords, must, step } from './report.ts';
import { untilFinal, type World } from './world.ts';

/** (c) A payout, encrypted and signed: in progress → query → paid. */
export async function payout(world: World): Promise<void> {
  chapter('(c) A payout — MMSP, RSA-1024: encrypted for the platform, SHA1withRSA by the merchant');
  const { mmsp } = world;
  const ORDERNO = '20260101000003';

  step('payout.pay: pay out 1.00 yuan');
  const paid = await mmsp.payout.pay({
    ORDERNO,
    AMT: 100,
    BUSITYPE: '001',
    ACCNAME: '张三',
    ACCNO: '6225123456781234',
    ACCTYPE: '0',
    MOBILE: '13800138000',
    BANKNAME: '招商银行',
    MEMO: '代付',
  });
  const { ENCRYPT, SIGN } = JSON.parse(world.lastRequest()) as { ENCRYPT: string; SIGN: string };
  detail('signing text', JSON.stringify(world.lastFields()));
  detail(
    'ENCRYPT',
    `${ENCRYPT.slice(0, 48)}… (${Buffer.from(ENCRYPT, 'base64').length / 128} blocks of 128 bytes)`,
  );
  detail('SIGN', `${SIGN.slice(0, 48)}…`);
  detail('outcome', inWords(paid));
  must('in progress is not paid: the outcome is pending', paid.status === 'pending');

  step('payout.query: until it is final');
  const queried = await untilFinal(() => mmsp.payout.query({ ORDERNO }));
  detail('outcome', inWords(queried));
  must(
    'paid, 100 fen, and signed by the platform',
    queried.status === 'succeeded' && queried.data.AMT === 100 && queried.authenticated,
  );
}
