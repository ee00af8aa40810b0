import { hmacSha256Hex, md5Hex } from '@yinjian/crypto-webcrypto';
import { canonicalizeJson, canonicalizeQuery } from '@yinjian/protocol-codec';
import { ConfigurationError } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { diagnose } from './diagnose.ts';
import type { DiagnoseOptions } from './types/diagnosis.ts';

const key = 'k7Qm2Vb7Lw4Kz9Rn5Hc3Yd6Pg1Jf0As8';
const agentKey = '9b1f6e0a3c5d4872b8a4f7d2c6e13059';
/** It stands still, so that slow machines find as much as fast ones. */
const now = () => 0;

const body = '{"MERORDERID":"M1","AMT":"1234","NAME":"张三","USER_ID":"","NOTIFY_URL":"https://a.cn/n","COUNT":8}';
const text = canonicalizeJson(body);

function envelope(sign: string, of = body): string {
  return `{"CommandID":771,"SeqID":"1","NodeType":"3","NodeID":"openapi","Version":"1.0.0","AGENTNO":"","MERNO":"1","Body":${of},"Sign":"${sign}"}`;
}

const fields = {
  appid: 'wx1',
  mch_id: '10000100',
  sub_mch_id: '10010405',
  nonce_str: 'Ab',
  sign_type: 'HMAC-SHA256',
  body: '地铁 & <1>',
  attach: '',
  total_fee: '888',
  notify_url: 'https://a.cn/n?b=1',
  scene_info: '{"scene_info":{"start_time":"20180207104500","end_station":"西直门/1"}}',
};
const query = canonicalizeQuery(fields);

function xml(sign: string, of: Readonly<Record<string, string>> = fields): string {
  const escape = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const tags = Object.entries({ ...of, sign }).map(([name, value]) => `<${name}>${escape(value)}</${name}>`);
  return `<xml>${tags.join('')}</xml>`;
}

async function firstOf(message: string, options: DiagnoseOptions) {
  const { verdict, findings } = await diagnose(message, { now, ...options });
  return { verdict, mistakes: findings[0]?.mistakes, field: findings[0]?.field };
}

