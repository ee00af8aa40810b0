import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Diagnosis } from '../types/diagnosis.ts';
import type { Explanation } from '../types/explanation.ts';
import { type Inputs, optionsOf } from './inputs.ts';

/** The element shows at once; what it explains with follows, so that a page which embeds it stays quick. */
const loadExplain = () => import('../explain.ts');
const loadDiagnose = () => import('../diagnose.ts');
const loadRedact = () => import('./redact/redact-message.ts');

/** A pause in typing after which it is explained, and one after which the cause is looked for. */
const EXPLAIN_AFTER_MILLISECONDS = 60;
const DIAGNOSE_AFTER_MILLISECONDS = 300;
/** Longer than by default: a page can wait, and stays alive meanwhile. */
const DIAGNOSE_FOR_MILLISECONDS = 1500;
/** For somebody who asks for it. */
const DIAGNOSE_LONGER_MILLISECONDS = 10_000;

/** What is found out about the message that is typed: first how it is signed, then why that does not match. */
export class Investigation implements ReactiveController {
  explanation: Explanation | undefined;
  diagnosis: Diagnosis | undefined;
  isSearching = false;
  /** Whether a longer search may find what this one had no time for. */
  canSearchLonger = false;
  notLoaded = false;
  readonly #host: ReactiveControllerHost;
  #asked: { readonly message: string; readonly inputs: Inputs } | undefined;
  #current: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing is loaded any more once a key may have been typed.
    Promise.all([loadExplain(), loadDiagnose(), loadRedact()]).catch(() => {
      this.notLoaded = true;
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#stop();
    this.#forget();
  }

  /** Begins anew, a moment after the last of several. */
  begin(message: string, inputs: Inputs): void {
    this.#stop();
    this.canSearchLonger = false;
    if (message.trim() === '') {
      this.#forget();
      return;
    }
    const current = new AbortController();
    this.#current = current;
    this.#asked = { message, inputs };
    this.#timer = setTimeout(
      () => void this.#explain(message, inputs, current.signal),
      EXPLAIN_AFTER_MILLISECONDS,
    );
  }

  /** Looks for the cause once more, for longer. What was found stays until then. */
  async searchLonger(): Promise<void> {
    if (this.isSearching || !this.canSearchLonger || this.#asked === undefined) return;
    const current = new AbortController();
    this.#current = current;
    this.isSearching = true;
    this.#host.requestUpdate();
    const { message, inputs } = this.#asked;
    await this.#diagnose(message, inputs, current.signal, DIAGNOSE_LONGER_MILLISECONDS);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#current?.abort();
    this.isSearching = false;
  }

  #forget(): void {
    this.explanation = undefined;
    this.diagnosis = undefined;
    this.canSearchLonger = false;
    this.#asked = undefined;
  }

  async #explain(message: string, inputs: Inputs, signal: AbortSignal): Promise<void> {
    const { explain } = await loadExplain();
    const { theirText = '', ...options } = optionsOf(inputs);
    const explanation = await explain(message, options);
    if (signal.aborted) return;
    this.explanation = explanation;
    this.diagnosis = undefined;
    this.canSearchLonger = false;
    const { result } = explanation.verdict;
    this.isSearching = result === 'mismatch' || result === 'undecryptable' || theirText !== '';
    this.#host.requestUpdate();
    if (!this.isSearching) return;
    this.#timer = setTimeout(
      () => void this.#diagnose(message, inputs, signal, DIAGNOSE_FOR_MILLISECONDS),
      DIAGNOSE_AFTER_MILLISECONDS,
    );
  }

  async #diagnose(message: string, inputs: Inputs, signal: AbortSignal, milliseconds: number): Promise<void> {
    try {
      const { diagnose } = await loadDiagnose();
      const diagnosis = await diagnose(message, {
        ...optionsOf(inputs),
        milliseconds,
        signal,
      });
      if (signal.aborted) return;
      this.diagnosis = diagnosis;
      this.canSearchLonger =
        !diagnosis.tried.complete &&
        diagnosis.verdict !== 'explained' &&
        milliseconds < DIAGNOSE_LONGER_MILLISECONDS;
    } catch (error) {
      // A newer message has taken its place.
      if (!signal.aborted) throw error;
    } finally {
      if (!signal.aborted) {
        this.isSearching = false;
        this.#host.requestUpdate();
      }
    }
  }

  /** What may be passed on of a message. */
  async redact(message: string, keys: readonly string[]) {
    const { redactMessage } = await loadRedact();
    return redactMessage(message, keys);
  }
}
