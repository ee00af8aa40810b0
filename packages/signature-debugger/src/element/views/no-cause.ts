import type { Title } from '@yinjian/provider-kit';
import { html, nothing, type TemplateResult } from 'lit';
import type { Diagnosis } from '../../types/diagnosis.ts';
import type { Recognised } from '../../types/recognised.ts';
import type { View } from '../view.ts';
import { words } from '../words.ts';

export interface NoCause {
  readonly diagnosis: Diagnosis;
  readonly isSearching: boolean;
  readonly canSearchLonger: boolean;
  readonly searchLonger: () => void;
  readonly openTheirText: () => void;
}

/** What somebody can do where the search has no answer, or none that is certain for want of time. */
export function noCauseView(noCause: NoCause, view: View): TemplateResult | typeof nothing {
  const { diagnosis, openTheirText } = noCause;
  const { verdict, difference, explanation, tried } = diagnosis;
  if (verdict === 'likely' && !tried.complete) {
    return html`<section class="next" aria-label=${view.say(words.notEverythingTried)}>${searchLongerView(noCause, view)}</section>`;
  }
  if (verdict !== 'unexplained') return nothing;
  return html`<section class="next" aria-labelledby="no-cause">
    <h2 id="no-cause" tabindex="-1">${view.say(words.noCause)}</h2>
    <ul>
      <li>${view.say(keyAdvice(explanation.recognised))}</li>
      ${
        difference === undefined
          ? html`<li>
              ${view.say(words.pasteTheirText)}
              <button @click=${openTheirText}>${view.say(words.openTheirText)}</button>
            </li>`
          : nothing
      }
      <li>${view.say(words.changedAfterwards)}</li>
    </ul>
    ${tried.complete ? nothing : searchLongerView(noCause, view)}
  </section>`;
}

/** Which key it has to be. */
export function keyAdvice({ platform, wire }: Pick<Recognised, 'platform' | 'wire'>): Title {
  if (wire === 'payout' || wire === 'payout-plaintext') return words.comparePayoutKeys;
  return platform === 'wechat-transit' ? words.compareWechatKey : words.compareMmspKey;
}

/** The button stays while it searches, so that who pressed it by key keeps the place. */
function searchLongerView(
  { isSearching, canSearchLonger, searchLonger }: NoCause,
  view: View,
): TemplateResult {
  return html`<p>
    ${view.say(words.notEverythingTried)}
    ${canSearchLonger ? html`<button aria-disabled=${isSearching} @click=${searchLonger}>${view.say(words.searchLonger)}</button>` : nothing}
  </p>`;
}
