import { html, nothing, type TemplateResult } from 'lit';
import type { ExplainedField, FieldsStep } from '../../types/step.ts';
import type { View } from '../view.ts';
import { visibleText } from '../visible-text.ts';
import { words } from '../words.ts';

// Rows become blocks where the page is narrow, by which a table loses its roles: so they are said once more.

/** One row a field. Pointing at a row shows the field in the text that is signed; pressing its name keeps it shown. */
export function fieldsTable({ fields, title }: FieldsStep, view: View): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${view.say(title)}>
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">${view.say(words.fieldName)}</th>
          <th scope="col" role="columnheader">${view.say(words.fieldTitle)}</th>
          <th scope="col" role="columnheader">${view.say(words.fieldValue)}</th>
          <th scope="col" role="columnheader">${view.say(words.fieldSigned)}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${fields.map((field) => row(field, view))}
      </tbody>
    </table>
  </div>`;
}

function row(
  { name, title, value, valueTitle, signed, why, unknown }: ExplainedField,
  view: View,
): TemplateResult {
  const isActive = signed && view.activeField === name;
  const isPinned = view.pinnedField === name;
  const meaning = title === undefined ? (unknown ? view.say(words.unknownField) : '') : view.say(title);
  return html`<tr
    role="row"
    class=${isActive ? 'active' : ''}
    @mouseenter=${() => view.point(signed ? name : undefined)}
    @mouseleave=${() => view.point(undefined)}
  >
    <th scope="row" role="rowheader">
      ${
        signed
          ? html`<button class="field" aria-pressed=${isPinned} @click=${() => view.pin(isPinned ? undefined : name)}>${visibleText(name)}</button>`
          : visibleText(name)
      }
    </th>
    <td role="cell">${meaning}</td>
    <td role="cell" class="value">${visibleText(value)}${valueTitle === undefined ? nothing : html` <span class="quiet">${view.say(valueTitle)}</span>`}</td>
    <td role="cell"><span class=${signed ? 'yes' : 'no'}>${view.say(signed ? words.yes : words.no)}</span> <span class="quiet">${view.say(why)}</span></td>
  </tr>`;
}
