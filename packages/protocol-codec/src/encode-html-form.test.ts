import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeHtmlForm, type HtmlForm } from './index.ts';
import { refusal } from './internal/refusal.fixture.ts';

const action = 'https://mmsp.example/pay?a=1&b="';
const form = (fields: Readonly<Record<string, string>>): HtmlForm => ({ action, method: 'POST', fields });

/** Reads the hidden fields back as an HTML parser does: a value ends at the first quote, references are resolved. */
function fieldsIn(html: string): [string, string][] {
  return [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
    ([, name = '', value = '']) => [unescapeHtml(name), unescapeHtml(value)],
  );
}

const unescapeHtml = (text: string) =>
  text.replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)));

const hostile = [
  ['quotes', `"'\``],
  ['an end of the attribute and a script', `"><script>alert(1)</script>`],
  ['an end of the script', '</script><script>alert(1)//'],
  ['an end of the form', '</form></textarea><!-- '],
  ['an event', `' onfocus='alert(1)' autofocus='`],
  ['references', '&amp;&quot;&#34;&lt;'],
  ['line separators', 'a\u2028b\u2029c'],
  ['line ends and tabs', 'a\r\nb\nc\rd\te'],
  ['characters beyond the first plane', '𠮷😀'],
  ['Chinese', '备注'],
  ['signed JSON', '{"URL":"https:\\/\\/a.cn\\/?a=1&b=\'x\'","GOODSNAME":"<b>\\"商品\\"</b>"}'],
] as const;

describe('encodeHtmlForm', () => {
  it('is a document whose form submits itself', () => {
    expect(
      encodeHtmlForm({ action: 'https://mmsp.example/', method: 'POST', fields: { web_api: '{"A":1}' } }),
    ).toBe(`<!doctype html>
<meta charset="utf-8">
<title>&#32487;&#32493; Continue</title>
<form method="post" action="https://mmsp.example/" accept-charset="utf-8">
<input type="hidden" name="web_api" value="{&#34;A&#34;:1}">
<button>&#32487;&#32493; Continue</button>
</form>
<script>HTMLFormElement.prototype.submit.call(document.currentScript.previousElementSibling)</script>
`);
  });

  it('can be a fragment, with a nonce and words of one’s own', () => {
    const html = encodeHtmlForm(form({ a: '1' }), {
      fragment: true,
      nonce: 'q4ZkI/+_-A==',
      label: '去<支付>',
    });
    expect(html.startsWith('<form method="post"')).toBe(true);
    expect(html).not.toMatch(/doctype|<title|<meta/);
    expect(html).toContain('<script nonce="q4ZkI/+_-A==">');
    expect(html).toContain('<button>&#21435;&#60;&#25903;&#20184;&#62;</button>');
  });

  it.each(hostile)('carries %s as a value and as a name, and nothing gets out', (_, text) => {
    const html = encodeHtmlForm(form({ [text]: text, b: text }), { label: text });
    expect(fieldsIn(html)).toEqual([
      [text, text],
      ['b', text],
    ]);
    expect(html.match(/<\w+/g)).toEqual([
      '<meta',
      '<title',
      '<form',
      '<input',
      '<input',
      '<button',
      '<script',
    ]);
    expect(html.split('<script')[1]).toBe(
      '>HTMLFormElement.prototype.submit.call(document.currentScript.previousElementSibling)</script>\n',
    );
  });

  it('carries any text there is, in printable ASCII', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary', minLength: 1 }),
        (value, name) => {
          fc.pre(!/(?![\t\n\r])\p{Cc}/u.test(value + name));
          const html = encodeHtmlForm(form({ [name]: value }));
          expect(html).toMatch(/^[\n\x20-\x7e]*$/);
          expect(fieldsIn(html)).toEqual([[name, value]]);
        },
      ),
    );
  });

  it('escapes the address', () => {
    expect(encodeHtmlForm(form({}))).toContain('action="https://mmsp.example/pay?a=1&#38;b=&#34;"');
  });

  it.each([
    '',
    '/pay',
    '//mmsp.example/',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    ' https://mmsp.example/',
    'https:\\\\mmsp.example/',
    'https://mmsp.example/\u0000',
  ])('refuses to post to %j', (address) => {
    const refused = refusal(() => encodeHtmlForm({ action: address, method: 'POST', fields: {} }));
    expect(refused).toMatchObject({ code: 'html_url', path: 'action' });
  });

  it.each(['', 'a"b', 'a b', '"><script>', '=a', 'a===', 'a\n'])('refuses the nonce %j', (nonce) => {
    expect(refusal(() => encodeHtmlForm(form({}), { nonce })).code).toBe('html_nonce');
  });

  it.each(['\u0000', '\u0008', '\u007f', '\u0080', '\u009f'])(
    'refuses the control %j, naming the field',
    (control) => {
      expect(refusal(() => encodeHtmlForm(form({ web_api: `6222${control}` })))).toMatchObject({
        code: 'html_illegal_character',
        path: 'web_api',
        message: 'html_illegal_character at web_api',
      });
      expect(refusal(() => encodeHtmlForm(form({ [`6222${control}`]: '' }))).path).toBe('[?]');
    },
  );

  it('refuses what has no UTF-8 form, what is no text, and a field without a name', () => {
    expect(refusal(() => encodeHtmlForm(form({ a: 'x\ud800' })))).toMatchObject({
      code: 'lone_surrogate',
      path: 'a',
    });
    expect(refusal(() => encodeHtmlForm(form({ a: 1 as never })))).toMatchObject({
      code: 'unsupported_value',
      path: 'a',
    });
    expect(refusal(() => encodeHtmlForm(form({ '': 'x' }))).code).toBe('empty_field_name');
  });

  it('takes time in proportion to the value', () => {
    const value = '"'.repeat(500_000);
    expect(encodeHtmlForm(form({ a: value })).length).toBe(
      encodeHtmlForm(form({ a: '' })).length + 5 * value.length,
    );
  });
});
