import { html, type TemplateResult } from 'lit';
import type { CanonicalStep, Span } from '../../types/step.ts';
import type { View } from '../view.ts';
import { visibleText } from '../visible-text.ts';

/** The text that is signed. Pointing at a piece shows its field in the table. */
export function canonicalText({ text, spans, title }: CanonicalStep, view: View): TemplateResult {
  const label = view.say(title);
  return html`<pre class="canonical" tabindex="0" role="group" aria-label=${label}>${spans.map((span) => piece(text, span, view))}</pre>
    ${view.copyButton(text, label)}`;
}

function piece(text: string, { start, end, role, field, note }: Span, view: View): TemplateResult {
  const isActive = field !== undefined && field === view.activeField;
  return html`<span
    class=${`${role}${isActive ? ' active' : ''}`}
    title=${note === undefined ? (field ?? '') : view.say(note)}
    @mouseenter=${() => view.point(field)}
    @mouseleave=${() => view.point(undefined)}
    >${visibleText(text.slice(start, end))}</span
  >`;
}
