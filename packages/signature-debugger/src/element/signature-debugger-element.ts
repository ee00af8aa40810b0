import type { Title } from '@yinjian/provider-kit';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Diagnosis } from '../types/diagnosis.ts';
import type { Explanation } from '../types/explanation.ts';
import { examples } from './examples.ts';
import { hasRsaKey, type Inputs, keysOf, NOTHING_TYPED, optionsOf } from './inputs.ts';
import { redactMessage } from './redact-message.ts';
import { sharedMessage, shareLink } from './share-link.ts';
import { styles } from './styles.ts';
import type { View } from './view.ts';
import { differenceView } from './views/difference.ts';
import { causesOf, findingsView, triedView } from './views/findings.ts';
import { inputsForm } from './views/inputs-form.ts';
import { problemsView } from './views/problems.ts';
import { recognisedView } from './views/recognised.ts';
import { shareView } from './views/share.ts';
import { stepsView } from './views/steps.ts';
import { type Language, languageOf, words } from './words.ts';

/** The element shows at once; what it explains with follows, so that a page which embeds it stays quick. */
const loadExplain = () => import('../explain.ts');
const loadDiagnose = () => import('../diagnose.ts');

/** A pause in typing after which it is explained, and one after which the cause is looked for. */
const EXPLAIN_AFTER_MILLISECONDS = 60;
const DIAGNOSE_AFTER_MILLISECONDS = 300;
/** Longer than by default: a page can wait, and stays alive meanwhile. */
const DIAGNOSE_FOR_MILLISECONDS = 1500;

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
    explanation: { state: true },
    diagnosis: { state: true },
    isSearching: { state: true },
    pointedField: { state: true },
    pinnedField: { state: true },
    shared: { state: true },
    notLoaded: { state: true },
    note: { state: true },
  };

  declare share: boolean;
  declare example: string | null;
  declare protected message: string;
  declare protected inputs: Inputs;
  declare protected showKeys: boolean;
  declare protected language: Language;
  declare protected explanation: Explanation | undefined;
  declare protected diagnosis: Diagnosis | undefined;
  declare protected isSearching: boolean;
  declare protected pointedField: string | undefined;
  declare protected pinnedField: string | undefined;
  /** The redacted message of the link that was asked for. */
  declare protected shared: string | undefined;
  declare protected notLoaded: boolean;
  /** What came of copying or sharing. */
  declare protected note: string;

  #usesRsaKeys = false;
  #usesMore = false;
  #search: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.share = false;
    this.example = null;
    this.message = '';
    this.inputs = { ...NOTHING_TYPED };
    this.showKeys = false;
    this.language = 'en';
    this.isSearching = false;
    this.notLoaded = false;
    this.note = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.language = languageOf(this);
    // Nothing is loaded any more once a key may have been typed.
    Promise.all([loadExplain(), loadDiagnose()]).catch(() => {
      this.notLoaded = true;
    });
    const shared = this.share ? sharedMessage(location.href) : undefined;
    if (shared !== undefined) this.message = shared;
    else if (this.example !== null && this.message === '') this.#load(this.example);
  }

  /** What was typed does not outlive the element's stay in the page. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
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
      this.#schedule();
    }
  }

  protected override render(): TemplateResult {
    const view = this.#view();
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
        ${this.diagnosis === undefined ? nothing : html`<p class="hidden">${causesOf(this.diagnosis, this.language)}</p>`}
      </div>
      ${this.explanation === undefined ? nothing : this.#results(this.explanation, view)}
      <div role="status" class="note">${this.note}</div>
    </div>`;
  }

  #verdict(view: View): TemplateResult {
    if (this.notLoaded) return html`<p class="verdict unreadable">${view.say(words.notLoaded)}</p>`;
    if (this.explanation === undefined) return html`<p class="quiet">${view.say(words.empty)}</p>`;
    const { result, message } = this.explanation.verdict;
    return html`<p class=${`verdict ${result}`}>${view.say(message)}</p>
      ${this.isSearching ? html`<p class="quiet">${view.say(words.searching)}</p>` : nothing}`;
  }

  #results(explanation: Explanation, view: View): TemplateResult {
    const { diagnosis } = this;
    const { recognised, problems, steps } = explanation;
    return html`
      ${diagnosis === undefined ? nothing : findingsView(diagnosis, view)}
      ${diagnosis?.difference === undefined ? nothing : differenceView(diagnosis.difference, view)}
      ${problemsView(problems, view)} ${recognisedView(recognised, view)} ${stepsView(steps, view)}
      ${diagnosis === undefined || diagnosis.verdict === 'match' || diagnosis.verdict === 'not_checkable' ? nothing : triedView(diagnosis, view)}
      ${this.share ? shareView(this.shared, () => void this.#share(), view) : nothing}
    `;
  }

  async #share(): Promise<void> {
    const { message, inputs } = this;
    const { explain } = await loadExplain();
    // What is on show may still be that of an earlier message.
    const redacted = redactMessage(message, await explain(message, withoutTheirText(inputs)), keysOf(inputs));
    if (redacted === undefined) {
      this.note = words.notShareable[this.language];
      return;
    }
    this.shared = redacted;
    await this.#copy(shareLink(location.href, redacted), words.shareLink[this.language]);
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
    this.explanation = undefined;
    this.diagnosis = undefined;
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#search?.abort();
    this.isSearching = false;
  }

  #schedule(): void {
    this.#stop();
    if (this.message.trim() === '') {
      this.explanation = undefined;
      this.diagnosis = undefined;
      return;
    }
    const search = new AbortController();
    this.#search = search;
    this.#timer = setTimeout(() => void this.#explain(search.signal), EXPLAIN_AFTER_MILLISECONDS);
  }

  async #explain(signal: AbortSignal): Promise<void> {
    const { explain } = await loadExplain();
    const explanation = await explain(this.message, withoutTheirText(this.inputs));
    if (signal.aborted) return;
    this.explanation = explanation;
    this.diagnosis = undefined;
    const { result } = explanation.verdict;
    const isWrong = result === 'mismatch' || result === 'undecryptable';
    if (!isWrong && this.inputs.theirText === '') return;
    this.isSearching = true;
    this.#timer = setTimeout(() => void this.#diagnose(signal), DIAGNOSE_AFTER_MILLISECONDS);
  }

  async #diagnose(signal: AbortSignal): Promise<void> {
    try {
      const { diagnose } = await loadDiagnose();
      const diagnosis = await diagnose(this.message, {
        ...optionsOf(this.inputs),
        milliseconds: DIAGNOSE_FOR_MILLISECONDS,
        signal,
      });
      if (!signal.aborted) this.diagnosis = diagnosis;
    } catch (error) {
      // A newer message has taken its place.
      if (!signal.aborted) throw error;
    } finally {
      if (!signal.aborted) this.isSearching = false;
    }
  }
}

function withoutTheirText(inputs: Inputs) {
  const { theirText: _, ...options } = optionsOf(inputs);
  return options;
}
