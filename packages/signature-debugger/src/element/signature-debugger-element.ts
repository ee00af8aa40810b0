import type { Title } from '@yinjian/provider-kit';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Explanation } from '../types/explanation.ts';
import { examples } from './examples.ts';
import { hasRsaKey, type Inputs, keysOf, NOTHING_TYPED } from './inputs.ts';
import { Investigation } from './investigation.ts';
import type { Redacted } from './redact/redact-message.ts';
import { sharedMessage, shareLink } from './share-link.ts';
import { styles } from './styles.ts';
import type { View } from './view.ts';
import { differenceView } from './views/difference.ts';
import { causesOf, findingsView, triedView } from './views/findings.ts';
import { inputsForm } from './views/inputs-form.ts';
import { noCauseView } from './views/no-cause.ts';
import { problemsView } from './views/problems.ts';
import { recognisedView } from './views/recognised.ts';
import { shareView } from './views/share.ts';
import { stepsView } from './views/steps.ts';
import { type Language, languageOf, words } from './words.ts';

/**
 * `<signature-debugger>`: paste a message, and its signature is explained while you type; where it does not match, the
 * cause is named. Everything happens in the page: the element opens no connection and stores nothing, and what is typed
 * as a key is part of nothing that it shows, shares or logs.
 *
 * Attributes
 * - `lang`: `zh` or `en`; otherwise that of the document, then that of the browser.
 * - `theme`: `light` or `dark`; otherwise that of the system.
 * - `share`: offers a link to the page with the redacted message, and takes the message from such a link.
 * - `example`: the example to start with.
 */
export class SignatureDebuggerElement extends LitElement {
  static override readonly styles = styles;
  static override readonly properties = {
    lang: { reflect: true },
    share: { type: Boolean },
    example: {},
    message: { state: true },
    inputs: { state: true },
    showKeys: { state: true },
    language: { state: true },
    pointedField: { state: true },
    pinnedField: { state: true },
    shared: { state: true },
    note: { state: true },
  };

  declare share: boolean;
  declare example: string | null;
  declare protected message: string;
  declare protected inputs: Inputs;
  declare protected showKeys: boolean;
  declare protected language: Language;
  declare protected pointedField: string | undefined;
  declare protected pinnedField: string | undefined;
  /** The redacted message of the link that was asked for. */
  declare protected shared: string | undefined;
  /** What came of copying or sharing. */
  declare protected note: string;

  readonly #found = new Investigation(this);
  #usesRsaKeys = false;
  #usesMore = false;

  constructor() {
    super();
    this.share = false;
    this.example = null;
    this.message = '';
    this.inputs = { ...NOTHING_TYPED };
    this.showKeys = false;
    this.language = 'en';
    this.note = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.language = languageOf(this);
    const shared = this.share ? sharedMessage(location.href) : undefined;
    if (shared !== undefined) this.message = shared;
    else if (this.example !== null && this.message === '') this.#load(this.example);
  }

