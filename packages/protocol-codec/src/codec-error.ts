/**
 * What is wrong with a text or a value. The strings are stable; new ones may be added.
 *
 * Any input
 * - `invalid_argument`: an argument is not of the declared type.
 * - `invalid_limit`: a member of {@link CodecLimits} is not a positive safe integer, or `maxDepth` is above 256.
 * - `too_large`: longer than `maxLength` UTF-16 units.
 * - `too_deep`: objects and arrays nested deeper than `maxDepth`, or a cyclic value.
 * - `too_many_fields`: an object or message with more than `maxFields` members.
 * - `number_too_long`: a number of more than `maxNumberDigits` characters.
 * - `lone_surrogate`: half of a surrogate pair, which has no UTF-8 form and cannot be signed.
 *
 * JSON text
 * - `json_syntax`: not RFC 8259 JSON.
 * - `json_control_character`: a control character below U+0020 stands unescaped in a string.
 * - `json_duplicate_key`: two members of one object have the same name once unescaped.
 * - `json_not_object`: the top level is not an object.
 *
 * JavaScript values
 * - `unsupported_value`: undefined, a function, a symbol, an array hole, a class instance, or (in flat fields)
 *   anything but a string or a number.
 * - `unsafe_number`: a number that is not a safe integer.
 * - `empty_field_name`: a flat field without a name.
 *
 * Flat XML
 * - `xml_name`: a tag name other than `[A-Za-z_][A-Za-z0-9_.-]*`.
 * - `xml_illegal_character`: a character XML 1.0 does not allow.
 * - `xml_declaration`: a malformed XML declaration.
 * - `xml_version`: an XML version other than 1.0.
 * - `xml_encoding`: a declared encoding other than UTF-8.
 * - `xml_doctype`: a document type declaration.
 * - `xml_comment`: a comment.
 * - `xml_processing_instruction`: a processing instruction, or an XML declaration that is not at the start.
 * - `xml_root`: the root element is missing or is not `xml`.
 * - `xml_attribute`: a tag with attributes.
 * - `xml_nested`: an element inside a field.
 * - `xml_duplicate_field`: a field that occurs twice.
 * - `xml_text_between_fields`: text or CDATA directly inside the root.
 * - `xml_entity`: an entity other than the five predefined ones, or a bare `&`.
 * - `xml_character_reference`: a malformed character reference, or one to a character XML does not allow.
 * - `xml_cdata_end`: `]]>` in text.
 * - `xml_mismatched_tag`: an end tag whose name is not that of the open element.
 * - `xml_unclosed`: the text ends before the root is closed.
 * - `xml_after_root`: anything but white space after the root.
 * - `xml_syntax`: other markup that cannot stand where it stands.
 *
 * HTML
 * - `html_url`: the address of a form is not an absolute http or https URL.
 * - `html_nonce`: a nonce for a Content-Security-Policy that is not base64.
 * - `html_illegal_character`: a control character, which HTML cannot carry.
 *
 * Time
 * - `time_format`: the text does not have the shape of the format, or the format is not known.
 * - `time_value`: no such date or time of day, or an invalid Date.
 * - `time_range`: a year outside 0000 to 9999.
 *
 * Bytes
 * - `utf8_invalid`: bytes that are not UTF-8.
 * - `base64_invalid`: text that is not base64 in the standard alphabet.
 */
export type CodecErrorCode =
  | 'invalid_argument'
  | 'invalid_limit'
  | 'too_large'
  | 'too_deep'
  | 'too_many_fields'
  | 'number_too_long'
  | 'lone_surrogate'
  | 'json_syntax'
  | 'json_control_character'
  | 'json_duplicate_key'
  | 'json_not_object'
  | 'unsupported_value'
  | 'unsafe_number'
  | 'empty_field_name'
  | 'xml_name'
  | 'xml_illegal_character'
  | 'xml_declaration'
  | 'xml_version'
  | 'xml_encoding'
  | 'xml_doctype'
  | 'xml_comment'
  | 'xml_processing_instruction'
  | 'xml_root'
  | 'xml_attribute'
  | 'xml_nested'
  | 'xml_duplicate_field'
  | 'xml_text_between_fields'
  | 'xml_entity'
  | 'xml_character_reference'
  | 'xml_cdata_end'
  | 'xml_mismatched_tag'
  | 'xml_unclosed'
  | 'xml_after_root'
  | 'xml_syntax'
  | 'html_url'
  | 'html_nonce'
  | 'html_illegal_character'
  | 'time_format'
  | 'time_value'
  | 'time_range'
  | 'utf8_invalid'
  | 'base64_invalid';

/**
 * A text or value this package refuses. Its message is the code and the place, never anything the input holds: it
 * may be logged as it is.
 *
 * @example
 * // CodecError: json_duplicate_key at offset 17
 * // CodecError: unsafe_number at BIZ_CONTENT.items[2]
 */
export class CodecError extends Error {
  override readonly name = 'CodecError';
  /** Stable and machine-readable. */
  readonly code: CodecErrorCode;
  /** Where in the text, in UTF-16 units from its start; -1 when the input is not a text. */
  readonly offset: number;
  /**
   * Where in the value, such as `BIZ_CONTENT.items[2]`; empty when the input is a text or the whole value is
   * meant. A name that does not look like a field name is shown as `[?]`.
   */
  readonly path: string;

  /** @param place an offset in the text, or a path in the value */
  constructor(code: CodecErrorCode, place: number | string = '') {
    const isOffset = typeof place === 'number';
    super(place === '' ? code : `${code} at ${isOffset ? 'offset ' : ''}${place}`);
    this.code = code;
    this.offset = isOffset ? place : -1;
    this.path = isOffset ? '' : place;
  }
}
