import type { CodecLimits } from './codec-limits.ts';
import { FlatXmlReader } from './internal/flat-xml-reader.ts';
import { resolveLimits } from './internal/resolve-limits.ts';

/**
 * Reads a flat message: one `<xml>` element whose children hold text and CDATA only, in the order of the text. A
 * value is what the field means: CDATA and text joined, references resolved, line ends normalised as XML 1.0
 * section 2.11 has it, white space around it kept. `<a/>` is the empty string.
 *
 * Everything else XML has is refused, each with its own code: document types, entities beyond the five predefined,
 * attributes, nesting, duplicates, text between fields, comments, processing instructions, anything after the root.
 * A byte-order mark and an XML declaration (version 1.0, encoding absent or UTF-8) may stand in front.
 *
 * @example
 * decodeFlatXml('<xml><return_code><![CDATA[SUCCESS]]></return_code></xml>').get('return_code') // 'SUCCESS'
 *
 * @throws {CodecError} with the offset of what is refused
 */
export function decodeFlatXml(text: string, limits?: CodecLimits): Map<string, string> {
  return new FlatXmlReader(text, resolveLimits(limits)).read();
}
