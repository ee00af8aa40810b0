import { describe, expect, it } from 'vitest';
import { explain } from '../../explain.ts';
import { requests } from '../../internal/fixtures/messages.ts';

/** What is said of a message, with the characters that it is said of. */
async function said(message: string): Promise<string[]> {
  const { problems } = await explain(message);
  return problems.map(({ severity, code, at }) => {
    const place = at === undefined ? '' : ` ${message.slice(at.start, Math.min(at.end, at.start + 12))}`;
    return `${severity} ${code}${place}`;
  });
}

describe('what is not JSON', () => {
  it.each([
    ['single quotes', `{"a":'1'}`, "error single_quotes '"],
    ['single quotes around a name', "{'a':1}", "error single_quotes '"],
    ['typographic quotes', '{“a”:1}', 'error smart_quotes “'],
    ['full-width punctuation', '{"a"：1}', 'error full_width ：'],
    ['a comma too many', '{"a":1,}', 'error trailing_comma }'],
    ['a comma too many in a list', '{"a":[1,]}', 'error trailing_comma ]'],
    ['a comma too few', '{"a":1 "b":2}', 'error missing_comma "'],
    ['a comma too few after a text', '{"a":"1" "b":2}', 'error missing_comma "'],
    ['a name without quotes', '{a: 1}', 'error unquoted_name a'],
    ['a further name without quotes', '{"a":1, b: 1}', 'error unquoted_name b'],
    ['a comment', '{"a":1 /* b */}', 'error json_comment /'],
    ['a comment at the start', '{ // b\n"a":1}', 'error json_comment /'],
    ['undefined', '{"a":undefined}', 'error js_value u'],
    ['NaN', '{"a":NaN}', 'error js_value N'],
    ['a quote inside of a text', '{"a":"b"c"}', 'error unescaped_quote c'],
    ['an octal number', '{"a":01}', 'error json_syntax 1'],
    ['two colons', '{"a"::1}', 'error json_syntax :'],
    ['a line break in a text', '{"a":"1\n2"}', 'error json_control_character \n'],
    ['an unknown escape', '{"a":"\\x"}', 'error json_syntax \\'],
    ['half a character', '{"a":"\\ud800"}', 'error lone_surrogate \\'],
    ['a name that occurs twice', '{"a":1,"\\u0061":2}', 'error json_duplicate_key "'],
    ['a list', '["a"]', 'error json_not_object ["a"]'],
    ['a text that breaks off', '{"a":"1', 'error truncated '],
    ['a message that breaks off', requests.quickPay.slice(0, -1), 'error truncated '],
    ['print_r', 'Array\n(\n    [AMT] => 1\n)\n', 'error php_print_r Array\n(\n    '],
    ['var_dump', 'array(1) {\n  ["AMT"]=>\n  string(1) "1"\n}', 'error php_var_dump array(1) {\n '],
    ['var_export', "array (\n  'AMT' => '1',\n)", "error php_array array (\n  'A"],
    ['PHP code', "$a = ['AMT' => '1'];", "error php_array $a = ['AMT' "],
    ['a dict of Python', "{'AMT': '1', 'X': None}", "error python_repr {'AMT': '1',"],
    ['a map of Java', '{AMT=1, MERORDERID=2}', 'error java_map {AMT=1, MERO'],
    ['an object of Java', 'Order(AMT=1, MERORDERID=2)', 'error java_map Order(AMT=1,'],
    ['prose', 'why?', 'error not_recognised why?'],
    ['nothing', ' \n ', 'error empty'],
  ])('is named: %s', async (_, message, expected) => {
    expect(await said(message)).toEqual([expected]);
    expect((await explain(message)).verdict.result).toBe('unreadable');
  });

  it('is named with line and column, in both languages', async () => {
    const [problem] = (await explain('{\n  "a": 1,\n  "b": \'2\'\n}')).problems;
    expect(problem?.message.zh).toMatch(/单引号.*（第 3 行第 8 列）$/);
    expect(problem?.message.en).toMatch(/single quote.*\(line 3, column 8\)$/);
  });

  it('is not looked for inside of a broken message', async () => {
    expect(await said(`{CommandID:771,"Body":{"AMT":"1"}}`)).toEqual(['error unquoted_name C']);
  });

  it('says what was expected', async () => {
    const words = async (message: string) => (await explain(message)).problems[0]?.message.en;
    expect(await words('{"a":1,=}')).toMatch(/after a comma, expected a field name/);
    expect(await words('{=}')).toMatch(/expected a field name in double quotes/);
    expect(await words('{"a":=}')).toMatch(/expected a value after the colon, not “=”/);
    expect(await words('{"a" 1}')).toMatch(/ends? before this|comma/);
  });
});

