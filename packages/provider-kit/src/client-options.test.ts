import { describe, expect, it } from 'vitest';
import {
  type ClientOptions,
  functionIssues,
  misspeltOptions,
  resolveClientOptions,
} from './client-options.ts';
import { issuesOf, rejection } from './internal/fixtures/rejection.ts';

describe('resolveClientOptions', () => {
  it('has a default for everything but the certificate', () => {
    const resolved = resolveClientOptions({});
    expect(resolved).toMatchObject({
      certificateFetch: undefined,
      deadlineSeconds: 15,
      maxReplyBytes: 1_048_576,
      hooks: {},
    });
    expect(resolved.now()).toBeInstanceOf(Date);
    expect(resolved.nonce()).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(resolved.nonce()).not.toBe(resolved.nonce());
  });

  it('takes what is given', async () => {
    const given = {
      fetch: async () => new Response('given'),
      certificateFetch: async () => new Response('certificate'),
      deadlineSeconds: 0.5,
      maxReplyBytes: 1,
      clock: () => new Date(0),
      nonce: () => 'N',
    };
    const resolved = resolveClientOptions(given);
    expect(resolved).toMatchObject({ deadlineSeconds: 0.5, maxReplyBytes: 1 });
    expect(await (await resolved.fetch('', {})).text()).toBe('given');
    expect(await (await resolved.certificateFetch?.('', {}))?.text()).toBe('certificate');
    expect(resolved.now().getTime()).toBe(0);
    expect(resolved.nonce()).toBe('N');
  });

  it('names everything that is unusable at once', async () => {
    const options = {
      fetch: 'fetch',
      certificateFetch: {},
      deadlineSeconds: '15',
      maxReplyBytes: 0.5,
      clock: new Date(),
      nonce: 'N',
      hooks: { onRequest: 1, onOutcome: null },
    } as unknown as ClientOptions;
    expect(issuesOf(await rejection(() => resolveClientOptions(options)))).toEqual([
      'fetch wrong_type',
      'certificateFetch wrong_type',
      'clock wrong_type',
      'nonce wrong_type',
      'hooks.onRequest wrong_type',
      'hooks.onOutcome wrong_type',
      'deadlineSeconds invalid_value',
      'maxReplyBytes invalid_value',
    ]);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 3600.1, null])(
    'refuses a deadline of %s',
    async (deadlineSeconds) => {
      const options = { deadlineSeconds } as unknown as ClientOptions;
      expect(issuesOf(await rejection(() => resolveClientOptions(options)))).toEqual([
        'deadlineSeconds invalid_value',
      ]);
    },
  );

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '1'])(
    'refuses a cap of %s',
    async (maxReplyBytes) => {
      const options = { maxReplyBytes } as unknown as ClientOptions;
      expect(issuesOf(await rejection(() => resolveClientOptions(options)))).toEqual([
        'maxReplyBytes invalid_value',
      ]);
    },
  );

  it('refuses hooks of which it would call none', async () => {
    for (const hooks of [{ onRequst: () => {} }, 'onRequest', [() => {}]]) {
      const options = { hooks } as unknown as ClientOptions;
      expect(issuesOf(await rejection(() => resolveClientOptions(options)))).toEqual(['hooks unknown_field']);
    }
    expect(resolveClientOptions({ hooks: {} }).hooks).toEqual({});
  });

  it('keeps the hooks it was given, as methods of their object', () => {
    class Log {
      lines = 0;
      onRequest() {
        this.lines++;
      }
    }
    const log = new Log();
    const options = { hooks: log };
    const { hooks } = resolveClientOptions(options);
    log.onRequest = () => {
      throw new Error('replaced');
    };
    hooks.onRequest?.({ operation: '', url: '', fields: {}, warnings: [] });
    expect(log.lines).toBe(1);
    expect('onOutcome' in hooks).toBe(false);
  });
});

describe('misspeltOptions', () => {
  it('names what nobody reads', () => {
    expect(misspeltOptions({ url: 'x', ulr: 'y', Url: 'z' }, ['url'])).toEqual([
      { path: 'ulr', code: 'unknown_field', message: 'is not an option' },
      { path: 'Url', code: 'unknown_field', message: 'is not an option' },
    ]);
    expect(misspeltOptions({}, [])).toEqual([]);
  });

  it.each([null, 7, 'url'])('refuses %j in the place of options', (options) => {
    expect(misspeltOptions(options as unknown as object, ['url'])).toEqual([
      { path: 'options', code: 'wrong_type', message: 'must be an object' },
    ]);
  });
});

describe('functionIssues', () => {
  it('names what is given and is no function', () => {
    expect(functionIssues({ a: () => {}, b: undefined, c: null, d: 'f' })).toEqual([
      { path: 'c', code: 'wrong_type', message: 'must be a function' },
      { path: 'd', code: 'wrong_type', message: 'must be a function' },
    ]);
  });
});
