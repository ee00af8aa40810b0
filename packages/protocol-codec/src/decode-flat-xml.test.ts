import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodecErrorCode } from './codec-error.ts';
import { decodeFlatXml } from './decode-flat-xml.ts';
import { encodeFlatXml } from './encode-flat-xml.ts';
import { refusal } from './internal/refusal.fixture.ts';

/** The value of the one field `a` whose content this is. */
function valueOf(content: string): string | undefined {
  const fields = decodeFlatXml(`<xml><a>${content}</a></xml>`);
  expect(fields.size).toBe(1);
  return fields.get('a');
}

/** `message`, or the name of what was thrown. */
function outcome(text: string): string {
  try {
    decodeFlatXml(text);
    return 'message';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

describe('decodeFlatXml', () => {
  it('reads a message in its order', () => {
    const text = `<xml>
  <return_code><![CDATA[SUCCESS]]></return_code>
  <total_fee>100</total_fee>\t<attach/>
  <empty></empty><bare><![CDATA[]]></bare>
</xml>
`;
    expect([...decodeFlatXml(text)]).toEqual([
      ['return_code', 'SUCCESS'],
      ['total_fee', '100'],
      ['attach', ''],
      ['empty', ''],
      ['bare', ''],
    ]);
  });

  it.each([
    '<xml></xml>',
    '<xml/>',
    '<xml />',
    '<xml >\n</xml\t>',
    '\ufeff<xml></xml>',
    ' \r\n<xml></xml> \n',
  ])('reads the empty message %j', (text) => {
    expect(decodeFlatXml(text).size).toBe(0);
  });

  it.each([
    '<?xml version="1.0"?>',
    "<?xml version='1.0'?>",
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<?xml version="1.0" encoding=\'utf-8\' ?>\n',
    '<?xml\tversion = "1.0"\n encoding = "Utf-8" standalone="yes" ?>\r\n',
    '<?xml version="1.0" standalone=\'no\'?>',
    '\ufeff<?xml version="1.0" encoding="UTF-8"?>',
  ])('takes the declaration %j', (declaration) => {
    expect(decodeFlatXml(`${declaration}<xml><a>1</a></xml>`).get('a')).toBe('1');
  });

  it('mixes text, CDATA and references freely', () => {
    expect(valueOf('a<![CDATA[b]]>c<![CDATA[<d>&amp;]]>&lt;e')).toBe('abc<d>&amp;<e');
    expect(valueOf('<![CDATA[]]><![CDATA[x]]><![CDATA[]]>')).toBe('x');
    expect(valueOf('<![CDATA[a]]]]><![CDATA[>b]]>')).toBe('a]]>b');
    expect(valueOf('<![CDATA[]]]]>')).toBe(']]');
    expect(valueOf('<![CDATA[<![CDATA[]]>')).toBe('<![CDATA[');
    expect(valueOf('<![CDATA[</a></xml>]]>')).toBe('</a></xml>');
  });

  it('resolves the five entities and character references', () => {
    expect(valueOf('&amp;&lt;&gt;&quot;&apos;')).toBe('&<>"\'');
    expect(valueOf('&#65;&#x41;&#x4f8B;&#20363;&#x1F600;&#128512;&#x10FFFF;&#x9;&#10;&#xD;')).toBe(
      'AA例例\u{1f600}\u{1f600}\u{10ffff}\t\n\r',
    );
    expect(valueOf('&#00000000000000000000065;&#x0000000000000000000041;')).toBe('AA');
    expect(valueOf('&amp;lt;&#38;gt;')).toBe('&lt;&gt;');
    expect(valueOf('&#xE000;&#xD7FF;&#xFFFD;')).toBe('\ue000\ud7ff\ufffd');
  });

  it('keeps white space and normalises line ends, but not those of references', () => {
    expect(valueOf('  x \t\n ')).toBe('  x \t\n ');
    expect(valueOf('1\r\n2\r3\n4\r\r\n5\n\r6')).toBe('1\n2\n3\n4\n\n5\n\n6');
    expect(valueOf('<![CDATA[1\r\n2\r]]>\n<![CDATA[\r]]>\r')).toBe('1\n2\n\n\n\n');
    expect(valueOf('&#13;\n&#xd;&#10;\r&#10;')).toBe('\r\n\r\n\n\n');
  });

  it('keeps all other text raw', () => {
    const text = ' ]]] ] > "\' = / ? ! 例\u{1f600}\u007f\u0085\u2028\ue000\ufffd\u{10ffff}\ufeff';
    expect(valueOf(text)).toBe(text);
    expect(valueOf(`${text}&amp;${text}`)).toBe(`${text}&${text}`);
    expect(valueOf(`<![CDATA[${text}&&amp;<]]>`)).toBe(`${text}&&amp;<`);
  });

  it('allows white space in tags where XML does', () => {
    expect(decodeFlatXml('<xml \n><a >1</a\r\n><b\t/><c></c ></xml >').get('a')).toBe('1');
  });

  it.each(['__proto__', 'constructor', 'xml', '_', 'a.b-c_1', 'A'])('takes the name %s', (name) => {
    expect([...decodeFlatXml(`<xml><${name}>1</${name}></xml>`)]).toEqual([[name, '1']]);
  });

  // The offset is that of `|`, which is taken out.
  it.each<[CodecErrorCode, string]>([
    ['xml_root', '|'],
    ['xml_root', ' \n|'],
    ['xml_root', '|SUCCESS'],
    ['xml_root', '|{"a":1}'],
    ['xml_root', '|\0<xml></xml>'],
    ['xml_root', '\ufeff|\ufeff<xml></xml>'],
    ['xml_root', '|<html></html>'],
    ['xml_root', '|<XML></XML>'],
    ['xml_root', '|<xm></xm>'],
    ['xml_root', '|<xmls></xmls>'],
    ['xml_declaration', '|<?xml ?><xml/>'],
    ['xml_declaration', '|<?xml version=1.0?><xml/>'],
    ['xml_declaration', '|<?xml version="1.0\'?><xml/>'],
    ['xml_declaration', '|<?xml version="1.0"><xml/>'],
    ['xml_declaration', '|<?xml encoding="UTF-8"?><xml/>'],
    ['xml_declaration', '|<?xml encoding="UTF-8" version="1.0"?><xml/>'],
    ['xml_declaration', '|<?xml version="1.0"encoding="UTF-8"?><xml/>'],
    ['xml_declaration', '|<?xml version="1.0" standalone="maybe"?><xml/>'],
    ['xml_declaration', '|<?xml version="1.0" unknown="x"?><xml/>'],
    ['xml_version', '|<?xml version="1.1"?><xml/>'],
    ['xml_version', '|<?xml version=""?><xml/>'],
    ['xml_encoding', '|<?xml version="1.0" encoding="GBK"?><xml/>'],
    ['xml_encoding', '|<?xml version="1.0" encoding="UTF-16"?><xml/>'],
    ['xml_encoding', '|<?xml version="1.0" encoding="utf8"?><xml/>'],
    ['xml_encoding', '|<?xml version="1.0" encoding=""?><xml/>'],
    ['xml_processing_instruction', ' |<?xml version="1.0"?><xml/>'],
    ['xml_processing_instruction', '<?xml version="1.0"?>|<?xml version="1.0"?><xml/>'],
    ['xml_processing_instruction', '|<?xml-stylesheet href="x"?><xml/>'],
    ['xml_processing_instruction', '<xml>|<?php ?></xml>'],
    ['xml_processing_instruction', '<xml><a>1|<?x?></a></xml>'],
    ['xml_doctype', '|<!DOCTYPE xml><xml/>'],
    ['xml_doctype', '|<!DOCTYPE xml [<!ENTITY x SYSTEM "file:///etc/passwd">]><xml><a>&x;</a></xml>'],
    ['xml_doctype', '<?xml version="1.0"?>\n|<!DOCTYPE xml SYSTEM "http://x/y.dtd"><xml/>'],
    ['xml_doctype', '<xml>|<!DOCTYPE x></xml>'],
    ['xml_comment', '|<!-- x --><xml/>'],
    ['xml_comment', '<xml>|<!-- x --></xml>'],
    ['xml_comment', '<xml><a>1|<!---->2</a></xml>'],
    ['xml_syntax', '|<![CDATA[x]]><xml/>'],
    ['xml_syntax', '<xml>|<!ENTITY x "y"></xml>'],
    ['xml_syntax', '<xml><a>|<!x></a></xml>'],
    ['xml_syntax', '<xml><a>|<![cdata[x]]></a></xml>'],
    ['xml_syntax', '<xml><a/| ></xml>'],
    ['xml_name', '<|1xml></1xml>'],
    ['xml_name', '<xml|:a></xml:a>'],
    ['xml_name', '<xml><|></></xml>'],
    ['xml_name', '<xml><| a>1</a></xml>'],
    ['xml_name', '<xml><|1a>1</1a></xml>'],
    ['xml_name', '<xml><|-a>1</-a></xml>'],
    ['xml_name', '<xml><|例>1</例></xml>'],
    ['xml_name', '<xml><a|例>1</a例></xml>'],
    ['xml_name', '<xml><wx|:a>1</wx:a></xml>'],
    ['xml_name', '<xml><a|="1">1</a></xml>'],
    ['xml_name', '<xml><a|<b></b></a></xml>'],
    ['xml_name', '<xml><a|\0>1</a></xml>'],
    ['xml_attribute', '<xml |version="1"></xml>'],
    ['xml_attribute', '<xml><a |b="c">1</a></xml>'],
    ['xml_attribute', '<xml><a\n|xmlns:x="y"/></xml>'],
    ['xml_nested', '<xml><a>|<b>1</b></a></xml>'],
    ['xml_nested', '<xml><a>1|<b/></a></xml>'],
    ['xml_nested', '<xml><a>|<a>1</a></a></xml>'],
    ['xml_nested', '<xml><a>1 |< 2</a></xml>'],
    ['xml_duplicate_field', '<xml><a>1</a><b/>|<a>1</a></xml>'],
    ['xml_duplicate_field', '<xml><a/>|<a/></xml>'],
    ['xml_duplicate_field', '<xml><__proto__/>|<__proto__/></xml>'],
    ['xml_text_between_fields', '<xml>|x<a>1</a></xml>'],
    ['xml_text_between_fields', '<xml><a>1</a> |x</xml>'],
    ['xml_text_between_fields', '<xml>|&#32;<a>1</a></xml>'],
    ['xml_text_between_fields', '<xml>|<![CDATA[ ]]><a>1</a></xml>'],
    ['xml_text_between_fields', '<xml><a>1</a>|\u00a0<b>2</b></xml>'],
    ['xml_text_between_fields', '<xml>|\u000b</xml>'],
    ['xml_text_between_fields', '<xml><a/>|></xml>'],
    ['xml_entity', '<xml><a>x|&nbsp;</a></xml>'],
    ['xml_entity', '<xml><a>|&AMP;</a></xml>'],
    ['xml_entity', '<xml><a>|&amp</a></xml>'],
    ['xml_entity', '<xml><a>|& b</a></xml>'],
    ['xml_entity', '<xml><a>|&</a></xml>'],
    ['xml_entity', '<xml><a>|&;</a></xml>'],
    ['xml_entity', '<xml><a>|&amp<![CDATA[;]]></a></xml>'],
    ['xml_entity', '<xml><a>|&__proto__;</a></xml>'],
    ['xml_character_reference', '<xml><a>|&#;</a></xml>'],
    ['xml_character_reference', '<xml><a>|&#x;</a></xml>'],
    ['xml_character_reference', '<xml><a>|&#6 5;</a></xml>'],
    ['xml_character_reference', '<xml><a>|&#-65;</a></xml>'],
    ['xml_character_reference', '<xml><a>|&#X41;</a></xml>'],
    ['xml_character_reference', '<xml><a>|&#4f;</a></xml>'],
    ['xml_character_reference', '<xml><a>|&#65</a></xml>'],
    ['xml_character_reference', '<xml><a>|&#0;</a></xml>'],
    ['xml_character_reference', '<xml><a>|&#x1F;</a></xml>'],
    ['xml_character_reference', '<xml><a>|&#xD800;</a></xml>'],
    ['xml_character_reference', '<xml><a>|&#xD83D;&#xDE00;</a></xml>'],
    ['xml_character_reference', '<xml><a>|&#xFFFE;</a></xml>'],
    ['xml_character_reference', '<xml><a>|&#x110000;</a></xml>'],
    ['xml_character_reference', `<xml><a>|&#${'9'.repeat(400)};</a></xml>`],
    ['xml_cdata_end', '<xml><a>x|]]>y</a></xml>'],
    ['xml_cdata_end', '<xml><a>]|]]></a></xml>'],
    ['xml_cdata_end', '<xml><a><![CDATA[x]]>|]]></a></xml>'],
    ['xml_illegal_character', '<xml><a>x|\0</a></xml>'],
    ['xml_illegal_character', '<xml><a>x|\u000b</a></xml>'],
    ['xml_illegal_character', '<xml><a>&amp;\r\n|\u001f</a></xml>'],
    ['xml_illegal_character', '<xml><a>|\ufffe</a></xml>'],
    ['xml_illegal_character', '<xml><a><![CDATA[x|\uffff]]></a></xml>'],
    ['lone_surrogate', '<xml><a>x|\ud800</a></xml>'],
    ['lone_surrogate', '<xml><a>|\udbff</a></xml>'],
    ['lone_surrogate', '<xml><a>|\udfff</a></xml>'],
    ['lone_surrogate', '<xml><a>\u{1f600}|\ude00</a></xml>'],
    ['lone_surrogate', '<xml><a>|\ud83d<![CDATA[\ude00]]></a></xml>'],
    ['lone_surrogate', '<xml><a><![CDATA[|\udc00]]></a></xml>'],
    ['xml_mismatched_tag', '<xml><a>1</|b></xml>'],
    ['xml_mismatched_tag', '<xml><a>1</|A></xml>'],
    ['xml_mismatched_tag', '<xml><a>1</|xml>'],
    ['xml_mismatched_tag', '<xml><a>1</| a></xml>'],
    ['xml_mismatched_tag', '<xml><a>1</a|b></xml>'],
    ['xml_mismatched_tag', '<xml><ab>1</|a></xml>'],
    ['xml_mismatched_tag', '<xml><a>1</a |b="c"></xml>'],
    ['xml_mismatched_tag', '<xml></|a></xml>'],
    ['xml_mismatched_tag', '<xml><a>1</a|/></xml>'],
    ['xml_unclosed', '<|'],
    ['xml_unclosed', '<xml|'],
    ['xml_unclosed', '<xml |'],
    ['xml_unclosed', '<xml>|'],
    ['xml_unclosed', '<xml> \n|'],
    ['xml_unclosed', '<xml><a|'],
    ['xml_unclosed', '<xml><a>|'],
    ['xml_unclosed', '<xml><a/|'],
    ['xml_unclosed', '<xml><a>1|'],
    ['xml_unclosed', '<xml><a>1</a|'],
    ['xml_unclosed', '<xml><a>1</a>|'],
    ['xml_unclosed', '<xml><a>1</a></xml|'],
    ['xml_unclosed', '<xml><a>|<![CDATA[x'],
    ['xml_unclosed', '<xml><a>|<![CDATA[x]]</a></xml>'],
    ['xml_after_root', '<xml></xml>|x'],
    ['xml_after_root', '<xml></xml> |<xml></xml>'],
    ['xml_after_root', '<xml/>\n|<!-- x -->'],
    ['xml_after_root', '<xml/>|</xml>'],
    ['xml_after_root', '<xml/>|\0'],
  ])('refuses with %s: %j', (code, marked) => {
    const offset = marked.indexOf('|');
    const text = marked.slice(0, offset) + marked.slice(offset + 1);
    expect(refusal(() => decodeFlatXml(text))).toMatchObject({ code, offset, path: '' });
  });

  it('says of every text cut short that it is', () => {
    const text =
      '\ufeff<?xml version="1.0"?>\n<xml ><a>1&amp;<![CDATA[x]]>]</a ><b/>\n<long_name>\r</long_name></xml>';
    expect(decodeFlatXml(text).size).toBe(3);
    const root = text.indexOf('<xml ');
    for (let length = 0; length < text.length; length++) {
      const cut = text.slice(0, length);
      const { code } = refusal(() => decodeFlatXml(cut));
      // In front of the root something else is missing first, and within `&amp;` a bare `&` is the complaint.
      const expected = length > root && !/&\w*$/.test(cut) ? 'xml_unclosed' : code;
      expect([cut, code]).toEqual([cut, expected]);
    }
  });

  it('refuses what is not a string', () => {
    for (const text of [undefined, null, 1, {}, new Uint8Array()] as unknown[] as string[]) {
      expect(refusal(() => decodeFlatXml(text)).code).toBe('invalid_argument');
    }
  });

  it('keeps to the limits', () => {
    const text = '<xml><a>例</a><b/></xml>';
    expect(decodeFlatXml(text, { maxLength: text.length, maxFields: 2 }).size).toBe(2);
    expect(refusal(() => decodeFlatXml(text, { maxLength: text.length - 1 }))).toMatchObject({
      code: 'too_large',
      offset: text.length - 1,
    });
    expect(refusal(() => decodeFlatXml(text, { maxFields: 1 }))).toMatchObject({
      code: 'too_many_fields',
      offset: 13,
    });
    const many = (count: number) =>
      `<xml>${Array.from({ length: count }, (_, index) => `<f${index}/>`).join('')}</xml>`;
    expect(decodeFlatXml(many(1000)).size).toBe(1000);
    expect(refusal(() => decodeFlatXml(many(1001))).code).toBe('too_many_fields');
    expect(refusal(() => decodeFlatXml(`<xml><a>${'x'.repeat(1_048_576)}</a></xml>`)).code).toBe('too_large');
  });

  it('ends on hostile texts of a mebibyte', () => {
    const size = 1_000_000;
    const fill = (piece: string): string => piece.repeat(Math.floor(size / piece.length));
    expect(valueOf(fill('&amp;'))).toHaveLength(200_000);
    expect(valueOf(fill('&#65;'))).toBe('A'.repeat(200_000));
    expect(valueOf(fill('\r\n'))).toBe('\n'.repeat(500_000));
    expect(valueOf(fill('<![CDATA[x]]>'))).toBe('x'.repeat(76_923));
    expect(valueOf(fill(']'))).toHaveLength(size);
    expect(valueOf(`&#${'0'.repeat(size)}65;`)).toBe('A');
    const hostile = [
      `<xml><a>${fill('&')}`,
      `<xml><a>${fill('<![CDATA[')}`,
      `<xml><a><![CDATA[${fill(']]')}`,
      `<xml><a>&#${fill('1')}`,
      `<xml><a>&${fill('a')}`,
      `<xml>${fill('<a>')}`,
      `<xml>${fill(' ')}`,
      `<xml><a${fill(' ')}`,
      `<xml><${fill('a')}`,
      `<xml><a>1</a${fill(' ')}`,
      `<?xml version="1.0"${fill(' ')}`,
      `<?xml version="${fill('1')}`,
      `<?xml${fill(' version')}`,
      fill('<'),
      fill('<!--'),
    ];
    for (const text of hostile) refusal(() => decodeFlatXml(text));
  });
});

describe('decodeFlatXml of what encodeFlatXml writes', () => {
  const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]*$/, { maxLength: 8 });
  const legal = fc
    .string({ unit: 'binary', maxLength: 10 })
    .map((text) =>
      Array.from(text, (character) =>
        /[^\t\n\r -\ufffd\u{10000}-\u{10ffff}]/u.test(character) ? '&' : character,
      ).join(''),
    );
  const tricky = fc.string({
    unit: fc.constantFrom('&', '<', '>', ']', '\r', '\n', ';', '#', 'amp', 'x', '例', '"', ' '),
  });
  const fields = fc.uniqueArray(fc.tuple(name, fc.oneof(legal, tricky)), { selector: ([key]) => key });

  it('is the same fields in the same order', () => {
    fc.assert(
      fc.property(fields, (entries) => {
        expect([...decodeFlatXml(encodeFlatXml(new Map(entries)))]).toEqual(entries);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same as of CDATA, but for line ends', () => {
    fc.assert(
      fc.property(fields, (entries) => {
        const elements = entries.map(
          ([key, value]) => `<${key}><![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${key}>`,
        );
        const normalised = entries.map(([key, value]) => [key, value.replaceAll(/\r\n?/g, '\n')]);
        expect([...decodeFlatXml(`<xml>\n${elements.join('\n')}\n</xml>`)]).toEqual(normalised);
      }),
      { numRuns: 500 },
    );
  });

  it('never ends in anything but a message or a CodecError', () => {
    const alphabet = [
      '<',
      '>',
      '/',
      '&',
      ';',
      '#',
      'x',
      'xml',
      'a',
      '!',
      '[',
      ']',
      '<![CDATA[',
      ']]>',
      '?',
      ' ',
      '"',
      '=',
      '-',
      '\r',
    ];
    const noise = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 20 });
    fc.assert(
      fc.property(noise, noise, (inside, outside) => {
        for (const text of [
          outside,
          `<xml>${inside}</xml>${outside}`,
          `<xml><a>${inside}</a>${outside}</xml>`,
        ]) {
          expect(['message', 'CodecError']).toContain(outcome(text));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
