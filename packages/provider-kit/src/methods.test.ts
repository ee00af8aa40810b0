import { describe, expect, it } from 'vitest';
import { RequestError } from './errors.ts';
import { rejection } from './internal/fixtures/rejection.ts';
import { ask, place } from './internal/fixtures/sample-operations.ts';
import { sampleCaller } from './internal/fixtures/sample-wire.ts';
import { createMethods } from './methods.ts';

const paid = { order: 'A1', state: 'PAID', amount: 888 };
const order = { order: 'A1', amount: 888, card: '6222', kind: 'SHOP', detail: 'tea' } as const;

describe('createMethods', () => {
  it('has a method for each definition, under its name, and nothing else', () => {
    const { call } = sampleCaller(paid);
    expect(Object.keys(createMethods(call, { ask, renamed: place }))).toEqual(['ask', 'renamed']);
  });

  it('calls the operation of the name', async () => {
    const { call, sent } = sampleCaller(paid);
    const methods = createMethods(call, { ask, renamed: place });
    const succeeded = { status: 'succeeded', data: paid, authenticated: true };
    expect(await methods.renamed(order)).toEqual(succeeded);
    expect(await methods.ask({ receipt: 'R1' })).toEqual(succeeded);
    expect(sent.map(({ url }) => url)).toEqual([
      'https://platform.example/sample.place',
      'https://platform.example/sample.ask',
    ]);
    expect(sent[1]?.fields).toEqual({ receipt: 'R1' });
  });

  it('rejects as a call does, and hands on the options', async () => {
    const { call, sent } = sampleCaller(paid);
    const methods = createMethods(call, { ask });
    expect(await rejection(() => methods.ask({} as never))).toBeInstanceOf(RequestError);
    const reason = new Error('no longer wanted');
    const signal = AbortSignal.abort(reason);
    await expect(methods.ask({ order: 'A1' }, { signal })).rejects.toBe(reason);
    expect(sent).toEqual([]);
  });
});
