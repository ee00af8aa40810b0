import { optional, text } from '@yinjian/provider-kit';
import { bankChannels } from './bank-channels.ts';

export {
  AMT,
  ERRCODE,
  ERRMSG,
  JUMP_URL,
  LIST_ID,
  MERORDERID,
  NOTIFY_DATE,
  NOTIFY_URL,
  PAY_DATE,
  ROW_STATUS,
  STATUS,
} from '../envelope/order-fields.ts';

/** Open: the codes of the production system are not in the table [M] 网关 8.1.1. */
export const PAY_CHANNEL = {
  ...text(
    { zh: '银行通道编码', en: 'Bank channel' },
    { maxLength: 50, pattern: [/^[\w-]+$/, 'must be letters, digits, hyphens and underscores'] },
  ),
  values: bankChannels,
};
export const GOODSNAME = optional(text({ zh: '商品名称', en: 'Goods' }, { maxLength: 32 }));
export const REMARK = optional(text({ zh: '备注信息', en: 'Remark' }, { maxLength: 255 }));
