import { SignatureDebuggerElement } from './signature-debugger-element.ts';

export { SignatureDebuggerElement };

/**
 * Makes `<signature-debugger>` known to the page; once is enough, more does no harm.
 *
 * @example
 * ```ts
 * import { defineSignatureDebugger } from '@yinjian/signature-debugger/element';
 *
 * defineSignatureDebugger();
 * ```
 */
export function defineSignatureDebugger(): void {
  if (customElements.get('signature-debugger') === undefined) {
    customElements.define('signature-debugger', SignatureDebuggerElement);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'signature-debugger': SignatureDebuggerElement;
  }
}
