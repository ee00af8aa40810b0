import { html, nothing, type TemplateResult } from 'lit';
import {
  type Inputs,
  isPrivateKey,
  type PrivateKeyInput,
  RSA_KEYS,
  type SecretInput,
  type TextInput,
} from '../inputs.ts';
import type { View } from '../view.ts';
import { words } from '../words.ts';

export interface InputsForm {
  readonly inputs: Inputs;
  readonly message: string;
  readonly showKeys: boolean;
  /** Whether these have been filled in; they stay open then. */
  readonly usesRsaKeys: boolean;
  readonly usesMore: boolean;
  readonly examples: readonly { readonly id: string; readonly title: string }[];
  readonly setMessage: (message: string) => void;
  readonly set: <Name extends keyof Inputs>(name: Name, value: Inputs[Name]) => void;
  readonly setShowKeys: (show: boolean) => void;
  readonly load: (example: string) => void;
  readonly clear: () => void;
}

/** The message and what it is checked with. Not a `<form>`: there is nothing to submit, and nothing to remember. */
export function inputsForm(form: InputsForm, view: View): TemplateResult {
  const { message, setMessage, examples, load, clear } = form;
  return html`<div class="inputs">
    <div class="row">
      <select
        aria-label=${view.say(words.example)}
        @change=${(event: Event) => {
          const select = event.target as HTMLSelectElement;
          load(select.value);
          select.value = '';
        }}
      >
        <option value="">${view.say(words.example)}</option>
        ${examples.map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
      </select>
      <button @click=${clear}>${view.say(words.clear)}</button>
    </div>
    <label>
      <span class="label">${view.say(words.message)}</span>
      <textarea
        id="message"
        rows="9"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        placeholder=${view.say(words.messageHint)}
        .value=${message}
        @input=${(event: Event) => setMessage((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </label>
    ${keysView(form, view)} ${moreView(form, view)}
  </div>`;
}

function keysView(form: InputsForm, view: View): TemplateResult {
  const { showKeys, setShowKeys } = form;
  return html`<fieldset>
    <legend>${view.say(words.keys)}</legend>
    <p class="quiet">${view.say(words.keysHint)}</p>
    <p class="quiet" id="whose-key">${view.say(words.whoseKey)}</p>
    <div class="columns">${secret('key', form, view)}${secret('agentKey', form, view)}</div>
    <label class="check">
      <input type="checkbox" .checked=${showKeys} @change=${(event: Event) => setShowKeys((event.target as HTMLInputElement).checked)} />
      ${view.say(words.showKeys)}
    </label>
    <details ?open=${form.usesRsaKeys}>
      <summary>${view.say(words.rsaKeys)}</summary>
      <div class="columns">
        ${RSA_KEYS.map((name) => (isPrivateKey(name) ? privateKey(name, form, view) : area(name, form, view)))}
      </div>
    </details>
  </fieldset>`;
}

function moreView(form: InputsForm, view: View): TemplateResult {
  const { inputs, set } = form;
  return html`<details ?open=${form.usesMore}>
    <summary>${view.say(words.more)}</summary>
    ${area('theirText', form, view, view.say(words.theirTextHint))}
    <div class="columns">
      <label>
        <span class="label">${view.say(words.signature)}</span>
        <input
          id="signature"
          autocomplete="off"
          spellcheck="false"
          .value=${inputs.signature}
          @input=${(event: Event) => set('signature', (event.target as HTMLInputElement).value)}
        />
      </label>
      <label>
        <span class="label">${view.say(words.signType)}</span>
        <select
          id="signType"
          .value=${inputs.signType}
          @change=${(event: Event) => set('signType', (event.target as HTMLSelectElement).value as Inputs['signType'])}
        >
          <option value="">${view.say(words.automatic)}</option>
          <option value="HMAC-SHA256">HMAC-SHA256</option>
          <option value="MD5">MD5</option>
        </select>
      </label>
    </div>
  </details>`;
}

function secret(name: SecretInput, { inputs, showKeys, set }: InputsForm, view: View): TemplateResult {
  return html`<label>
    <span class="label">${view.say(words[name])}</span>
    <input
      id=${name}
      aria-describedby=${name === 'key' ? 'whose-key' : nothing}
      type=${showKeys ? 'text' : 'password'}
      autocomplete="off"
      data-1p-ignore
      data-lpignore="true"
      spellcheck="false"
      .value=${inputs[name]}
      @input=${(event: Event) => set(name, (event.target as HTMLInputElement).value)}
    />
  </label>`;
}

/** Of many lines, which a field that hides what it holds makes one of: a PEM may be written so. */
function privateKey(name: PrivateKeyInput, form: InputsForm, view: View): TemplateResult {
  return form.showKeys ? area(name, form, view) : secret(name, form, view);
}

function area(
  name: Exclude<TextInput, 'key' | 'agentKey' | 'signature'>,
  form: InputsForm,
  view: View,
  hint = '',
): TemplateResult {
  const { inputs, set } = form;
  return html`<label>
    <span class="label">${view.say(words[name])}</span>
    <textarea
      id=${name}
      rows="3"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      placeholder=${hint}
      .value=${inputs[name]}
      @input=${(event: Event) => set(name, (event.target as HTMLTextAreaElement).value)}
    ></textarea>
  </label>`;
}
