import { describe, expect, it } from 'vitest';
import { openOrders } from '../../examples/hono-node/src/orders.ts';
import { openRides } from '../../examples/node-http/src/rides.ts';

describe('the orders of the example for Hono', () => {
  it('are paid once, however often it is told', () => {
    const orders = openOrders(':memory:');
    const { number } = orders.place(1280);
    expect(orders.find(number)?.paidAt).toBeNull();
    expect([orders.markPaid(number, 1280), orders.markPaid(number, 1280)]).toEqual([true, false]);
    expect(orders.find(number)?.paidAt).toMatch(/^\d{4}-/);
  });

  it('are not paid by another amount, nor where they do not exist', () => {
    const orders = openOrders(':memory:');
    const { number } = orders.place(1280);
    expect(() => orders.markPaid(number, 1)).toThrow(`paid 1 fen for ${number}, not 1280`);
    expect(() => orders.markPaid('0', 1280)).toThrow('there is no order 0');
    expect(orders.find(number)?.paidAt).toBeNull();
  });
});

describe('the rides of the example for plain Node', () => {
  type Notice = Parameters<ReturnType<typeof openRides>['record']>[0];
  const notice = (id: string, changes: object = {}) =>
    ({
      status: 'succeeded',
      kind: 'payment',
      id,
      authenticated: true,
      data: { out_trade_no: 'BUS1', total_fee: 200 },
      ...changes,
    }) as unknown as Notice;

  it('take each notice once, and the repayment under the same number for another', () => {
    const rides = openRides(':memory:');
    rides.add('BUS1', 200);
    expect([rides.record(notice('a')), rides.record(notice('a'))]).toEqual([true, false]);
    expect(rides.isPaid('BUS1')).toBe(true);
    expect(rides.record(notice('b', { kind: 'repayment' }))).toBe(true);
  });

  it('stay unpaid by a failed deduction', () => {
    const rides = openRides(':memory:');
    rides.add('BUS1', 200);
    expect(rides.record(notice('a', { status: 'failed' }))).toBe(true);
    expect(rides.isPaid('BUS1')).toBe(false);
  });

  it('store nothing of a notice with another fare: the next one like it is refused as well', () => {
    const rides = openRides(':memory:');
    rides.add('BUS1', 300);
    for (let time = 0; time < 2; time++) expect(() => rides.record(notice('a'))).toThrow('another fare');
    expect(rides.isPaid('BUS1')).toBe(false);
  });
});
