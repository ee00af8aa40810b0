import { html, nothing, type TemplateResult } from 'lit';
import { shareLink } from '../share-link.ts';
import type { View } from '../view.ts';
import { visibleText } from '../visible-text.ts';
import { words } from '../words.ts';

/** Makes a link when asked to, and shows what is in it. */
export function shareView(shared: string | undefined, share: () => void, view: View): TemplateResult {
  return html`<section aria-label=${view.say(words.shareLink)}>
    <p>
      <button @click=${share}>${view.say(words.share)}</button>
      <span class="quiet">${view.say(words.shareHint)}</span>
    </p>
    ${shared === undefined ? nothing : linkView(shared, view)}
  </section>`;
}

function linkView(shared: string, view: View): TemplateResult {
  return html`<label>
      <span class="label">${view.say(words.shareLink)}</span>
      <input id="link" readonly .value=${shareLink(location.href, shared)} />
    </label>
    <span class="label">${view.say(words.sharedMessage)}</span>
    <pre tabindex="0" role="group" aria-label=${view.say(words.sharedMessage)}>${visibleText(shared)}</pre>`;
}
