import { describe, expect, it } from 'vitest';
import { describeReply } from './describe-fields.ts';
import { fen, text } from './field-kinds.ts';
import { relied } from './field-use.ts';
import { list } from './list-field.ts';
import { decodeReplyFields } from './reply-fields.ts';

const title = { en: 'x', zh: '某' };
const orders = list(title, {
  number: relied(text(title, { aliases: ['nunber'] })),
  amount: fen(title),
  card: text(title, { sensitive: true }),
});
const read = (value: unknown) => decodeReplyFields({ orders: relied(orders) }, { orders: value as never });
const rows = (value: unknown) => (read(value).data.orders ?? []).map((row) => ({ ...row }));

describe('list', () => {
  it('reads each row by its table, keeping what no table lists', () => {
    expect(rows([{ number: '1', amount: '12', extra: 'x' }, { nunber: '2' }])).toEqual([
      { number: '1', amount: 12, extra: 'x' },
      { number: '2' },
    ]);
  });

  it('reads rows that lack a field, or have one that cannot be read', () => {
    expect(rows([{}, { amount: 'x', number: null, card: '' }])).toEqual([{}, {}]);
  });

  it('takes a single row without a list around it', () => {
    expect(rows({ number: '1' })).toEqual([{ number: '1' }]);
  });

  it.each([[[]], [{}]])('is empty: %j', (value) => {
    expect(read(value)).toMatchObject({ ok: true, data: { orders: [] } });
  });

  it.each(['text', '[]', true, ['1'], [null], [{ number: '1' }, []], [[{ number: '1' }]]])(
    'reads nothing where anything but rows stands there: %j',
    (value) => {
      expect(read(value)).toMatchObject({ ok: false, missing: ['orders'] });
    },
  );

  it('is sensitive when a row is, and describes its rows', () => {
    expect(orders.sensitive).toBe(true);
    expect(list(title, { number: text(title) }).sensitive).toBe(false);
    expect(describeReply({ orders })).toMatchObject([
      { name: 'orders', type: 'list', fields: [{ name: 'number' }, { name: 'amount' }, { name: 'card' }] },
    ]);
  });
});
