import { untilFinal } from '@yinjian/mmsp';
import { chapter, detail, inWords, must, step } from './report.ts';
import { showSealed } from './signing-text.ts';
import { OFTEN, type World } from './world.ts';

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
  showSealed(world.lastRequest(), 'request', world.lastFields());
  showSealed(world.lastReply(), 'reply');
  detail('outcome', inWords(paid));
  must('in progress is not paid: the outcome is pending', paid.status === 'pending');

  step('payout.query: until it is final');
  const queried = await untilFinal((options) => mmsp.payout.query({ ORDERNO }, options), OFTEN);
  showSealed(world.lastRequest(), 'request', world.lastFields());
  showSealed(world.lastReply(), 'reply');
  detail('outcome', inWords(queried));
  must(
    'paid, 100 fen, and signed by the platform',
    queried.status === 'succeeded' && queried.data.AMT === 100 && queried.authenticated,
  );
}
