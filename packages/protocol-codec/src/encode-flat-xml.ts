import { CodecError } from './codec-error.ts';
import type { FlatFields } from './flat-fields.ts';
import { fieldText, readFields } from './internal/flat-reader.ts';
import { formatPath } from './internal/plain-object.ts';
import { rememberByNames } from './internal/remember-by-names.ts';
import { skipXmlName } from './internal/xml-name.ts';

/**
 * Writes a flat message: `<xml><name>value</name>…</xml>`, fields in the order given, empty ones included, no XML
 * declaration. What {@link decodeFlatXml} reads back is what was given.
 *
 * @example
 * encodeFlatXml({ body: 'A & B', total_fee: 100 }) // '<xml><body>A &amp; B</body><total_fee>100</total_fee></xml>'
 *
 * @throws {CodecError} naming the field: for names other than `[A-Za-z_][A-Za-z0-9_.-]*`, values other than strings
 * and safe integers, and characters XML 1.0 does not allow
 */
export function encodeFlatXml(fields: FlatFields): string {
  const { names, values } = readFields(fields);
  const tags = tagsOf(names);
  let xml = '';
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string;
    xml = xml + tags[index] + escapeXmlText(fieldText(values[index], name), name);
  }
  return xml + tags[names.length];
}

/** What stands in front of, between and after the values. */
const tagsOf = /* @__PURE__ */ rememberByNames((names) => {
  const tags: string[] = [];
  let tag = '<xml>';
  for (const name of names) {
    if (skipXmlName(name, 0) < name.length) throw new CodecError('xml_name', formatPath([name]));
    // Joined, not concatenated: a flat text, which is cheaper to take in again and again.
    tags.push([tag, '<', name, '>'].join(''));
    tag = `</${name}>`;
  }
  return [...tags, [tag, '</xml>'].join('')];
});

// Written as the complement of what is copied as it is: `&`, `<`, `>`, carriage returns, surrogates and characters
// XML 1.0 does not allow (section 2.2).
const NEEDS_CARE = /[^\t\n -%'-;=?-\ud7ff\ue000-\ufffd]/;

/** The same but for surrogate pairs: with the `u` flag only a lone surrogate matches. */
const ESCAPED = /[^\t\n -%'-;=?-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  // Only `]]>` has to be escaped, but escaping every `>` takes care of it.
  '>': '&gt;',
  // A literal carriage return is read back as a line feed (XML 1.0 section 2.11).
  '\r': '&#13;',
};

function escapeXmlText(value: string, name: string): string {
  if (!NEEDS_CARE.test(value)) return value;
  return value.replace(ESCAPED, (character) => {
    const escaped = ESCAPES[character];
    if (escaped !== undefined) return escaped;
    throw character >= '\ud800' && character <= '\udfff'
      ? new CodecError('lone_surrogate', formatPath([name]))
      : new CodecError('xml_illegal_character', formatPath([name]));
  });
}
