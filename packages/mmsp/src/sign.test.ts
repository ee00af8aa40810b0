import { describe, expect, it } from 'vitest';
import { MD5_KEY } from './internal/fixtures/merchant-keys.ts';
import { refusal } from './internal/fixtures/refusal.ts';
import { sign, verifySign } from './sign.ts';

// Computed with PHP: ksort, json_encode with JSON_UNESCAPED_UNICODE, md5.
const BODY = `{
  "NAME": "张安", "AMT": "1234", "NOTIFY_URL": "http://ib.fxclouds.com/Notify/MerPay_notify_url",
  "MERORDERID": "20170926151023152438", "PUSH_COUNT": 8
}`;
const SIGN = '6BBA3CD0AACA3E29EE724D4654B5B162';

describe('sign', () => {
  it('signs the raw text of a body, and the same body as an object', () => {
    expect(sign(BODY, MD5_KEY)).toBe(SIGN);
    const body = {
      PUSH_COUNT: 8,
      NAME: '张安',
      AMT: '1234',
      NOTIFY_URL: 'http://ib.fxclouds.com/Notify/MerPay_notify_url',
      MERORDERID: '20170926151023152438',
    };
    expect(sign(body, MD5_KEY)).toBe(SIGN);
  });

  it.each([
    [undefined, 'md5Key missing'],
    ['', 'md5Key missing'],
    [`${MD5_KEY}\n`, 'md5Key invalid_value'],
    [`\u200b${MD5_KEY}`, 'md5Key invalid_value'],
    [12345678, 'md5Key wrong_type'],
  ])('refuses the key %j, with which anyone could sign or nobody', async (key, issue) => {
    const [first] = (await refusal(() => sign('{}', key as string))).issues;
    expect(`${first?.path} ${first?.code}`).toBe(issue);
    const [again] = (await refusal(() => verifySign('{}', '', key as string))).issues;
    expect(`${again?.path} ${again?.code}`).toBe(issue);
  });
});

describe('verifySign', () => {
  it('accepts the signature of the body and nothing else', () => {
    expect(verifySign(BODY, SIGN, MD5_KEY)).toBe(true);
    expect(verifySign(BODY.replace('1234', '1235'), SIGN, MD5_KEY)).toBe(false);
    expect(verifySign(BODY, SIGN.toLowerCase(), MD5_KEY)).toBe(false);
    expect(verifySign(BODY, SIGN.slice(0, 31), MD5_KEY)).toBe(false);
    expect(verifySign(BODY, '', MD5_KEY)).toBe(false);
    expect(verifySign(BODY, SIGN, `${MD5_KEY}0`)).toBe(false);
  });

  it.each(['', 'null', '[]', '"{}"', '{', '{"A":1,"A":1}', '{"A":"\\ud800"}'])(
    'throws for %s, which has no canonical form',
    (body) => {
      expect(() => verifySign(body, SIGN, MD5_KEY)).toThrow(/^[a-z_0-9 ]+$/);
    },
  );
});