  /** What was typed does not outlive the element's stay in the page. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#clear();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('lang')) this.language = languageOf(this);
    if (changed.has('message')) {
      this.pointedField = undefined;
      this.pinnedField = undefined;
    }
    if (changed.has('message') || changed.has('inputs')) {
      const { theirText, signature } = this.inputs;
      this.#usesRsaKeys ||= hasRsaKey(this.inputs);
      this.#usesMore ||= theirText !== '' || signature !== '';
      this.shared = undefined;
      this.note = '';
      this.#found.begin(this.message, this.inputs);
    }
  }

  protected override render(): TemplateResult {
    const view = this.#view();
    const { explanation, diagnosis } = this.#found;
    return html`<div lang=${this.language}>
      <div class="bar">
        <slot></slot>
        <button
          lang=${this.language === 'zh' ? 'en' : 'zh'}
          aria-label=${view.say(words.languageHint)}
          @click=${() => {
            this.language = this.language === 'zh' ? 'en' : 'zh';
          }}
        >
          ${view.say(words.language)}
        </button>
      </div>
      ${inputsForm(
        {
          inputs: this.inputs,
          message: this.message,
          showKeys: this.showKeys,
          usesRsaKeys: this.#usesRsaKeys,
          usesMore: this.#usesMore,
          examples: examples.map(({ id, title }) => ({ id, title: view.say(title) })),
          setMessage: (message) => {
            this.message = message;
          },
          set: (name, value) => {
            this.inputs = { ...this.inputs, [name]: value };
          },
          setShowKeys: (show) => {
            this.showKeys = show;
          },
          load: (example) => this.#load(example),
          clear: () => this.#clear(),
        },
        view,
      )}
      <div role="status">
        ${this.#verdict(view)}
        ${diagnosis === undefined ? nothing : html`<p class="hidden">${causesOf(diagnosis, this.language)}</p>`}
      </div>
      ${explanation === undefined ? nothing : this.#results(explanation, view)}
      <div role="status" class="note">${this.note}</div>
    </div>`;
  }

  #verdict(view: View): TemplateResult {
    const { explanation, isSearching, notLoaded } = this.#found;
    if (notLoaded) return html`<p class="verdict unreadable">${view.say(words.notLoaded)}</p>`;
    if (explanation === undefined) return html`<p class="quiet">${view.say(words.empty)}</p>`;
    const { result, message } = explanation.verdict;
    return html`<p class=${`verdict ${result}`}>${view.say(message)}</p>
      ${isSearching ? html`<p class="quiet next">${view.say(words.searching)}</p>` : nothing}`;
  }

  #results(explanation: Explanation, view: View): TemplateResult {
    const { diagnosis, isSearching, canSearchLonger } = this.#found;
    const noCause = {
      isSearching,
      canSearchLonger,
      searchLonger: () => void this.#searchLonger(),
      openTheirText: () => this.#openTheirText(),
    };
    const { recognised, problems, steps } = explanation;
    return html`
      ${diagnosis === undefined ? nothing : html`${findingsView(diagnosis, view)} ${noCauseView({ diagnosis, ...noCause }, view)}`}
      ${diagnosis?.difference === undefined ? nothing : differenceView(diagnosis.difference, view)}
      ${problemsView(problems, view)} ${recognisedView(recognised, view)} ${stepsView(steps, view)}
      ${diagnosis === undefined || diagnosis.verdict === 'match' || diagnosis.verdict === 'not_checkable' ? nothing : triedView(diagnosis, view)}
      ${this.share ? shareView(this.shared, () => void this.#share(), view) : nothing}
    `;
  }

  async #searchLonger(): Promise<void> {
    const hadFocus = () => this.shadowRoot?.activeElement !== null;
    const wasInside = hadFocus();
    await this.#found.searchLonger();
    await this.updateComplete;
    // The button is gone.
    if (wasInside && !hadFocus()) this.renderRoot.querySelector<HTMLElement>('#findings, #no-cause')?.focus();
  }

  #openTheirText(): void {
    const field = this.renderRoot.querySelector<HTMLElement>('#theirText');
    const details = field?.closest('details');
    if (details) details.open = true;
    field?.focus();
  }

  async #share(): Promise<void> {
    const redacted = await this.#found.redact(this.message, keysOf(this.inputs));
    if ('refused' in redacted) {
      this.note = NOT_SHARED[redacted.refused][this.language];
      return;
    }
    this.shared = redacted.message;
    await this.#copy(shareLink(location.href, redacted.message), words.shareLink[this.language]);
  }

  #view(): View {
    const say = (title: Title) => title[this.language];
    return {
      language: this.language,
      say,
      activeField: this.pointedField ?? this.pinnedField,
      pinnedField: this.pinnedField,
      point: (field) => {
        this.pointedField = field;
      },
      pin: (field) => {
        this.pinnedField = field;
        this.pointedField = undefined;
      },
      copyButton: (text, what) =>
        html`<button class="copy" aria-label=${`${say(words.copy)}: ${what}`} @click=${() => this.#copy(text, what)}>
          ${say(words.copy)}
        </button>`,
    };
  }

  async #copy(text: string, what: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.note = `${words.copied[this.language]}: ${what}`;
    } catch {
      // There is no clipboard outside a secure context, and a browser may refuse it.
      this.note = words.notCopied[this.language];
    }
  }

  #load(id: string): void {
    const example = examples.find((one) => one.id === id);
    if (example === undefined) return;
    this.message = example.message;
    this.inputs = { ...NOTHING_TYPED, ...example.inputs };
  }

  #clear(): void {
    this.message = '';
    this.inputs = { ...NOTHING_TYPED };
  }
}

const NOT_SHARED: Readonly<Record<Extract<Redacted, { refused: unknown }>['refused'], Title>> = {
  not_recognised: words.notSharedNotRecognised,
  unsigned: words.notSharedUnsigned,
  unreadable: words.notSharedUnreadable,
};
