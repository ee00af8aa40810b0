import { html, type TemplateResult } from 'lit';
import type { Difference } from '../../types/difference.ts';
import type { View } from '../view.ts';
import { visibleText } from '../visible-text.ts';
import { words } from '../words.ts';

export function differenceView({ parts, remarks }: Difference, view: View): TemplateResult {
  const heading = view.say(words.difference);
  return html`<section aria-labelledby="difference">
    <h2 id="difference">${heading}</h2>
    <pre class="difference" tabindex="0" role="group" aria-label=${heading}>${parts.map(({ kind, text }) => {
      if (kind === 'same') return visibleText(text);
      return kind === 'theirs'
        ? html`<del>${visibleText(text)}</del>`
        : html`<ins>${visibleText(text)}</ins>`;
    })}</pre>
    <p class="quiet"><del>${view.say(words.onlyYours)}</del> <ins>${view.say(words.onlyRight)}</ins></p>
    <ul>
      ${remarks.map(({ message }) => html`<li>${view.say(message)}</li>`)}
    </ul>
  </section>`;
}
