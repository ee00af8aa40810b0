import { formatChinaTime } from '@yinjian/protocol-codec';
import type { Order, OrderBook } from '../../internal/order-book.ts';
import type { EnvelopeCaller, ReplyRow } from './behaviour.ts';

interface BatchFields {
  readonly START_DATE: string;
  readonly END_DATE: string;
  readonly PERPAGE?: string;
  readonly PAGE: string;
}

/** One page of the orders of a merchant that were paid in a stretch of time, the first that was paid first. */
export function batchReply<O extends Order>(
  { START_DATE, END_DATE, PERPAGE = '10', PAGE }: BatchFields,
  orders: OrderBook<O>,
  { MERNO }: EnvelopeCaller,
  rowOf: (order: O) => ReplyRow,
) {
  const from = START_DATE.padEnd(10, '0');
  const to = END_DATE.padEnd(10, '9');
  const paid = orders
    .all(MERNO)
    .filter(({ state, paidAt }) => {
      if (state !== 'paid' || paidAt === undefined) return false;
      const hour = formatChinaTime(paidAt).slice(0, 10);
      return from <= hour && hour <= to;
    })
    .toSorted((one, other) => Number(one.paidAt) - Number(other.paidAt));
  const size = Number(PERPAGE);
  const start = (Number(PAGE) - 1) * size;
  const rows = paid.slice(start, start + size).map(rowOf);
  const totals = {
    PERPAGE,
    PAGE,
    TOTAL_NUM: String(paid.length),
    TOTAL_PAGE: String(Math.ceil(paid.length / size)),
  };
  if (rows.length === 0)
    return { STATUS: '0', ERRCODE: '00', ERRMSG: '未找到数据', BIZ_CONTENT: [], ...totals };
  return { STATUS: '1', BIZ_CONTENT: rows, ...totals };
}
