import { describe, expect, it } from 'vitest';
import { isHttpUrl, isSecureUrl } from './url.ts';

describe('isHttpUrl', () => {
  it.each([
    'https://example.com',
    'http://example.com:8080/notify?a=1',
    'HTTPS://EXAMPLE.COM/',
    'https://例子.cn/通知',
    'http://[::1]/',
  ])('takes %s', (value) => {
    expect(isHttpUrl(value)).toBe(true);
  });

  it.each([
    '',
    'example.com/notify',
    '/notify',
    'ftp://example.com',
    'javascript:alert(1)',
    'https://',
    'https://user@example.com',
    'https://user:secret@example.com',
    // All of these `URL` would mend.
    ' https://example.com',
    'https://example.com ',
    'https://exam\nple.com',
    'https://example.com/a\tb',
    'https:example.com',
    'https:/example.com',
    'https:\\\\example.com',
    'https://example.com\\path',
    'https://example.com/\u0000',
  ])('refuses %j', (value) => {
    expect(isHttpUrl(value)).toBe(false);
  });

  it.each([undefined, null, 1, {}, new URL('https://example.com')])(
    'refuses %s, which is no text',
    (value) => {
      expect(isHttpUrl(value as string)).toBe(false);
    },
  );
});

describe('isSecureUrl', () => {
  it.each([
    'https://example.com',
    'http://localhost:3000',
    'http://127.0.0.1/a',
    'http://127.1.2.3',
    'http://[::1]:8080',
  ])('takes %s', (value) => {
    expect(isSecureUrl(value)).toBe(true);
  });

  it.each([
    'http://example.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://notlocalhost',
    'http://10.0.0.1',
    'http://[::2]',
    'ftp://localhost',
    'https://user@example.com',
  ])('refuses %s', (value) => {
    expect(isSecureUrl(value)).toBe(false);
  });
});
