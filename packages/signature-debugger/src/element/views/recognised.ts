import { html, nothing, type TemplateResult } from 'lit';
import type { Recognised } from '../../types/recognised.ts';
import type { View } from '../view.ts';
import { words } from '../words.ts';

export function recognisedView(
  { containers, title, operation, product, platform, wire, because }: Recognised,
  view: View,
): TemplateResult | typeof nothing {
  if (platform === undefined) return nothing;
  const facts = [platform === 'mmsp' ? 'MMSP' : 'WeChat Pay v2', product, wire, ...containers].filter(
    (fact) => fact !== undefined,
  );
  return html`<section aria-labelledby="recognised">
    <h2 id="recognised">${view.say(words.recognised)}</h2>
    <p class="facts">
      ${title === undefined ? nothing : html`<strong>${view.say(title)}</strong>`}
      ${operation === undefined ? nothing : html`<code>${operation}</code>`}
      ${facts.map((fact) => html`<span class="fact">${fact}</span>`)}
    </p>
    <ul class="quiet">
      ${because.map((reason) => html`<li>${view.say(reason)}</li>`)}
    </ul>
  </section>`;
}
