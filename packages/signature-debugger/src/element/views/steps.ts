import { html, nothing, type TemplateResult } from 'lit';
import type { ExplainedField, Step } from '../../types/step.ts';
import type { View } from '../view.ts';
import { visibleText } from '../visible-text.ts';
import { words } from '../words.ts';
import { canonicalText } from './canonical-text.ts';
import { fieldsTable } from './fields-table.ts';

/** Every step of the signature, numbered. */
export function stepsView(steps: readonly Step[], view: View): TemplateResult {
  const fields = steps.flatMap((step) => (step.kind === 'fields' ? step.fields : []));
  return html`<ol class="steps">
    ${steps.map((step) => html`<li><h2>${view.say(step.title)}</h2>${stepView(step, fields, view)}</li>`)}
  </ol>`;
}

function stepView(step: Step, fields: readonly ExplainedField[], view: View): TemplateResult {
  switch (step.kind) {
    case 'fields':
      return fieldsTable(step, view);
    case 'order':
      return html`<p class="order">${step.names.map((name) => html`<code class=${name === view.activeField ? 'active' : ''}>${visibleText(name)}</code> `)}</p>`;
    case 'canonical':
      return canonicalText(step, fields, view);
    case 'append':
      return html`<p><code>${step.text}</code></p>`;
    case 'digest':
      return html`<p>${step.algorithm}, ${step.inputBytes} ${view.say(words.bytes)}</p>
        ${digest(step.expected, view.say(words.expected), view)}`;
    case 'compare':
      return html`${digest(step.expected, view.say(words.expected), view)}${digest(step.found, view.say(words.found), view)}`;
    case 'blocks': {
      const { bytes, blockBytes, count, plainBytes } = step;
      const blocks =
        count === undefined
          ? nothing
          : html` = ${count} × ${blockBytes} (${count} ${view.say(words.blocks)})`;
      return html`<p>${bytes} ${view.say(words.bytes)}${blocks}</p>
        ${plainBytes === undefined ? nothing : html`<p class="quiet">${plainBytes.join(' + ')} ${view.say(words.bytes)}</p>`}`;
    }
    case 'plaintext':
      return html`<pre tabindex="0" role="group" aria-label=${view.say(step.title)}>${visibleText(step.text)}</pre>
        <p class="quiet">${step.bytes} ${view.say(words.bytes)}</p>
        ${view.copyButton(step.text, view.say(step.title))}`;
    case 'rsa-signature':
      return html`<p>${step.algorithm}${step.inputBytes === undefined ? nothing : html`, ${step.inputBytes} ${view.say(words.bytes)}`}</p>
        ${digest(step.expected, view.say(words.expected), view)}${digest(step.found, view.say(words.found), view)}`;
  }
}

function digest(text: string | undefined, label: string, view: View): TemplateResult | typeof nothing {
  if (text === undefined) return nothing;
  return html`<div class="labelled"><span class="label">${label}</span> <code class="digest">${text}</code> ${view.copyButton(text, label)}</div>`;
}
