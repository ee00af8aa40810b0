import { payout } from '@yinjian/mmsp';
import { formatChinaTime } from '@yinjian/protocol-codec';
import { refusal } from '../../internal/refusal.ts';
import { payoutBehaviour } from './behaviour.ts';
import { PAY_STATES } from './order.ts';

/** 单笔代付结果查询. Writes the fields that the table calls int as bare numbers. */
export const query = payoutBehaviour(payout.query, ({ fields, operation, orders, world }) => {
  const { MERNO, ORDERNO, BSORDERNO } = fields;
  const order =
    ORDERNO === undefined ? orders.findByPlatformNumber(MERNO, BSORDERNO ?? '') : orders.find(MERNO, ORDERNO);
  if (order === undefined) return refusal(operation, ORDERNO === undefined ? '1029' : '1028');
  if (BSORDERNO !== undefined && BSORDERNO !== order.platformNumber) return refusal(operation, '1029');
  const { ACCNAME, ACCNO, BUSITYPE, MEMO, MOBILE, BANKNAME, BANKBRANCHNAME } = order.fields;
  const { PAYSTATE, DESC } = PAY_STATES[order.state];
  return {
    MERNO,
    ORDERNO: order.number,
    BSORDERNO: order.platformNumber,
    PAYSTATE: Number(PAYSTATE),
    DESC,
    AMT: order.amount,
    CURTYPE: 1,
    ACCNAME,
    ACCNO,
    BUSITYPE,
    MEMO,
    RSPTIME: formatChinaTime(world.now()),
    MOBILE,
    BANKNAME,
    BANKBRANCHNAME,
  };
});
