import { describe, expect, it } from 'vitest';
import { checkBaseUrl } from './base-url.ts';
import { issuesOf, rejection } from './fixtures/rejection.ts';

describe('checkBaseUrl', () => {
  it.each([
    [undefined, 'https://api.mch.weixin.qq.com'],
    ['https://api2.mch.weixin.qq.com', 'https://api2.mch.weixin.qq.com'],
    ['https://proxy.example/wechat/', 'https://proxy.example/wechat'],
    ['http://127.0.0.1:8787//', 'http://127.0.0.1:8787'],
  ])('of %s is %s', (given, used) => {
    expect(checkBaseUrl(given)).toBe(used);
  });

  it.each([
    'http://api.mch.weixin.qq.com',
    'api.mch.weixin.qq.com',
    ' https://api.mch.weixin.qq.com',
    'https://user:secret@api.mch.weixin.qq.com',
    'https://api.mch.weixin.qq.com?',
    'https://api.mch.weixin.qq.com/?path=',
    'https://api.mch.weixin.qq.com#',
    '',
    null,
    7,
  ])('refuses %j', async (given) => {
    const error = await rejection(() => checkBaseUrl(given as string));
    expect(issuesOf(error)).toEqual(['baseUrl invalid_value']);
    expect(error.message).not.toContain('secret');
  });
});
