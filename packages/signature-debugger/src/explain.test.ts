import { md5Hex } from '@yinjian/crypto-webcrypto';
import { canonicalizeJson } from '@yinjian/protocol-codec';
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
import { MASKED_KEY } from './internal/mask.ts';
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

  it.each<[string, string, ExplainOptions, string]>([
    ['in Body', JSON.stringify({ CommandID: 771, Body: { AMT: '1', key: MD5_KEY }, Sign: 'X' }), {}, 'key'],
    [
      'in part of a value',
      JSON.stringify({ CommandID: 771, Body: { AMT: '1', URL: `a/?key=${MD5_KEY.toUpperCase()}/` } }),
      {},
      'URL',
    ],
    [
      'in something nested',
      JSON.stringify({ CommandID: 771, Body: { AMT: '1', B: { C: [MD5_KEY] } } }),
      {},
      'B',
    ],
    [
      'in a header field',
      JSON.stringify({ CommandID: 771, key: MD5_KEY, Body: { AMT: '1' }, Sign: 'X' }),
      {},
      'key',
    ],
    ['as a name', JSON.stringify({ AMT: '1', [MD5_KEY]: '2' }), {}, '••••••••'],
    ['in XML', `<xml><mch_id>1</mch_id><key>${MD5_KEY}</key><sign>X</sign></xml>`, {}, 'key'],
    [
      'as the signature',
      JSON.stringify({ CommandID: 771, Body: { AMT: '1' } }),
      { signature: MD5_KEY },
      'signature',
    ],
    [
      'in a payout’s plain text',
      JSON.stringify({ CMDID: '4097', MEMO: rsaKeys.merchantPrivateKey.slice(28, 400) }),
      { merchantPrivateKey: rsaKeys.merchantPrivateKey.slice(28, 400) },
      'MEMO',
    ],
  ])('are hidden and said to be in the message: %s', async (_, message, given, name) => {
    const options = { key: MD5_KEY, ...given };
    const explanation = await explain(message, options);
    const shown = JSON.stringify(explanation).toLowerCase();
    expect(shown).not.toContain(MD5_KEY);
    expect(shown).not.toContain(rsaKeys.merchantPrivateKey.slice(40, 80).toLowerCase());
    const problem = explanation.problems.find(({ code }) => code === 'key_in_message');
    expect(problem).toMatchObject({ severity: 'warning', message: { en: expect.stringContaining(name) } });
    const at = problem?.at ?? { start: 0, end: message.length };
    const place = message.slice(at.start, at.end).toLowerCase();
    expect(place + (given.signature ?? '')).toMatch(/ea21842e|mii/);
  });

  it('in a message are part of what is digested', async () => {
    const body = { AMT: '1/2', TEXT: `x${MD5_KEY}/y`, [`Z${MD5_KEY}`]: '地', ZZ: '1' };
    const explanation = await explain(JSON.stringify(body), { key: MD5_KEY });
    const [canonical] = stepsOf(explanation, 'canonical');
    const [digest] = stepsOf(explanation, 'digest');
    const signed = canonicalizeJson(body);
    expect(digest?.expected).toBe(md5Hex(`${signed}&key=${MD5_KEY}`));
    const { text = '', spans = [] } = canonical ?? {};
    expect(text).toBe(signed.replaceAll(MD5_KEY, MASKED_KEY));
    expect(spans.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    const pieces = spans.map(({ start, end, role, field }) => [text.slice(start, end), role, field]);
    expect(pieces).toContainEqual([`x${MASKED_KEY}`, 'value', 'TEXT']);
    expect(pieces).toContainEqual([`Z${MASKED_KEY}`, 'name', `Z${MASKED_KEY}`]);
    expect(pieces).toContainEqual(['地', 'value', `Z${MASKED_KEY}`]);
    expect(pieces.filter(([, role]) => role === 'escape')).toHaveLength(2);
    const longer = await explain(JSON.stringify(body).replaceAll(MD5_KEY, MD5_KEY.repeat(2)), {
      key: MD5_KEY.repeat(2),
    });
    expect(stepsOf(longer, 'digest')[0]?.inputBytes).toBe(digest?.inputBytes);
  });

  it('that are short are hidden where they are all of a value', async () => {
    const { steps } = await explain('{"AMT":"abc","CODE":"abcd"}', { key: 'abc' });
    expect(steps.flatMap((step) => (step.kind === 'fields' ? step.fields : []))).toMatchObject([
      { value: MASKED_KEY },
      { value: 'abcd' },
    ]);
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
    ['sign_type', '{}', { sign_type: 'MD5' }],
    ['theirText', '{}', { theirText: 'only `diagnose` takes it' }],
  ])('of the wrong type or another name are refused: %s', async (path, message, options) => {
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