describe('what is not flat XML', () => {
  const fields = '<mch_id>1</mch_id>';
  it.each([
    ['attributes', `<xml><a b="c">1</a></xml>`, 'error xml_attribute b'],
    ['a document type', `<!DOCTYPE xml [<!ENTITY a "b">]><xml>${fields}</xml>`, 'error xml_doctype <'],
    ['a field that occurs twice', `<xml>${fields}${fields}</xml>`, 'error xml_duplicate_field <'],
    ['another root', `<root>${fields}</root>`, 'error xml_root <'],
    ['nesting', '<xml><a><b>1</b></a></xml>', 'error xml_nested <'],
    ['a bare ampersand', '<xml><a>1&2</a></xml>', 'error xml_entity &'],
    ['another end tag', '<xml><a>1</b></xml>', 'error xml_mismatched_tag b'],
    ['a message that breaks off', `<xml>${fields}`, 'error xml_unclosed '],
    ['another encoding', `<?xml version="1.0" encoding="GBK"?><xml>${fields}</xml>`, 'error xml_encoding <'],
    ['a comment', `<xml><!-- 1 -->${fields}</xml>`, 'error xml_comment <'],
  ])('is named: %s', async (_, message, expected) => {
    expect(await said(message)).toEqual([expected]);
    expect((await explain(message)).verdict.result).toBe('unreadable');
  });
});

describe('what was decoded wrongly', () => {
  it.each([
    ['GBK as UTF-8', '{"AMT":"1","BANK_NAME":"\ufffd\ufffd"}', 'warning replacement_character \ufffd'],
    ['UTF-8 as GBK', '{"AMT":"1","BANK_NAME":"鍦伴搧"}', 'warning mojibake 鍦伴搧'],
    [
      'UTF-8 as ISO-8859-1',
      '{"AMT":"1","BANK_NAME":"å\u009c°é\u0093\u0081"}',
      'warning mojibake å\u009c°é\u0093\u0081',
    ],
    ['UTF-8 as Windows-1252', '{"AMT":"1","BANK_NAME":"å›½"}', 'warning mojibake å›½'],
  ])('is named: %s', async (_, message, expected) => {
    expect(await said(message)).toEqual([expected]);
  });

  it('is shown as it was meant', async () => {
    const [problem] = (await explain('{"BANK_NAME":"鍦伴搧"}')).problems;
    expect(problem?.message.zh).toContain('应为“地铁”');
  });

  it('is not suspected of text in any language', async () => {
    const texts = [
      '招商银行',
      '张安，北京市海淀区',
      '联通',
      '浠水县',
      'café',
      'Ünïcödé',
      'naïve',
      '日本語テスト',
      '한국어',
      '“引号”',
      '😀',
    ];
    for (const text of texts) expect(await said(JSON.stringify({ GOODSNAME: text, AMT: '1' }))).toEqual([]);
  });
});

describe('what is odd about a message', () => {
  it('is a Body that is text, which is taken out', async () => {
    const body = '{"MERORDERID":"1","URL":"a\\/b"}';
    const message = JSON.stringify({ CommandID: 773, Body: body, Sign: 'X' });
    const { problems, steps } = await explain(message);
    expect(problems).toMatchObject([{ severity: 'warning', code: 'body_is_text' }]);
    expect(message.slice(problems[0]?.at?.start, problems[0]?.at?.end)).toBe(JSON.stringify(body));
    const fields = steps.filter(({ kind }) => kind === 'fields');
    const places =
      fields[1]?.kind === 'fields' ? fields[1].fields.map(({ at }) => message.slice(at?.start, at?.end)) : [];
    expect(places).toEqual(['\\"MERORDERID\\":\\"1\\"', '\\"URL\\":\\"a\\\\/b\\"']);
  });

  it('is a Body that is text and broken', async () => {
    const message = JSON.stringify({ CommandID: 773, Body: '{"MERORDERID":1,}', Sign: 'X' });
    const { problems, verdict } = await explain(message);
    expect(verdict.result).toBe('unreadable');
    expect(problems.map(({ code }) => code)).toEqual(['body_is_text', 'trailing_comma']);
    expect(message.slice(problems[1]?.at?.start, problems[1]?.at?.end)).toBe('}');
  });

  it.each([
    ['[]', /json_encode/],
    ['[1]', /should be a JSON object/],
  ])('is a Body that is a list: %s', async (body, words) => {
    const { problems, verdict } = await explain(`{"CommandID":773,"Body":${body},"Sign":"X"}`);
    expect([problems[0]?.code, verdict.result]).toEqual(['body_not_object', 'unreadable']);
    expect(problems[0]?.message.en).toMatch(words);
  });

  it('is WeChat Pay in JSON', async () => {
    expect(await said('{"appid":"a","mch_id":"1","total_fee":1,"attach":null}')).toEqual([
      'warning fields_not_xml {"appid":"a"',
    ]);
  });

  it('is an algorithm that there is not', async () => {
    expect(await said('<xml><mch_id>1</mch_id><sign_type>HMAC_SHA256</sign_type></xml>')).toEqual([
      'warning sign_type_unknown <sign_type>H',
    ]);
  });
});
