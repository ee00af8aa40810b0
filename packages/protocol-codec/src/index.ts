export { decodeBase64, encodeBase64 } from './base64.ts';
export { canonicalizeJson } from './canonicalize-json.ts';
export { canonicalizeJsonObject } from './canonicalize-json-object.ts';
export { canonicalizeJsonText } from './canonicalize-json-text.ts';
export { canonicalizeQuery } from './canonicalize-query.ts';
export { type ChinaTimeFormat, formatChinaTime, parseChinaTime } from './china-time.ts';
export { CodecError, type CodecErrorCode } from './codec-error.ts';
export { type CodecLimits, DEFAULT_CODEC_LIMITS } from './codec-limits.ts';
export { compareCodePoints } from './compare-code-points.ts';
export { decodeFlatXml } from './decode-flat-xml.ts';
export { encodeFlatXml } from './encode-flat-xml.ts';
export { encodeHtmlForm, type HtmlForm, type HtmlFormOptions } from './encode-html-form.ts';
export type { FlatFields } from './flat-fields.ts';
export type { JsonObject, JsonValue } from './json-value.ts';
export { type ParsedJson, parseJson } from './parse-json.ts';
export {
  type JsonArrayTree,
  type JsonMemberTree,
  type JsonObjectTree,
  type JsonScalarTree,
  type JsonStringTree,
  type JsonTree,
  parseJsonTree,
} from './parse-json-tree.ts';
export { readJsonMembers } from './read-json-members.ts';
export { decodeUtf8, encodeUtf8 } from './utf8.ts';