describe('a wrong MMSP signature', () => {
  it.each<[string, string, string?]>([
    ['slashes.not_escaped', text.replaceAll('\\/', '/')],
    ['slashes.escaped_twice', text.replaceAll('\\/', '\\\\/')],
    ['slashes.backslash_replaced', text.replaceAll('\\/', '//')],
    ['unicode.escaped', text.replace('张三', '\\u5f20\\u4e09')],
    ['order.not_sorted', body.replaceAll('/', '\\/')],
    ['value_types.numbers_quoted|types.quoted', text.replace(':8', ':"8"')],
    ['types.unquoted', text.replace('"1234"', '1234'), 'AMT'],
    ['left_out.empty', text.replace(',"USER_ID":""', '')],
    ['scope.envelope', `{"AGENTNO":"","Body":${body.replaceAll('/', '\\/')},"CommandID":771,"MERNO":"1","NodeID":"openapi","NodeType":"3","SeqID":"1","Version":"1.0.0"}`],
    ['scope.header_with_body', canonicalizeJson(`{"CommandID":771,"SeqID":"1","NodeType":"3","NodeID":"openapi","Version":"1.0.0","AGENTNO":"","MERNO":"1",${body.slice(1)}`)],
    ['spacing.after_separators', text.replaceAll('","', '", "').replaceAll('":', '": ').replace('8,"', '8, "')],
    ['spacing.pretty', JSON.stringify(JSON.parse(text), null, 4).replaceAll('/', '\\/')],
    ['frame.line_end', `${text}\n`],
    ['frame.byte_order_mark', `\ufeff${text}`],
    ['frame.html_escaped', text.replaceAll('"', '&quot;')],
    ['value_texts.url_encoded', text.replace('张三', '%E5%BC%A0%E4%B8%89').replace('https:\\/\\/a.cn\\/n', 'https%3A%2F%2Fa.cn%2Fn')],
    ['notations.query', 'AMT=1234&COUNT=8&MERORDERID=M1&NAME=张三&NOTIFY_URL=https://a.cn/n&USER_ID='],
    ['left_out.field', text.replace(',"NAME":"张三"', ''), 'NAME'],
    ['added.field', text.replace('"MERORDERID"', '"JUMP_URL":"","MERORDERID"'), 'JUMP_URL'],
    ['amounts.in_yuan', text.replace('1234', '12.34'), 'AMT'],
    ['amounts.in_fen', text.replace('1234', '123400'), 'AMT'],
    ['white_space.added', text.replace('张三', '张三 '), 'NAME'],
    ['libraries.python_dumps', text.replaceAll('","', '", "').replaceAll('":', '": ').replace('8,"', '8, "').replaceAll('\\/', '/').replace('张三', '\\u5f20\\u4e09')],
  ])('%s', async (ids, signed, field) => {
    const found = await firstOf(envelope(md5Hex(`${signed}&key=${key}`)), { key });
    expect(found.verdict).toBe('explained');
    expect(found.mistakes).toHaveLength(1);
    expect(ids.split('|')).toContain(found.mistakes?.[0]);
    if (field !== undefined) expect(found.field).toBe(field);
  });

  it.each([
    ['append.no_key', text],
    ['append.no_prefix', text + key],
    ['append.prefix_case', `${text}&KEY=${key}`],
    ['key.case', `${text}&key=${key.toUpperCase()}`],
    ['key.white_space', `${text}&key=${key}\n`],
    ['key.cut', `${text}&key=${key.slice(1)}`],
    ['key.other', `${text}&key=${agentKey}`],
    ['key.one_character', `${text}&key=${key.replace('Q', 'q')}`],
  ])('%s', async (id, input) => {
    expect((await firstOf(envelope(md5Hex(input)), { key, agentKey })).mistakes).toEqual([id]);
  });

  it('an HMAC instead of the MD5', async () => {
    const found = await firstOf(envelope(hmacSha256Hex(`${text}&key=${key}`, key)), { key });
    expect(found.mistakes).toEqual(['digest.hmac_sha256']);
  });

  it('in lower case', async () => {
    const found = await firstOf(envelope(md5Hex(`${text}&key=${key}`).toLowerCase()), { key });
    expect(found).toMatchObject({ verdict: 'explained', mistakes: ['signature.lower_case'] });
  });

  it('what is inside sorted too', async () => {
    const nested = '{"A":{"c":1,"b":2}}';
    const sign = md5Hex(`{"A":{"b":2,"c":1}}&key=${key}`);
    expect(await firstOf(envelope(sign, nested), { key })).toMatchObject({
      mistakes: ['order.nested_sorted'],
      field: 'A',
    });
  });

  it.each([
    ['{"N":20171225100000043000}', '{"N":20171225100000041240}'],
    ['{"N":2.0171225100000043e+19}', '{"N":20171225100000041240}'],
    ['{"N":9007199254740992}', '{"N":9007199254740993}'],
  ])('a number that lost digits: %s', async (came, was) => {
    const found = await firstOf(envelope(md5Hex(`${was}&key=${key}`), came), { key });
    expect(found).toMatchObject({ mistakes: ['lossy_numbers.digits'], field: 'N' });
  });

  it('a number that lost its trailing zero', async () => {
    const found = await firstOf(envelope(md5Hex(`{"FEE":1.10}&key=${key}`), '{"FEE":1.1}'), { key });
    expect(found).toMatchObject({ mistakes: ['amounts.decimals'], field: 'FEE' });
  });

  it('a timestamp that was taken twice', async () => {
    const came = '{"REQTIME":"20180101000000"}';
    const found = await firstOf(envelope(md5Hex(`{"REQTIME":"20171231235959"}&key=${key}`), came), { key });
    expect(found).toMatchObject({ mistakes: ['contents.time'], field: 'REQTIME' });
  });

  it('two mistakes at once, and lower case for free', async () => {
    const pair = text.replaceAll('\\/', '/');
    expect((await firstOf(envelope(md5Hex(pair + key).toLowerCase()), { key })).mistakes).toEqual([
      'slashes.not_escaped',
      'append.no_prefix',
      'signature.lower_case',
    ]);
  });
});

