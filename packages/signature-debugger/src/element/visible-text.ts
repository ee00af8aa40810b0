import { html, type TemplateResult } from 'lit';

const MARKS: Readonly<Record<string, string>> = {
  ' ': '·',
  '\n': '↵',
  '\r': '␍',
  '\t': '⇥',
  '\ufeff': 'BOM',
  '\u00a0': '⍽',
  '\u3000': '□',
};

/** The text with its white space shown. Copying is done by buttons, so that the marks are never copied. */
export function visibleText(text: string): (string | TemplateResult)[] {
  return text
    .split(/([ \n\r\t\ufeff\u00a0\u3000])/)
    .filter((part) => part !== '')
    .map((part) => {
      const mark = MARKS[part];
      return mark === undefined ? part : html`<span class="space">${mark}</span>${part === '\n' ? '\n' : ''}`;
    });
}
