import { md5Hex } from '@yinjian/crypto-webcrypto';
import { describe, expect, it } from 'vitest';
import { explain } from '../explain.ts';
import { AGENT_KEY, answers, envelope, MD5_KEY, requests } from '../internal/fixtures/messages.ts';
import { kindsOf, resultOf, stepsOf } from '../internal/fixtures/steps.ts';

describe('an MMSP envelope', () => {
  it('is explained from its fields to the comparison', async () => {
    const explanation = await explain(requests.quickPay, { key: MD5_KEY });
    expect(kindsOf(explanation)).toEqual([
      'fields',
      'fields',
      'order',
      'canonical',
      'append',
      'digest',
      'compare',
    ]);
    const [header, body] = stepsOf(explanation, 'fields');
    expect(header?.fields.map(({ name }) => name)).toEqual([
      'CommandID',
      'SeqID',
      'NodeType',
      'NodeID',
      'Version',
      'AGENTNO',
      'MERNO',
      'TERMNO',
      'Sign',
    ]);
    expect(
      header?.fields.every(({ signed, unknown, title }) => !signed && !unknown && title !== undefined),
    ).toBe(true);
    expect(body?.fields.every(({ signed, unknown }) => signed && !unknown)).toBe(true);
    expect(body?.fields.find(({ name }) => name === 'CARDTYPE')).toMatchObject({
      value: '1',
      type: 'string',
      title: { zh: expect.any(String) },
      valueTitle: { zh: expect.any(String) },
      sensitive: false,
    });
    expect(body?.fields.filter(({ sensitive }) => sensitive).map(({ name }) => name)).toEqual([
      'CARDNO',
      'ID_NO',
      'NAME',
      'PHONENO',
    ]);
    for (const { name, at } of [...(header?.fields ?? []), ...(body?.fields ?? [])]) {
      expect(requests.quickPay.slice(at?.start, at?.end)).toMatch(new RegExp(`^"${name}":.*[^,]$`));
    }
    const { text } = stepsOf(explanation, 'canonical')[0] as { text: string };
    const expected = md5Hex(`${text}&key=${MD5_KEY}`);
    expect(stepsOf(explanation, 'append')[0]?.text).toBe('&key=••••••••');
    expect(stepsOf(explanation, 'digest')).toMatchObject([{ algorithm: 'MD5', expected }]);
    expect(stepsOf(explanation, 'compare')).toMatchObject([{ expected, found: expected, matches: true }]);
    expect(explanation.recognised).toMatchObject({ platform: 'mmsp', wire: 'envelope', product: 'quickPay' });
  });

  it.each([
    ['another value', requests.quickPay.replace('"AMT":"1234"', '"AMT":"1235"'), {}],
    ['another type of value', answers.notification.replace('"PUSH_COUNT":8', '"PUSH_COUNT":"8"'), {}],
    [
      'a signature in lower case',
      requests.quickPay.replace(/"Sign":"\w+"/, (sign) => sign.toLowerCase().replace('sign', 'Sign')),
      {},
    ],
    ['another key', requests.quickPay, { key: AGENT_KEY }],
    ['another signature', requests.quickPay, { signature: '0'.repeat(32) }],
  ])('does not match with %s', async (_, message, options) => {
    expect(await resultOf(message, { key: MD5_KEY, ...options })).toBe('mismatch');
  });

  it('matches whatever the spelling of its text is', async () => {
    const spelled = JSON.stringify(JSON.parse(requests.quickPay), null, 2).replace('张安', '\\u5f20\\u5B89');
    expect(await resultOf(spelled, { key: MD5_KEY })).toBe('match');
  });

  it('says that the key of a message in agent mode has to be the agent’s', async () => {
    const [key, other] = [AGENT_KEY, { key: AGENT_KEY, agentKey: AGENT_KEY }];
    const { verdict } = await explain(requests.quickPayAgent, { key });
    expect(verdict.result).toBe('match');
    expect(verdict.message.en).toContain('agent’s key: make sure');
    expect((await explain(requests.quickPayAgent, other)).verdict.message.en).toBe(
      'the signature is correct',
    );
  });

  it('tells whoever pastes a refusal to paste the request', async () => {
    const refusal = '{"CommandID":33539,"RetCode":0,"ErrorMsg":"签名不符","Body":{},"Sign":""}';
    const { verdict } = await explain(refusal, { key: MD5_KEY });
    expect([verdict.result, verdict.message.en]).toEqual([
      'unsigned',
      expect.stringContaining('the request that you sent'),
    ]);
    const { problems } = await explain('签名错误');
    expect(problems[0]?.message.en).toContain('the request that you sent');
  });

  it('is signed with the agent’s key in agent mode', async () => {
    const both = { key: MD5_KEY, agentKey: AGENT_KEY };
    expect(await resultOf(requests.quickPayAgent, both)).toBe('match');
    expect(await resultOf(requests.quickPayAgent, { agentKey: AGENT_KEY })).toBe('match');
    expect(await resultOf(requests.quickPayAgent, { key: AGENT_KEY })).toBe('match');
    expect(await resultOf(requests.quickPayAgent, { key: MD5_KEY })).toBe('mismatch');
    expect(await resultOf(requests.quickPay, both)).toBe('match');
    expect(await resultOf(requests.quickPay, { agentKey: AGENT_KEY })).toBe('no_key');
    const { because } = (await explain(requests.quickPayAgent)).recognised;
    expect(because.some(({ en }) => en.includes('agent mode'))).toBe(true);
  });

  it('needs a key and a signature', async () => {
    expect(await resultOf(requests.quickPay)).toBe('no_key');
    expect(await resultOf(requests.quickPay, { key: '' })).toBe('no_key');
    const unsigned = requests.quickPay.replace(/"Sign":"\w+"/, '"Sign":""');
    expect(await resultOf(unsigned, { key: MD5_KEY })).toBe('no_signature');
    expect(await resultOf(unsigned)).toBe('no_key');
    const { Sign } = JSON.parse(requests.quickPay) as { Sign: string };
    expect(await resultOf(unsigned, { key: MD5_KEY, signature: ` ${Sign}\n` })).toBe('match');
  });

  it('is not signed where it is a general refusal', async () => {
    const refusal = '{"CommandID":32768,"RetCode":0,"ErrorMsg":"[-2002] 没有该订单","Body":"","Sign":""}';
    const explanation = await explain(refusal, { key: MD5_KEY });
    expect([explanation.verdict.result, kindsOf(explanation)]).toEqual(['unsigned', ['fields']]);
    expect(await resultOf(refusal.replace('"Sign":""', '"Sign":"X"'))).toBe('unreadable');
  });

  it('may be a Body alone', async () => {
    const { Body, Sign } = JSON.parse(requests.quickPay) as { Body: object; Sign: string };
    const explanation = await explain(JSON.stringify(Body), { key: MD5_KEY, signature: Sign });
    expect(explanation).toMatchObject({
      verdict: { result: 'match' },
      recognised: { wire: 'body', operation: 'quickPay.pay', direction: 'request' },
    });
    expect(await resultOf(`${JSON.stringify(Body)}&key=${MD5_KEY}`, { signature: Sign })).toBe('match');
  });
});

describe('an envelope with what the documents do not list', () => {
  it('says so of the field', async () => {
    const message = envelope({ MERORDERID: '1', SURPRISE: '2' }, { CommandID: 0x8305 });
    const explanation = await explain(message, { key: MD5_KEY });
    const fields = stepsOf(explanation, 'fields').flatMap((step) => step.fields);
    expect(fields.filter(({ unknown }) => unknown).map(({ name }) => name)).toEqual(['SURPRISE']);
    expect(explanation.verdict.result).toBe('match');
  });
});