describe('a wrong WeChat Pay signature', () => {
  it.each<[string, string, string?]>([
    ['added.empty', query.replace('&body', '&attach=&body')],
    ['added.sign', query.replace('&sign_type', '&sign=&sign_type')],
    ['left_out.sign_type', query.replace('&sign_type=HMAC-SHA256', '')],
    ['order.not_sorted', Object.entries(fields).filter(([, value]) => value !== '').map((pair) => pair.join('=')).join('&')],
    ['value_texts.url_encoded', encodedValues()],
    ['value_texts.as_written|value_texts.html_escaped|spelling.html_escaped', query.replace('地铁 & <1>', '地铁 &amp; &lt;1>')],
    ['json_texts.rewritten', query.replace('西直门/1', '西直门\\/1'), 'scene_info'],
    ['json_texts.unwrapped', query.replace('{"scene_info":', '').replace('"}}', '"}'), 'scene_info'],
    ['json_texts.wrapped_twice', query.replace('{"scene_info":', '{"scene_info":{"scene_info":').replace('"}}', '"}}}'), 'scene_info'],
    ['left_out.field', query.replace('&notify_url=https://a.cn/n?b=1', ''), 'notify_url'],
    ['query.edges', `${query}&`],
    ['query.json', JSON.stringify(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '').toSorted()))],
  ])('%s', async (ids, signed, field) => {
    const sign = hmacSha256Hex(`${signed}&key=${key}`, key);
    const found = await firstOf(xml(sign), { key });
    expect(found.mistakes).toHaveLength(1);
    expect(ids.split('|')).toContain(found.mistakes?.[0]);
    if (field !== undefined) expect(found.field).toBe(field);
  });

  function encodedValues(): string {
    return Object.entries(fields)
      .filter(([, value]) => value !== '')
      .toSorted()
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&');
  }

  it('the other algorithm', async () => {
    expect((await firstOf(xml(md5Hex(`${query}&key=${key}`)), { key })).mistakes).toEqual(['digest.md5']);
  });

  it('the key of a sub-merchant', async () => {
    const sub = 'sub-merchants-key';
    const sign = hmacSha256Hex(`${query}&key=${sub}`, sub);
    expect((await firstOf(xml(sign), { key, otherKeys: [sub] })).mistakes).toEqual(['key.other']);
  });

  it('sign_type that is signed and not sent', async () => {
    const { sign_type: _signType, ...others } = fields;
    const sign = hmacSha256Hex(`${query}&key=${key}`, key);
    expect((await firstOf(xml(sign, others), { key })).mistakes).toEqual(['added.sign_type']);
  });
});

