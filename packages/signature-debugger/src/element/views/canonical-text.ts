import { html, nothing, type TemplateResult } from 'lit';
import type { CanonicalStep, ExplainedField, Span } from '../../types/step.ts';
import { type CanonicalNote, nextField, notesOf } from '../canonical-notes.ts';
import type { View } from '../view.ts';
import { visibleText } from '../visible-text.ts';
import { words } from '../words.ts';

/**
 * The text that is signed. Pointing at a piece shows its field in the table; pressing it, or going through the text with
 * the arrow keys, keeps it shown and says below which field it is.
 */
export function canonicalText(
  { text, spans, title }: CanonicalStep,
  fields: readonly ExplainedField[],
  view: View,
): TemplateResult {
  const label = view.say(title);
  const notes = notesOf(text, spans);
  const move = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    view.pin(nextField(spans, view.pinnedField, by));
  };
  return html`<pre class="canonical" tabindex="0" role="group" aria-label=${label} aria-describedby="piece-hint" @keydown=${move}>${spans.map((span) => piece(text, span, view))}</pre>
    <p id="piece-hint" class="quiet">${view.say(words.pieceHint)}</p>
    <p class="current" role="status">${current(fields, notes, view)}</p>
    ${view.copyButton(text, label)} ${notesView(notes, view)}`;
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 };

function piece(text: string, { start, end, role, field }: Span, view: View): TemplateResult {
  const isActive = field !== undefined && field === view.activeField;
  return html`<span
    class=${`${role}${isActive ? ' active' : ''}`}
    @mouseenter=${() => view.point(field)}
    @mouseleave=${() => view.point(undefined)}
    @click=${() => view.pin(field === view.pinnedField ? undefined : field)}
    >${visibleText(text.slice(start, end))}</span
  >`;
}

/** What is pinned, where it is part of the text, and why it is written as it is. */
function current(
  fields: readonly ExplainedField[],
  notes: readonly CanonicalNote[],
  view: View,
): TemplateResult | typeof nothing {
  const field = fields.find(({ name, signed }) => signed && name === view.pinnedField);
  if (field === undefined) return nothing;
  const { name, title, value } = field;
  const own = notes.filter((note) => note.fields.includes(name));
  return html`<code>${visibleText(name)}</code> ${title === undefined ? nothing : view.say(title)}: <code>${visibleText(value)}</code>${own.map(({ note }) => html`<br /><span class="quiet">${view.say(note)}</span>`)}`;
}

/** Why pieces of the text are written as they are, each reason once, and in which fields. */
function notesView(notes: readonly CanonicalNote[], view: View): TemplateResult | typeof nothing {
  if (notes.length === 0) return nothing;
  return html`<div class="notes">
    <span class="label" id="notes">${view.say(words.notes)}</span>
    <ul class="quiet" aria-labelledby="notes">
      ${notes.map(
        ({ note, pieces, fields }) =>
          html`<li>${pieces.map((one) => html`<code>${visibleText(one)}</code> `)}${view.say(note)} (${fields.join(', ')})</li>`,
      )}
    </ul>
  </div>`;
}
