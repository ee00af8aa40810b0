import { readFileSync } from 'node:fs';
import { decodeFlatXml } from '@yinjian/protocol-codec';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signedMessage } from './message.ts';
import { sign } from './sign.ts';
import { buildXml } from './xml.ts';

interface Vector {
  readonly name: string;
  readonly fields: Record<string, string>;
  readonly key: string;
  readonly md5: string;
  readonly hmacSha256: string;
}

const file = new URL('../../../../conformance/vectors/wechat-signature.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };

describe('sign', () => {
  it.each(vectors)('is what is published: $name', ({ fields, key, md5, hmacSha256 }) => {
    expect(sign(Object.entries(fields), key, 'MD5')).toBe(md5);
    expect(sign(Object.entries(fields), key, 'HMAC-SHA256')).toBe(hmacSha256);
  });
});

describe('buildXml', () => {
  it('writes digits as text and everything else as CDATA', () => {
    expect(
      buildXml([
        ['total_fee', '888'],
        ['body', '地铁 & <b>'],
      ]),
    ).toBe('<xml><total_fee>888</total_fee><body><![CDATA[地铁 & <b>]]></body></xml>');
  });

  it("is read by the library's decoder as what was given, whatever it holds", () => {
    const piece = fc.constantFrom(
      ']]>',
      ']',
      '>',
      '\r',
      '\n',
      '&amp;',
      '&#13;',
      '<![CDATA[',
      '1',
      'a',
      '字',
      '😀',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const value = pieces.join('');
        expect(decodeFlatXml(buildXml([['attach', value]])).get('attach')).toBe(value);
      }),
    );
  });
});

describe('signedMessage', () => {
  const fields = { return_code: 'SUCCESS', total_fee: 888, attach: undefined };
  const signature = { key: 'k', signType: 'MD5' } as const;
  const read = (xml: string) => Object.fromEntries(decodeFlatXml(xml));

  it('leaves out what is undefined', () => {
    const message = read(signedMessage(fields, signature).body);
    expect(Object.keys(message)).toEqual(['return_code', 'total_fee', 'sign']);
  });

  it('has one flaw and no other', () => {
    const right = read(signedMessage(fields, signature).body);
    const flawed = (flaw: Parameters<typeof signedMessage>[2]) =>
      read(signedMessage(fields, signature, flaw).body);
    expect(flawed('no-signature')).toEqual({ return_code: 'SUCCESS', total_fee: '888' });
    expect(flawed('tampered')).toEqual({ ...right, total_fee: '8880' });
    expect(flawed('other-algorithm')['sign']).toBe(sign(Object.entries(right), 'k', 'HMAC-SHA256'));
    const wrong = flawed('wrong-signature')['sign'];
    expect(wrong).toMatch(/^[0-9A-F]{32}$/);
    expect(wrong).not.toBe(right['sign']);
  });
});