describe('diagnose', () => {
  const wrong = envelope(md5Hex(`${text.replaceAll('\\/', '/')}&key=${key}`));

  it('never calls a correct signature wrong', async () => {
    for (const [message, options] of [
      [envelope(md5Hex(`${text}&key=${key}`)), { key }],
      [xml(hmacSha256Hex(`${query}&key=${key}`, key)), { key }],
    ] as const) {
      const { verdict, findings, tried } = await diagnose(message, options);
      expect({ verdict, findings, count: tried.count }).toEqual({ verdict: 'match', findings: [], count: 0 });
    }
  });

  it('says what was signed, what has to be, and what to do', async () => {
    const { findings, tried, explanation } = await diagnose(wrong, { key, now });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      certainty: 'reproduced',
      title: { en: 'Slashes are not escaped', zh: '斜杠没有转义' },
      signedText: text.replaceAll('\\/', '/'),
      correctedText: text,
      correctedSignature: md5Hex(`${text}&key=${key}`),
    });
    expect(findings[0]?.alternatives?.flatMap(({ mistakes }) => mistakes)).toContain('slashes.stripslashes');
    expect(explanation.verdict.result).toBe('mismatch');
    expect(tried.families.find(({ id }) => id === 'slashes')?.count).toBeGreaterThan(0);
  });

  it('says what it tried where it found nothing', async () => {
    const { verdict, findings, tried } = await diagnose(envelope(md5Hex('anything')), { key, now });
    expect({ verdict, findings }).toEqual({ verdict: 'unexplained', findings: [] });
    expect(tried.count).toBeGreaterThan(5000);
    expect(tried.complete).toBe(false);
    expect(tried.families.map(({ id }) => id)).toContain('charset');
  });

  it('tries everything when it may take its time', async () => {
    const small = envelope(md5Hex('anything'), '{"A":"1"}');
    const { tried } = await diagnose(small, { key, milliseconds: 60_000 });
    expect(tried.complete).toBe(true);
  }, 30_000);

  it.each([
    [{}, wrong],
    [{ key }, body],
    [{ key }, '{"CommandID":32768,"RetCode":-1,"Body":"","Sign":""}'],
    [{ key }, 'nothing'],
  ])('has nothing to check: %j', async (options, message) => {
    expect(await diagnose(message, options)).toMatchObject({ verdict: 'not_checkable', findings: [] });
  });

  it('shows what is doubtful where nothing fits', async () => {
    const cases: [string, DiagnoseOptions, string][] = [
      [envelope('12345'), { key }, 'signature.not_a_digest'],
      [envelope(md5Hex('x'), '{"NAME":"张\ufffd"}'), { key }, 'message.replacement_character'],
      [envelope(md5Hex('x')).replace('"AGENTNO":""', '"AGENTNO":"7"'), { key }, 'key.agent_missing'],
      [envelope(md5Hex('x'), '{"N":20171225100000041240}'), { key }, 'lossy_numbers.suspected'],
    ];
    for (const [message, options, id] of cases) {
      const { verdict, findings } = await diagnose(message, { now, ...options });
      expect(verdict).toBe('likely');
      expect(findings.map(({ mistakes, certainty }) => [mistakes[0], certainty])).toContainEqual([id, 'likely']);
    }
  });

  it('holds no key, whatever was done with it', async () => {
    const inside = canonicalizeJson(body.replace('{', `{"key":"${key}",`));
    for (const input of [inside, `${text}&key=${key}x`, key + text, `${text}&key=${agentKey}`]) {
      const theirText = input;
      const diagnosis = await diagnose(envelope(md5Hex(input)), { key, agentKey, otherKeys: ['third-key'], theirText, now });
      const shown = JSON.stringify(diagnosis);
      for (const secret of [key, agentKey, 'third-key']) expect(shown).not.toContain(secret);
    }
  });

  it('can be aborted', async () => {
    const reason = new Error('enough');
    await expect(diagnose(wrong, { key, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const pending = diagnose(envelope(md5Hex('x')), { key, milliseconds: 60_000, signal: controller.signal });
    setTimeout(() => controller.abort(reason), 0);
    await expect(pending).rejects.toBe(reason);
  });

  it('refuses options of the wrong type', async () => {
    const refused = [
      { theirText: 1 },
      { otherKeys: 'one' },
      { milliseconds: 0 },
      { signal: {} },
      { now: 1 },
      { key: 1 },
    ] as unknown as DiagnoseOptions[];
    for (const options of refused) {
      await expect(diagnose(wrong, options)).rejects.toThrow(ConfigurationError);
    }
  });

  it('names the most likely of what leads to the same bytes, and mentions the others', async () => {
    const plain = '{"B":"1","A":"2"}';
    const { findings } = await diagnose(envelope(md5Hex(`${plain}&key=${key}`), plain), { key, now });
    expect(findings[0]?.mistakes).toEqual(['order.not_sorted']);
    expect(findings[0]?.alternatives?.map(({ mistakes }) => mistakes[0])).toContain('order.descending');
  });
});

describe('with the text that was signed', () => {
  const theirs = text.replaceAll('\\/', '/');

  it('says where it differs', async () => {
    const message = envelope(md5Hex(`${theirs}&key=${key}`));
    for (const theirText of [theirs, `${theirs}&key=${key}`]) {
      const { difference } = await diagnose(message, { key, theirText, now });
      expect(difference?.remarks.map(({ message: words }) => words.en)).toEqual([
        'you signed /, the platform signs \\/, at NOTIFY_URL',
      ]);
    }
  });

  it('says that only the text is wrong, where nothing else explains it', async () => {
    const odd = '{"whatever":"was signed"}';
    const { verdict, findings, difference } = await diagnose(envelope(md5Hex(`${odd}&key=${key}`)), {
      key,
      theirText: odd,
      now,
    });
    expect(verdict).toBe('explained');
    expect(findings[0]).toMatchObject({ mistakes: ['text.differs'], signedText: odd, correctedText: text });
    expect(difference?.parts.length).toBeGreaterThan(1);
  });

  it.each([
    ['key.case', (odd: string) => `${odd}&key=${key.toLowerCase()}`],
    ['append.no_prefix', (odd: string) => odd + key],
    ['key.other', (odd: string) => `${odd}&key=pasted-key`],
  ])('finds what is wrong besides the text: %s', async (id, input) => {
    const odd = '{"whatever":"was signed"}';
    const message = envelope(md5Hex(input(odd)));
    const theirText = id === 'key.other' ? input(odd) : odd;
    const { findings } = await diagnose(message, { key, theirText, now });
    expect(findings[0]?.mistakes).toEqual([id]);
    expect(JSON.stringify(findings)).not.toContain('pasted-key');
  });

  it('works for a signature that is right', async () => {
    const { verdict, difference } = await diagnose(envelope(md5Hex(`${text}&key=${key}`)), { key, theirText: theirs });
    expect(verdict).toBe('match');
    expect(difference?.remarks).toHaveLength(1);
  });
});
