import { hmacSha256Hex, md5Hex } from '@yinjian/crypto-webcrypto';
import { canonicalizeJson } from '@yinjian/protocol-codec';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../diagnose.ts';
import { agentKey, body, envelope, firstOf, key, now, text } from './fixtures/wrong-messages.ts';

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
    [
      'scope.envelope',
      `{"AGENTNO":"","Body":${body.replaceAll('/', '\\/')},"CommandID":771,"MERNO":"1","NodeID":"openapi","NodeType":"3","SeqID":"1","Version":"1.0.0"}`,
    ],
    [
      'scope.header_with_body',
      canonicalizeJson(
        `{"CommandID":771,"SeqID":"1","NodeType":"3","NodeID":"openapi","Version":"1.0.0","AGENTNO":"","MERNO":"1",${body.slice(1)}`,
      ),
    ],
    [
      'spacing.after_separators',
      text.replaceAll('","', '", "').replaceAll('":', '": ').replace('8,"', '8, "'),
    ],
    ['spacing.pretty', JSON.stringify(JSON.parse(text), null, 4).replaceAll('/', '\\/')],
    ['frame.line_end', `${text}\n`],
    ['frame.byte_order_mark', `\ufeff${text}`],
    ['frame.html_escaped', text.replaceAll('"', '&quot;')],
    [
      'value_texts.url_encoded',
      text.replace('张三', '%E5%BC%A0%E4%B8%89').replace('https:\\/\\/a.cn\\/n', 'https%3A%2F%2Fa.cn%2Fn'),
    ],
    ['notations.query', 'AMT=1234&COUNT=8&MERORDERID=M1&NAME=张三&NOTIFY_URL=https://a.cn/n&USER_ID='],
    ['left_out.field', text.replace(',"NAME":"张三"', ''), 'NAME'],
    ['added.field', text.replace('"MERORDERID"', '"JUMP_URL":"","MERORDERID"'), 'JUMP_URL'],
    ['amounts.in_yuan', text.replace('1234', '12.34'), 'AMT'],
    ['amounts.in_fen', text.replace('1234', '123400'), 'AMT'],
    ['white_space.added', text.replace('张三', '张三 '), 'NAME'],
    [
      'libraries.python_dumps',
      text
        .replaceAll('","', '", "')
        .replaceAll('":', '": ')
        .replace('8,"', '8, "')
        .replaceAll('\\/', '/')
        .replace('张三', '\\u5f20\\u4e09'),
    ],
  ])('%s', async (ids, signed, field) => {
    const found = await firstOf(envelope(md5Hex(`${signed}&key=${key}`)), { key });
    expect(found.verdict).toBe('explained');
    expect(found.mistakes).toHaveLength(1);
    expect(ids.split('|')).toContain(found.mistakes[0]);
    expect(found.fields).toEqual(field === undefined ? found.fields : [field]);
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
      fields: ['A'],
    });
  });

  it.each([
    ['{"N":20171225100000043000}', '{"N":20171225100000041240}'],
    ['{"N":2.0171225100000043e+19}', '{"N":20171225100000041240}'],
    ['{"N":9007199254740992}', '{"N":9007199254740993}'],
  ])('a number that lost digits: %s', async (came, was) => {
    const found = await firstOf(envelope(md5Hex(`${was}&key=${key}`), came), { key });
    expect(found).toMatchObject({ mistakes: ['lossy_numbers.digits'], fields: ['N'] });
  });

  it('a number that lost its trailing zero', async () => {
    const found = await firstOf(envelope(md5Hex(`{"FEE":1.10}&key=${key}`), '{"FEE":1.1}'), { key });
    expect(found).toMatchObject({ mistakes: ['lossy_numbers.zeros_lost'], fields: ['FEE'] });
  });

  it.each<[string, string, string[]]>([
    ['{"R":1.10}', '{"R":1.1}', ['R']],
    ['{"R":1.10,"S":2.50}', '{"R":1.1,"S":2.5}', ['R', 'S']],
    ['{"N":20171225100000041240,"R":1.10}', '{"N":20171225100000043000,"R":1.1}', ['N', 'R']],
    ['{"N":20171225100000041240,"R":1.10}', '{"N":2.0171225100000043e+19,"R":1.1}', ['N', 'R']],
    ['{"A":1e3}', '{"A":1000}', ['A']],
    ['{"A":1e3}', '{"A":1000.0}', ['A']],
    ['{"A":-0}', '{"A":0}', ['A']],
    ['{"A":{"B":[1.10]},"C":2}', '{"A":{"B":[1.1]},"C":2}', ['A']],
    ['{"A":{"B":[1.10]},"C":2}', '{"A":{"B":[1.1]},"C":2.0}', ['A', 'C']],
  ])('numbers that went through a double: %s signed as %s', async (came, signed, fields) => {
    const { findings, verdict } = await diagnose(envelope(md5Hex(`${signed}&key=${key}`), came), {
      key,
      now,
    });
    expect(verdict).toBe('explained');
    expect(findings[0]?.mistakes).toEqual([{ id: 'lossy_numbers.through_double', fields }]);
    expect(findings[0]?.fix.en).toContain('JSON.parse');
  });

  it.each([
    ['slashes.not_escaped', '{"R":1.1,"U":"a/b"}'],
    ['order.not_sorted', '{"U":"a\\/b","R":1.1}'],
  ])('numbers that went through a double, and %s', async (id, signed) => {
    const message = envelope(md5Hex(`${signed}&key=${key}`), '{"U":"a/b","R":1.10}');
    expect((await firstOf(message, { key })).mistakes.toSorted()).toEqual(
      ['lossy_numbers.through_double', id].toSorted(),
    );
  });

  it.each([
    ['12,345', []],
    ['12,345.00', []],
    ['123.45', ['amounts.in_yuan']],
  ])('an amount written as %s', async (signed, ids) => {
    const message = envelope(md5Hex(`{"AMT":"${signed}"}&key=${key}`), '{"AMT":"12345"}');
    const found = await firstOf(message, { key });
    expect(found).toMatchObject({
      mistakes: ids.length > 0 ? ids : ['amounts.thousands_separators'],
      fields: ['AMT'],
    });
  });

  it('an empty body that was signed as a list', async () => {
    const found = await firstOf(envelope(md5Hex(`[]&key=${key}`), '{}'), { key });
    expect(found.mistakes).toEqual(['value_types.empty_objects_as_lists']);
  });

  it.each([1, 5, 13, 29, 31])('a key of which %i characters are left', async (length) => {
    for (const cut of [key.slice(0, length), key.slice(-length)]) {
      expect((await firstOf(envelope(md5Hex(`${text}&key=${cut}`)), { key })).mistakes).toEqual(['key.cut']);
    }
  });

  it('each mistake with its own fields', async () => {
    const signed = text.replace(',"USER_ID":""', '').replace('"1234"', '"12.34"');
    const { findings } = await diagnose(envelope(md5Hex(`${signed}&key=${key}`)), { key, now });
    expect(findings[0]?.mistakes.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual([
      { id: 'amounts.in_yuan', fields: ['AMT'] },
      { id: 'left_out.empty', fields: ['USER_ID'] },
    ]);
  });

  it('a timestamp that was taken twice', async () => {
    const came = '{"REQTIME":"20180101000000"}';
    const found = await firstOf(envelope(md5Hex(`{"REQTIME":"20171231235959"}&key=${key}`), came), { key });
    expect(found).toMatchObject({ mistakes: ['contents.time'], fields: ['REQTIME'] });
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

it('does not put card data into titles', async () => {
  const card = '{"MERORDERID":"1","CARDNO":"6222020000000000017","CARDTYPE":"2","CVN2":"044"}';
  const signed = canonicalizeJson(card.replace('044', '44'));
  const message = envelope(md5Hex(`${signed}&key=${key}`), card);
  const { findings } = await diagnose(message, { key, now });
  expect(findings[0]).toMatchObject({ mistakes: [{ id: 'amounts.leading_zeros', fields: ['CVN2'] }] });
  expect(findings[0]?.title.en).not.toContain('44');
});
