import { hmacSha256Hex, md5Hex } from '@yinjian/crypto-webcrypto';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../diagnose.ts';
import { byName, fields, firstOf, key, now, query, xml } from './fixtures/wrong-messages.ts';

describe('a wrong WeChat Pay signature', () => {
  it.each<[string, string, string?]>([
    ['added.empty', query.replace('&body', '&attach=&body')],
    ['added.sign', query.replace('&sign_type', '&sign=&sign_type')],
    ['left_out.sign_type', query.replace('&sign_type=HMAC-SHA256', '')],
    [
      'order.not_sorted',
      Object.entries(fields)
        .filter(([, value]) => value !== '')
        .map((pair) => pair.join('='))
        .join('&'),
    ],
    ['value_texts.url_encoded', encodedValues()],
    [
      'value_texts.as_written|value_texts.html_escaped|spelling.html_escaped',
      query.replace('地铁 & <1>', '地铁 &amp; &lt;1>'),
    ],
    ['json_texts.rewritten', query.replace('西直门/1', '西直门\\/1'), 'scene_info'],
    ['json_texts.unwrapped', query.replace('{"scene_info":', '').replace('"}}', '"}'), 'scene_info'],
    [
      'json_texts.wrapped_twice',
      query.replace('{"scene_info":', '{"scene_info":{"scene_info":').replace('"}}', '"}}}'),
      'scene_info',
    ],
    ['left_out.field', query.replace('&notify_url=https://a.cn/n?b=1', ''), 'notify_url'],
    ['query.edges', `${query}&`],
    [
      'query.json',
      JSON.stringify(
        Object.fromEntries(
          Object.entries(fields)
            .filter(([, value]) => value !== '')
            .toSorted(byName),
        ),
      ),
    ],
  ])('%s', async (ids, signed, field) => {
    const sign = hmacSha256Hex(`${signed}&key=${key}`, key);
    const found = await firstOf(xml(sign), { key });
    expect(found.mistakes).toHaveLength(1);
    expect(ids.split('|')).toContain(found.mistakes[0]);
    expect(found.fields).toEqual(field === undefined ? found.fields : [field]);
  });

  function encodedValues(): string {
    return Object.entries(fields)
      .filter(([, value]) => value !== '')
      .toSorted(byName)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&');
  }

  it.each(['null', 'None', 'undefined'])('empty fields signed as %s', async (word) => {
    const sign = hmacSha256Hex(`${query.replace('&body', `&attach=${word}&body`)}&key=${key}`, key);
    const { findings } = await diagnose(xml(sign), { key, now });
    expect(findings[0]?.mistakes).toEqual([{ id: 'added.empty', fields: ['attach'] }]);
    expect(findings[0]?.title.en).toContain(`attach = ${word}`);
  });

  it('an amount with thousands separators', async () => {
    const some = { ...fields, total_fee: '12050' };
    const signed = query.replace('total_fee=888', 'total_fee=12,050');
    const found = await firstOf(xml(hmacSha256Hex(`${signed}&key=${key}`, key), some), { key });
    expect(found).toMatchObject({ mistakes: ['amounts.thousands_separators'], fields: ['total_fee'] });
  });

  it('names every field that is not in the documents', async () => {
    const sign = hmacSha256Hex(`${query}&key=${key}`, key);
    const { findings } = await diagnose(xml(sign, { ...fields, fromPage: '1', theme: 'x' }), { key, now });
    expect(findings[0]?.mistakes).toEqual([{ id: 'left_out.unknown', fields: ['fromPage', 'theme'] }]);
  });

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
