import { CodecError } from './codec-error.ts';
import { formatPath } from './internal/plain-object.ts';

/** A form that a browser posts without anything being typed in. */
export interface HtmlForm {
  /** Where it is posted: an absolute http or https URL. */
  readonly action: string;
  readonly method: 'POST';
  /** Hidden fields, by name. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface HtmlFormOptions {
  /**
   * For the script, where the page has a Content-Security-Policy: fresh for each response, the same as in the header's
   * `script-src 'nonce-…'`. The policy's `form-action` has to allow the form's address.
   */
  readonly nonce?: string;
  /** The form alone, to be put into a page. Default: a whole document. */
  readonly fragment?: boolean;
  /** What stands on the button, and in the title of the document. Default: `继续 Continue`. */
  readonly label?: string;
}

/**
 * Writes a form that submits itself when the page loads. Where scripts do not run its button does the same, and it
 * also works with a strict Content-Security-Policy, given the `nonce`.
 *
 * Names and values may be anything a message can hold: quotes, markup, `</script>`. Nothing of them gets into the
 * script, and the result is plain ASCII, so the encoding of the page it is put into does not matter; the browser
 * submits UTF-8.
 *
 * @example
 * encodeHtmlForm({ action: 'https://pay.example/', method: 'POST', fields: { web_api: '{"AMT":"1"}' } })
 *
 * @throws {CodecError} `html_url` for an action other than an http or https URL, `html_nonce` for a nonce that is no
 * base64, `html_illegal_character` and `lone_surrogate` (naming the field) for what HTML cannot carry,
 * `empty_field_name`
 */
export function encodeHtmlForm(form: HtmlForm, options: HtmlFormOptions = {}): string {
  const { nonce, fragment = false, label = '继续 Continue' } = options;
  if (nonce !== undefined && !NONCE.test(nonce)) throw new CodecError('html_nonce', 'nonce');
  if (!HTTP_URL.test(form.action)) throw new CodecError('html_url', 'action');
  const inputs = Object.entries(form.fields).map(([name, value]) => {
    if (name === '') throw new CodecError('empty_field_name', formatPath([name]));
    const path = formatPath([name]);
    return `<input type="hidden" name="${escapeHtml(name, path)}" value="${escapeHtml(value, path)}">`;
  });
  const text = escapeHtml(label, 'label');
  const body = [
    `<form method="post" action="${escapeHtml(form.action, 'action')}" accept-charset="utf-8">`,
    ...inputs,
    `<button>${text}</button>`,
    '</form>',
    // The method of the prototype, because a field called `submit` hides the form's own.
    `<script${nonce === undefined ? '' : ` nonce="${nonce}"`}>HTMLFormElement.prototype.submit.call(document.currentScript.previousElementSibling)</script>`,
  ].join('\n');
  if (fragment) return `${body}\n`;
  return `<!doctype html>\n<meta charset="utf-8">\n<title>${text}</title>\n${body}\n`;
}

/** What `URL` would quietly mend is refused: white space, control characters, backslashes. */
const HTTP_URL = /^https?:\/\/[^\s\\\p{Cc}]+$/iu;

/** A `nonce-source` of Content Security Policy Level 3. */
const NONCE = /^[A-Za-z0-9+/_-]+={0,2}$/;

/** All but printable ASCII that means nothing in HTML. */
const ESCAPED = /[^ !#-%(-;=?-~]/gu;

/** The controls have no character reference: those below U+00A0 stand for something else in HTML. */
const NOT_HTML = /(?![\t\n\r])\p{Cc}/u;

/** Text for an attribute in quotes or between tags, in ASCII. */
function escapeHtml(value: string, path: string): string {
  if (typeof value !== 'string') throw new CodecError('unsupported_value', path);
  return value.replace(ESCAPED, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) throw new CodecError('lone_surrogate', path);
    if (NOT_HTML.test(character)) throw new CodecError('html_illegal_character', path);
    return `&#${codePoint};`;
  });
}
