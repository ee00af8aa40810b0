import { CodecError } from '@yinjian/protocol-codec';
import { describe, expect, it } from 'vitest';
import { createBuilder } from './builder.ts';
import { issuesOf, rejection, thrown } from './internal/fixtures/rejection.ts';
import { place } from './internal/fixtures/sample-operations.ts';

const order = { order: 'A1', amount: 888, card: '6222', kind: 'SHOP', detail: 'x' } as const;

const context = { now: () => new Date(0), nonce: () => 'N1' };
const builder = () =>
  createBuilder(context, {
    provided: () => ({ merchant: 'M1' }),
    build: (_, fields) => ({
      method: 'POST',
      url: 'https://platform.example/',
      headers: {},
      body: JSON.stringify(fields),
    }),
  });

describe('createBuilder', () => {
  it('checks and builds, with what the caller does not give', async () => {
    const { url, body } = await builder()(place, order);
    expect(url).toBe('https://platform.example/');
    expect(JSON.parse(body)).toEqual({ ...order, merchant: 'M1', nonce: 'N1', amount: '888' });
  });

  it('names every mistake', async () => {
    const input = { ...order, amount: '1', card: 'x', extra: 1 };
    expect(issuesOf(await rejection(() => builder()(place, input as never)))).toEqual([
      'extra unknown_field',
      'amount wrong_type',
      'card invalid_value',
    ]);
  });

  it('builds an order number again with the same parameters, and with no others', async () => {
    const build = builder();
    await build(place, order);
    await build(place, { ...order, nonce: 'N2' });
    expect((await rejection(() => build(place, { ...order, amount: 889 }))).code).toBe('order_number_reused');
  });

  it('remembers nothing of what could not be built', async () => {
    let refuses = true;
    const build = createBuilder(context, {
      provided: () => ({}),
      build: async () => {
        if (refuses) throw new CodecError('lone_surrogate', 'detail');
        return { method: 'POST', url: '', headers: {}, body: '' };
      },
    });
    expect(issuesOf(await rejection(() => build(place, order)))).toEqual(['detail invalid_value']);
    refuses = false;
    await build(place, { ...order, amount: 889 });
  });

  it('blames the configuration for what the wire throws', async () => {
    const failure = new TypeError('broken');
    const build = createBuilder(context, {
      provided: () => ({}),
      build: () => {
        throw failure;
      },
    });
    expect(await thrown(() => build(place, order))).toMatchObject({ code: 'invalid_configuration' });
  });
});
