import { chapter, detail, inWords, must, step } from './report.ts';
import { showSigned } from './signing-text.ts';
import { NOTIFICATION_PATH, type World } from './world.ts';

/** (b) A quick payment with the code from a text message, notification, query. */
export async function quickPayment(world: World): Promise<void> {
  chapter('(b) A quick payment — MMSP, MD5 over canonical JSON');
  const { mmsp, merchant, sandbox } = world;
  const MERORDERID = '20260101000002';

  step('quickPay.pay: place an order of 12.34 yuan');
  const placed = await mmsp.quickPay.pay({
    MERORDERID,
    AMT: 1234,
    CARDTYPE: '1',
    CARDNO: '6222020000000000000',
    NAME: '张三',
    ID_NO: '110101190001010000',
    PHONENO: '13800138000',
    NOTIFY_URL: merchant.url + NOTIFICATION_PATH,
  });
  showSigned(world.lastRequest(), 'request');
  showSigned(world.lastReply(), 'reply');
  detail('outcome', inWords(placed));
  must('placed is not paid: the outcome is pending', placed.status === 'pending');
  const LIST_ID = placed.status === 'pending' ? (placed.data.LIST_ID ?? '') : '';

  step('quickPay.confirm: hand in the code the payer received');
  const confirmed = await mmsp.quickPay.confirm({ LIST_ID, MSG_CODE: sandbox.payer.smsCode(LIST_ID) });
  showSigned(world.lastRequest(), 'request');
  showSigned(world.lastReply(), 'reply');
  detail('outcome', inWords(confirmed));
  must('the code was right, the payment is under way', confirmed.status === 'pending');

  step('notification: the platform calls NOTIFY_URL');
  const notification = await merchant.waitFor(NOTIFICATION_PATH);
  showSigned(notification.body, 'notification');
  detail('outcome', world.notifications.map(inWords).join(', '));
  must('the notification was verified and says paid', world.notifications.at(-1)?.status === 'succeeded');
  must('it was acknowledged', notification.status === 200 && notification.answer === 'SUCCESS');

  step('quickPay.query: what has become of it');
  const queried = await mmsp.quickPay.query({ MERORDERID });
  showSigned(world.lastRequest(), 'request');
  showSigned(world.lastReply(), 'reply');
  detail('outcome', inWords(queried));
  must('paid, 1234 fen', queried.status === 'succeeded' && queried.data.AMT === 1234);
}
