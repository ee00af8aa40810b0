import type { CodecErrorCode } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import type { Place } from './place.ts';

/** Something about the message that is not as it should be. */
export interface Problem {
  /** `error`: the message cannot be read. `warning`: it was read all the same. */
  readonly severity: 'error' | 'warning';
  readonly code: ProblemCode;
  /** What is wrong, where (line and column), and what was expected. */
  readonly message: Title;
  /** Where in the message that was given. */
  readonly at?: Place;
}

/**
 * Stable; new ones may be added. Those of the codec say what of JSON or XML is broken.
 *
 * The message as a whole
 * - `empty`, `message_too_long`: nothing, or more than 1 048 576 characters.
 * - `not_recognised`: nothing in it is a message of the two platforms.
 * - `several_messages`: more than one; the first is explained.
 * - `text_around`: something before or after the message.
 * - `truncated`: it breaks off.
 *
 * Encoding
 * - `byte_order_mark`, `replacement_character` (U+FFFD), `mojibake` (UTF-8 that was read as something else),
 *   `percent_not_utf8` (bytes written `%NN` or `\xNN`). The first two also of what a payout holds.
 *
 * What it is wrapped in
 * - `json_in_string`, `body_is_text`: JSON inside a JSON string; `Body` as one.
 * - `html_value_cut`: the attribute ends at a quote of the message.
 * - `not_percent_encoded`: a form field that was not encoded.
 * - `shell_quotes`, `unclosed_quote`, `curl_reads_file`: of a command line.
 *
 * Not JSON, but
 * - `single_quotes`, `smart_quotes`, `full_width`, `trailing_comma`, `missing_comma`, `unquoted_name`, `json_comment`,
 *   `unescaped_quote`, `js_value`; `php_print_r`, `php_var_dump`, `php_array`, `python_repr`, `java_map`.
 *
 * The message itself
 * - `fields_not_xml`: the fields of WeChat Pay as JSON or as a signing text.
 * - `sign_type_unknown`: neither MD5 nor HMAC-SHA256.
 * - `body_not_object`, `ciphertext_length`, `base64_line_breaks`, `plaintext_not_utf8`, `plaintext_not_json`.
 *
 * Keys
 * - `key_suspicious`: with white space, or of an unlikely length. `key_in_message`: pasted with the message,
 *   or part of it.
 * - `unreadable_key`: not an RSA key; `message` says why. `crypto_unavailable`: the host has no Web Crypto.
 */
export type ProblemCode =
  | CodecErrorCode
  | 'empty'
  | 'message_too_long'
  | 'not_recognised'
  | 'several_messages'
  | 'text_around'
  | 'truncated'
  | 'byte_order_mark'
  | 'replacement_character'
  | 'mojibake'
  | 'percent_not_utf8'
  | 'json_in_string'
  | 'body_is_text'
  | 'html_value_cut'
  | 'not_percent_encoded'
  | 'shell_quotes'
  | 'unclosed_quote'
  | 'curl_reads_file'
  | 'single_quotes'
  | 'smart_quotes'
  | 'full_width'
  | 'trailing_comma'
  | 'missing_comma'
  | 'unquoted_name'
  | 'json_comment'
  | 'unescaped_quote'
  | 'js_value'
  | 'php_print_r'
  | 'php_var_dump'
  | 'php_array'
  | 'python_repr'
  | 'java_map'
  | 'fields_not_xml'
  | 'sign_type_unknown'
  | 'body_not_object'
  | 'ciphertext_length'
  | 'base64_line_breaks'
  | 'plaintext_not_utf8'
  | 'plaintext_not_json'
  | 'key_suspicious'
  | 'key_in_message'
  | 'unreadable_key'
  | 'crypto_unavailable';
