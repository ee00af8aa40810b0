import { describe, expect, it } from 'vitest';
import { type Order, OrderBook } from './order-book.ts';

const declined = { code: 'x', message: 'y' };

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
    const book = new OrderBook('payout', () => new Date(1), {
      declined,
      onSettled: ({ number, state }) => void settled.push(`${number} ${state}`),
    });
    const one = order(1);
    book.add(one);
    book.settle(one);
    book.fail(one, declined);
    book.settle(one);
    expect(settled).toEqual(['1 paid']);
    expect(book.records()).toMatchObject([{ state: 'paid', paidAt: new Date(1) }]);
    expect(book.openOrders('1')).toEqual([]);
  });

  it('gives a paid order back once, where it is given back at all', () => {
    let money = 1;
    const takeBack = ({ amount }: Order) => money >= amount && ((money -= amount), true);
    const book = new OrderBook('quickPay', () => new Date(1), { declined, takeBack });
    const one = order(1);
    book.add(one);
    expect(book.paidOrders('1')).toEqual([]);
    book.settle(one);
    money = 0;
    expect(book.paidOrders('1').map((paid) => paid.refund())).toEqual([false]);
    expect(one.state).toBe('paid');
    money = 1;
    expect(book.paidOrders('p1').map((paid) => paid.refund())).toEqual([true]);
    expect([one.state, money, book.paidOrders('1')]).toEqual(['refunded', 0, []]);

    const payouts = new OrderBook('payout', () => new Date(1), { declined });
    const two = order(2);
    payouts.add(two);
    payouts.settle(two);
    expect(payouts.paidOrders('2')).toEqual([]);
  });

  it('shows an order to its merchant only', () => {
    const book = new OrderBook('payout', () => new Date(0), { declined });
    book.add(order(1));
    expect(book.find('m', '1')).toBe(book.findByPlatformNumber('m', 'p1'));
    expect(book.find('other', '1')).toBeUndefined();
    expect(book.findByPlatformNumber('other', 'p1')).toBeUndefined();
  });

  it('forgets the oldest beyond its capacity', () => {
    const book = new OrderBook('payout', () => new Date(0), { declined });
    for (let number = 0; number <= 10_000; number++) book.add(order(number));
    expect(book.records()).toHaveLength(10_000);
    expect(book.find('m', '0')).toBeUndefined();
    expect(book.findByPlatformNumber('m', 'p0')).toBeUndefined();
    expect(book.find('m', '1')).toBeDefined();
  });
});
