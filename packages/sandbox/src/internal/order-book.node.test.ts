import { describe, expect, it } from 'vitest';
import { type Order, OrderBook } from './order-book.ts';

const order = (number: number): Order => ({
  merchant: 'm',
  number: String(number),
  platformNumber: `p${number}`,
  amount: 1,
  fields: {},
  placedAt: new Date(0),
  state: 'in-progress',
});

describe('OrderBook', () => {
  it('settles an order once', () => {
    const settled: string[] = [];
    const book = new OrderBook(
      'payout',
      () => new Date(1),
      ({ number, state }) => settled.push(`${number} ${state}`),
    );
    const one = order(1);
    book.add(one);
    book.settle(one);
    book.fail(one, { code: 'x', message: 'y' });
    book.settle(one);
    expect(settled).toEqual(['1 paid']);
    expect(book.records()).toMatchObject([{ state: 'paid', paidAt: new Date(1) }]);
    expect(book.openOrders('1')).toEqual([]);
  });

  it('shows an order to its merchant only', () => {
    const book = new OrderBook('payout', () => new Date(0));
    book.add(order(1));
    expect(book.find('m', '1')).toBe(book.findByPlatformNumber('m', 'p1'));
    expect(book.find('other', '1')).toBeUndefined();
    expect(book.findByPlatformNumber('other', 'p1')).toBeUndefined();
  });

  it('forgets the oldest beyond its capacity', () => {
    const book = new OrderBook('payout', () => new Date(0));
    for (let number = 0; number <= 10_000; number++) book.add(order(number));
    expect(book.records()).toHaveLength(10_000);
    expect(book.find('m', '0')).toBeUndefined();
    expect(book.findByPlatformNumber('m', 'p0')).toBeUndefined();
    expect(book.find('m', '1')).toBeDefined();
  });
});
