import { code } from '@yinjian/provider-kit';

const title = { zh: '交易类型', en: 'How it is paid' };
const scan = { zh: '正扫', en: 'The payer scans a code' };

/** `TRADETYPE` where the payer can only scan. */
export const scanOnly = code(title, { '1': scan }, { maxLength: 1 });

/** `TRADETYPE` of WeChat. */
export const wechatTradeType = code(
  title,
  {
    '1': scan,
    '2': { zh: '公众号支付', en: 'In an official account or a mini program' },
  },
  { maxLength: 1 },
);

/** `TRADETYPE` of Alipay and QQ. */
export const windowTradeType = code(
  title,
  {
    '1': scan,
    '2': { zh: '服务窗', en: "In the wallet's own page" },
  },
  { maxLength: 1 },
);
