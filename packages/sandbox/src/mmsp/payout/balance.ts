import { payout } from '@yinjian/mmsp';
import { formatChinaTime } from '@yinjian/protocol-codec';
import { payoutBehaviour } from './behaviour.ts';

/** 账户余额查询: one account. What the table calls a string is one: the JSON text of the list. */
export const balance = payoutBehaviour(payout.balance, ({ world }) => ({
  RETCODE: '0000',
  RETMSG: '交易成功',
  RSPTIME: formatChinaTime(world.now()),
  ACCINFO: JSON.stringify([
    {
      ACCSTATUS: 1,
      BALANCE: world.account.unsettled,
      BALANCEPAY: world.account.available,
      ADVANCEPAY: 0,
      FREEZEBAL: world.account.frozen,
      ISCHARGE: '2',
      MERTYPE: '1',
      CHLNO: '1',
      CHLMERNO: 'sandbox',
      LIMIT_DOWN: '1',
      LIMIT_TOP: '1000000000',
      BEGIN_AT: '000000',
      END_AT: '235959',
      HOLIDAYTYPE: 2,
      SETTLE_AT: 16,
      SETTLE_TYPE: '1',
    },
  ]),
}));
