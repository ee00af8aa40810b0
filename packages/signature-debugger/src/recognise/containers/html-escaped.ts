import type { Peel } from '../peeled.ts';
import { decodeReferences } from './html-references.ts';

/** A message that is HTML-escaped as a whole: `{&quot;CommandID&quot;:…`, `&lt;xml&gt;…`. */
export const peelHtmlEscaped: Peel = (source) => {
  const starts =
    /^(?:[{[]\s*&(?:quot|#0*34|#x0*22);|&(?:lt|#0*60|#x0*3c);\s*(?:xml|\?xml)|&#0*123;|&#x0*7b;)/i;
  return starts.test(source.text)
    ? { containers: ['html-escaped'], inner: decodeReferences(source) }
    : undefined;
};
