import { html, nothing, type TemplateResult } from 'lit';
import type { Diagnosis, Finding } from '../../types/diagnosis.ts';
import type { View } from '../view.ts';
import { visibleText } from '../visible-text.ts';
import { type Language, words } from '../words.ts';

export function findingsView({ findings }: Diagnosis, view: View): TemplateResult | typeof nothing {
  if (findings.length === 0) return nothing;
  return html`<section class="findings" aria-labelledby="findings">
    <h2 id="findings" tabindex="-1">${view.say(words.findings)}</h2>
    <ol>
      ${findings.map((finding) => html`<li class=${finding.certainty}>${findingView(finding, view)}</li>`)}
    </ol>
  </section>`;
}

/** The causes in one line. */
export function causesOf({ findings }: Diagnosis, language: Language): string {
  const titles = findings.map(({ title }) => title[language]);
  return titles.length === 0 ? words.noCause[language] : `${words.findings[language]}: ${titles.join('; ')}`;
}

function findingView(finding: Finding, view: View): TemplateResult {
  const { certainty, title, fix, signedText, correctedText, correctedSignature, alternatives = [] } = finding;
  return html`
    <h3>${view.say(title)}</h3>
    <p><span class="fact">${view.say(words[certainty])}</span></p>
    <p><strong>${view.say(words.fix)}</strong> ${view.say(fix)}</p>
    ${textView(signedText, view.say(words.signedText), view)}
    ${textView(correctedText, view.say(words.correctedText), view)}
    ${textView(correctedSignature, view.say(words.correctedSignature), view)}
    ${
      alternatives.length === 0
        ? nothing
        : html`<details>
            <summary>${view.say(words.alternatives)}</summary>
            <ul>
              ${alternatives.map((alternative) => html`<li>${view.say(alternative.title)}</li>`)}
            </ul>
          </details>`
    }
  `;
}

function textView(text: string | undefined, label: string, view: View): TemplateResult | typeof nothing {
  if (text === undefined) return nothing;
  return html`<div class="labelled">
    <span class="label">${label}</span>
    <pre tabindex="0" role="group" aria-label=${label}>${visibleText(text)}</pre>
    ${view.copyButton(text, label)}
  </div>`;
}

export function triedView({ tried, findings }: Diagnosis, view: View): TemplateResult {
  const { count, families, complete, milliseconds, notTried } = tried;
  return html`<details class="tried" ?open=${findings.length === 0}>
    <summary>
      ${view.say(words.tried)}: ${count} ${view.say(words.triedCount)}, ${Math.round(milliseconds)} ms${
        complete ? '' : `; ${view.say(words.incomplete)}`
      }
    </summary>
    <ul class="quiet">
      ${families.map(
        ({ title, count: variants, missing }) =>
          html`<li>${view.say(title)}: ${missing === undefined ? variants : view.say(missing)}</li>`,
      )}
    </ul>
    ${
      notTried.length === 0
        ? nothing
        : html`<p class="quiet">${view.say(words.neverTried)}</p>
            <ul class="quiet">${notTried.map((title) => html`<li>${view.say(title)}</li>`)}</ul>`
    }
  </details>`;
}
