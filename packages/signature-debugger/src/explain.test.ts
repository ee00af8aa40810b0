import { ConfigurationError } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import {
  AGENT_KEY,
  API_KEY,
  answers,
  MD5_KEY,
  payoutReply,
  payoutRequest,
  payoutResult,
  requests,
  rsaKeys,
} from './internal/fixtures/messages.ts';
import { stepsOf } from './internal/fixtures/steps.ts';
import type { ExplainOptions } from './types/explanation.ts';

describe('keys', () => {
  it('never come out again', async () => {
    const secrets = [MD5_KEY, AGENT_KEY, API_KEY];
    const options = { key: MD5_KEY, agentKey: AGENT_KEY, ...rsaKeys };
    const partOfPem = rsaKeys.merchantPrivateKey.split('\n')[5] ?? '';
    for (const message of [
      ...Object.values(requests),
      ...Object.values(answers),
      payoutReply,
      payoutRequest,
      payoutResult,
      `a=1&b=2&key=${API_KEY}`,
      `a=1&key=${API_KEY}&sign=X`,
      `{"AMT":"1"}&key=${MD5_KEY}`,
      `log: {"AMT":"1"}&key=${MD5_KEY}`,
      `{"mch_id":"1","key":"${API_KEY}"}`,
      `curl a.example -d 'a=1&b=2&key=${API_KEY}'`,
      'nonsense',
    ]) {
      const text = JSON.stringify(await explain(message, options));
      for (const secret of [...secrets, partOfPem]) expect(text).not.toContain(secret);
    }
  });

  it('do not show their length', async () => {
    const shown = await Promise.all(
      ['k', MD5_KEY, MD5_KEY.repeat(3)].map(async (key) => {
        const explanation = await explain(requests.quickPay, { key });
        const [append] = stepsOf(explanation, 'append');
        const [digest] = stepsOf(explanation, 'digest');
        return [append?.text, digest?.inputBytes];
      }),
    );
    expect(new Set(shown.map(String)).size).toBe(1);
  });

  it.each([
    [requests.quickPay, { key: `${MD5_KEY}\n` }, 'key'],
    [requests.quickPay, { key: `\u200b${MD5_KEY}` }, 'key'],
    [requests.quickPay, { key: '密钥' }, 'key'],
    [requests.quickPay, { key: rsaKeys.merchantPublicKey.split('\n')[0] ?? '' }, 'key'],
    [requests.quickPay, { key: MD5_KEY, agentKey: ' x' }, 'agentKey'],
    [requests.wechat, { key: 'short' }, 'key'],
  ])('are looked at (%#)', async (message, options, name) => {
    const { problems } = await explain(message, options);
    expect(problems).toMatchObject([{ severity: 'warning', code: 'key_suspicious' }]);
    expect(problems[0]?.message.en.startsWith(name)).toBe(true);
  });
});

describe('options', () => {
  it.each([
    ['message', 1, {}],
    ['', '{}', null],
    ['key', '{}', { key: 1 }],
    ['key', '{}', { key: '\ud800' }],
    ['agentKey', '{}', { agentKey: {} }],
    ['signature', '{}', { signature: 1 }],
    ['signType', '{}', { signType: 'SHA1' }],
    ['platform', '{}', { platform: 'alipay' }],
    ['merchantPrivateKey', '{}', { merchantPrivateKey: {} }],
    ['platformPublicKey', '{}', { platformPublicKey: 1 }],
  ])('of the wrong type are refused: %s', async (path, message, options) => {
    const error: unknown = await explain(message as string, options as ExplainOptions).catch(
      (thrown) => thrown,
    );
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error).toMatchObject({ issues: [{ path }] });
  });

  it('are taken as they were when called', async () => {
    const options = { key: MD5_KEY };
    const pending = explain(requests.quickPay, options);
    options.key = 'other';
    expect((await pending).verdict.result).toBe('match');
  });
});
