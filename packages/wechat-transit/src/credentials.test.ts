import { describe, expect, it } from 'vitest';
import { type Credentials, checkCredentials } from './credentials.ts';
import { everythingVisible } from './internal/fixtures/everything-visible.ts';
import { issuesOf, rejection } from './internal/fixtures/rejection.ts';
import { KEY, partner } from './internal/fixtures/samples.ts';

const refused = async (change: object) =>
  issuesOf(await rejection(() => checkCredentials({ ...partner, ...change })));

describe('checkCredentials', () => {
  it('signs with HMAC-SHA256 unless told otherwise', () => {
    expect(checkCredentials(partner)).toEqual({ ...partner, sign_type: 'HMAC-SHA256' });
    expect(checkCredentials({ ...partner, sign_type: 'MD5' }).sign_type).toBe('MD5');
  });

  it('copies, and keeps nothing else', () => {
    const options = { ...partner, mode: 'partner' as Credentials['mode'], hooks: {} };
    const checked = checkCredentials(options);
    options.mode = 'direct';
    expect(checked).toEqual({ ...partner, sign_type: 'HMAC-SHA256' });
  });

  it.each([
    ['mode', 'agent'],
    ['mode', undefined],
    ['appid', ''],
    ['appid', 'wx cbda'],
    ['appid', 'w'.repeat(33)],
    ['mch_id', 10_000_098],
    ['mch_id', undefined],
    ['key', undefined],
    ['key', ''],
    ['key', KEY.slice(1)],
    ['key', `${KEY}0`],
    ['key', `${KEY}\n`],
    ['key', ` ${KEY.slice(1)}`],
    ['key', `${KEY.slice(1)}é`],
    ['sign_type', 'md5'],
    ['sign_type', ''],
    ['sign_type', null],
  ])('refuses the %s %j', async (path, value) => {
    expect(await refused({ [path]: value })).toEqual([`${path} invalid_value`]);
  });

  it('names every mistake at once', async () => {
    expect(await refused({ mode: 1, appid: 2, mch_id: 3, key: 4, sign_type: 5 })).toEqual([
      'mode invalid_value',
      'sign_type invalid_value',
      'appid invalid_value',
      'mch_id invalid_value',
      'key invalid_value',
    ]);
  });

  it('refuses what is misspelt, and takes the options of a client', async () => {
    expect(await refused({ signtype: 'MD5' })).toEqual(['signtype unknown_field']);
    expect(await refused({ sign_type: 1, fetch, baseUrl: '' })).toEqual(['sign_type invalid_value']);
  });

  it.each([undefined, null, 'options'])('refuses %j', async (options) => {
    const error = await rejection(() => checkCredentials(options as unknown as Credentials));
    expect(issuesOf(error)).toEqual([' wrong_type']);
  });

  it('shows no part of a key it refuses', async () => {
    const key = `${KEY}CANARY`;
    const error = await rejection(() => checkCredentials({ ...partner, key, appid: '' }));
    expect(everythingVisible(error)).not.toMatch(/192006250b4c|CANARY/);
  });
});
