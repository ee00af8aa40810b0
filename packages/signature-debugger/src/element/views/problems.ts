import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../types/problem.ts';
import type { View } from '../view.ts';
import { words } from '../words.ts';

export function problemsView(problems: readonly Problem[], view: View): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<section aria-labelledby="problems">
    <h2 id="problems">${view.say(words.problems)}</h2>
    <ul>
      ${problems.map(({ severity, message }) => html`<li class=${severity}>${view.say(message)}</li>`)}
    </ul>
  </section>`;
}
