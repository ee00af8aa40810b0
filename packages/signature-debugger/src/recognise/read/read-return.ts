import { browserLinks } from '@yinjian/mmsp';
import type { Title } from '@yinjian/provider-kit';
import type { Reader } from '../problems/collect-problems.ts';
import type { Draft } from './draft.ts';

/** The parameters with which a payer's browser comes back from the gateway [M] 网关 5.5: nothing in them is signed. */
export function readReturn({ source }: Reader): Draft | undefined {
  const link = browserLinks.find(({ name }) => name === 'gateway.readPaymentReturn');
  if (link === undefined || !/[?&]|=/.test(source.text)) return undefined;
  const names = [...source.text.matchAll(/(?:^|[?&])(\w+)=/g)].map(([, name = '']) => name);
  const isReturn =
    names.includes('MERORDERID') && names.every((name) => link.fields.some((one) => one.name === name));
  if (!isReturn) return undefined;
  const { product, title, name: operation, fields } = link;
  return {
    recognised: {
      platform: 'mmsp',
      product,
      operation,
      title,
      direction: 'notification',
      because: [UNSIGNED],
    },
    fields,
  };
}

const UNSIGNED: Title = {
  zh: '前台页面通知的参数没有签名：请以查询或异步通知的结果为准',
  en: 'the parameters of the return page are not signed: rely on a query or on the notification',
};
