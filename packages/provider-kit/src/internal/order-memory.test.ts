import { describe, expect, it } from 'vitest';
import { text } from '../field-kinds.ts';
import type { Operation } from '../operation.ts';
import { everythingVisible } from './fixtures/everything-visible.ts';
import { issuesOf, rejection } from './fixtures/rejection.ts';
import { ask, place, undo } from './fixtures/sample-operations.ts';
import { OrderMemory } from './order-memory.ts';

const order = { order: 'A1', amount: '888', card: '6222020200112233445', nonce: 'N1' };

describe('OrderMemory', () => {
  it('lets the very same parameters through again, whatever the nonce', () => {
    const memory = new OrderMemory();
    memory.claim(place, order);
    expect(() => memory.claim(place, { ...order, nonce: 'N2' })).not.toThrow();
  });

  it.each([
    { ...order, amount: '889' },
    { ...order, card: '6222020200112233446' },
    { ...order, owner: 'x' },
    { order: 'A1', amount: '888', nonce: 'N1' },
  ])('refuses the number with other parameters: %#', async (other) => {
    const memory = new OrderMemory();
    memory.claim(place, order);
    const error = await rejection(() => memory.claim(place, other));
    expect(error.code).toBe('order_number_reused');
    expect(issuesOf(error)).toEqual(['order conflict']);
    expect(everythingVisible(error)).not.toMatch(/62220202|A1|888|N1/);
    // The refused parameters have not become those of the order.
    expect(() => memory.claim(place, order)).not.toThrow();
  });

  it('knows a repeat of an order that may have happened', () => {
    const memory = new OrderMemory();
    const first = memory.claim(place, order);
    expect(first.isRepeat).toBe(false);
    const second = memory.claim(place, order);
    expect(second.isRepeat).toBe(true);
    second.failed();
    expect(memory.claim(place, order).isRepeat).toBe(true);
  });

  it('starts anew after an order that is known to have failed', () => {
    const memory = new OrderMemory();
    memory.claim(place, order).failed();
    expect(memory.claim(place, order).isRepeat).toBe(false);
  });

  it('knows which operation placed an order', () => {
    const memory = new OrderMemory();
    memory.claim(place, order);
    expect(memory.find(ask, { order: 'A1' })?.operation).toBe('sample.place');
    for (const fields of [{ order: 'A2' }, { receipt: 'A1' }])
      expect(memory.find(ask, fields)).toBeUndefined();
  });

  it('knows an order of which nothing but refusals is known', () => {
    const memory = new OrderMemory();
    const wasRefused = () => memory.find(ask, { order: 'A1' })?.wasRefused;
    for (const _ of [1, 2]) {
      const claim = memory.claim(place, order);
      expect(wasRefused()).toBe(false);
      claim.refused();
      expect(wasRefused()).toBe(true);
    }
    memory.claim(place, order);
    memory.claim(place, order).refused();
    expect(wasRefused()).toBe(false);
  });

  it('does not know of refusals where another may have sent the order before', () => {
    const memory = new OrderMemory();
    memory.claim(place, order, true).refused();
    expect(memory.find(ask, { order: 'A1' })?.wasRefused).toBe(false);
  });

  it('tells numbers of orders from numbers of refunds', () => {
    const memory = new OrderMemory();
    memory.claim(place, order);
    const refund: Operation = { ...place, orderField: 'refund' };
    expect(() => memory.claim(refund, { ...order, refund: 'A1' })).not.toThrow();
  });

  it('lets through what differs from attempt to attempt', async () => {
    const memory = new OrderMemory();
    const code = { ...text({ en: 'x', zh: '某' }), perAttempt: true };
    const operation: Operation = { ...place, request: { fields: { ...place.request.fields, code } } };
    memory.claim(operation, { order: 'A1', amount: '888', code: '123456' });
    expect(() => memory.claim(operation, { order: 'A1', amount: '888', code: '654321' })).not.toThrow();
    const error = await rejection(() =>
      memory.claim(operation, { order: 'A1', amount: '1', code: '654321' }),
    );
    expect(error.code).toBe('order_number_reused');
  });

  it('is not deceived by values that look like further fields', async () => {
    const memory = new OrderMemory();
    memory.claim(place, { order: 'A1', address: '1&detail=2' });
    expect(
      (await rejection(() => memory.claim(place, { order: 'A1', address: '1', detail: '2' }))).code,
    ).toBe('order_number_reused');
  });

  it('takes another operation for another parameter', async () => {
    const memory = new OrderMemory();
    memory.claim(place, order);
    const other: Operation = { ...place, name: 'sample.placeOtherwise' };
    expect((await rejection(() => memory.claim(other, order))).code).toBe('order_number_reused');
  });

  it('watches only over numbers of orders that are created', () => {
    const memory = new OrderMemory();
    for (const operation of [ask, undo]) {
      memory.claim(operation, { order: 'A1' });
      expect(() => memory.claim(operation, { order: 'A1', receipt: '2' })).not.toThrow();
    }
    const { orderField: _, ...nameless } = place;
    for (const operation of [nameless, place]) {
      memory.claim(operation, { amount: '1' });
      expect(() => memory.claim(operation, { amount: '2' })).not.toThrow();
    }
  });

  it('shares nothing with another memory', () => {
    new OrderMemory().claim(place, order);
    expect(() => new OrderMemory().claim(place, { ...order, amount: '1' })).not.toThrow();
  });

  it('forgets the oldest of more than ten thousand orders, not one that was repeated', async () => {
    const memory = new OrderMemory();
    const claim = (number: number, amount = '1') => memory.claim(place, { order: `A${number}`, amount });
    for (let number = 0; number < 10_000; number++) claim(number);
    claim(0);
    claim(10_000);
    expect((await rejection(() => claim(0, '2'))).code).toBe('order_number_reused');
    expect((await rejection(() => claim(2, '2'))).code).toBe('order_number_reused');
    expect(() => claim(1, '2')).not.toThrow();
  });
});
