/** Caps on what is read or written. Each is a positive safe integer; what is left out has its default. */
export interface CodecLimits {
  /** Length of the text read, or of the text written from a value, in UTF-16 units. Default 1 048 576 (1 MiB). */
  maxLength?: number;
  /** How deep objects and arrays may nest; the outermost counts as 1. Default 32, at most 256. */
  maxDepth?: number;
  /** Members of one object, or fields of one flat message. Default 1000. */
  maxFields?: number;
  /** Characters of one number as written, sign and exponent included. Default 64. */
  maxNumberDigits?: number;
}

/** The limits that hold where none are given. */
export const DEFAULT_CODEC_LIMITS: Readonly<Required<CodecLimits>> = /* @__PURE__ */ Object.freeze({
  maxLength: 1_048_576,
  maxDepth: 32,
  maxFields: 1000,
  maxNumberDigits: 64,
});
