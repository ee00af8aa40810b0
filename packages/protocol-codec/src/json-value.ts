/** What {@link canonicalizeJson} writes. A number is a safe integer; a longer one is a bigint. */
export type JsonValue = string | number | bigint | boolean | null | readonly JsonValue[] | JsonObject;

/** A plain object: a literal, or `Object.create(null)`. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}
