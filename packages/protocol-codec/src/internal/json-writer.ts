import { CodecError, type CodecErrorCode } from '../codec-error.ts';
import { compareCodePoints } from '../compare-code-points.ts';
import { escapeJsonString } from './escape-json-string.ts';
import { formatPath, isPlainObject, namesOf } from './plain-object.ts';
import type { ResolvedLimits } from './resolve-limits.ts';

/** Writes a JavaScript value as canonical JSON. Every property is read once. */
export class JsonWriter {
  readonly #limits: ResolvedLimits;
  /** Names and indexes on the way to the value being written. */
  readonly #steps: (string | number)[] = [];
  #written = '';

  constructor(limits: ResolvedLimits) {
    this.#limits = limits;
  }

  /** The whole text. */
  write(object: object): string {
    try {
      this.#value(object);
    } catch (error) {
      throw error instanceof CodecError ? new CodecError(error.code, formatPath(this.#steps)) : error;
    }
    return this.#written;
  }

  #value(value: unknown): void {
    if (typeof value === 'string') {
      this.#written += `"${escapeJsonString(value)}"`;
    } else if (typeof value === 'number' || typeof value === 'bigint') {
      const digits = String(value);
      if (typeof value === 'number' && !Number.isSafeInteger(value)) refuse('unsafe_number');
      if (digits.length > this.#limits.maxNumberDigits) refuse('number_too_long');
      this.#written += digits;
    } else if (typeof value === 'boolean' || value === null) {
      this.#written += String(value);
    } else if (Array.isArray(value) && Object.getPrototypeOf(value) === Array.prototype) {
      this.#list(value, value.length);
    } else {
      if (!isPlainObject(value)) refuse('unsupported_value');
      const names = namesOf(value);
      if (names.length > this.#limits.maxFields) refuse('too_many_fields');
      this.#list(value, names.length, this.#steps.length > 0 ? names : names.toSorted(compareCodePoints));
    }
    // Looked at after every value: a small one that holds itself many times over makes a huge text.
    if (this.#written.length > this.#limits.maxLength) refuse('too_large');
  }

  /** An array, or an object with its names. */
  #list(list: object, length: number, names?: readonly string[]): void {
    const depth = this.#steps.length;
    if (depth >= this.#limits.maxDepth) refuse('too_deep');
    this.#written += names === undefined ? '[' : '{';
    for (let index = 0; index < length; index++) {
      const step = names?.[index] ?? index;
      this.#steps[depth] = step;
      if (index > 0) this.#written += ',';
      if (typeof step === 'string') this.#written += `"${escapeJsonString(step)}":`;
      this.#value((list as Readonly<Record<string | number, unknown>>)[step]);
    }
    this.#steps.length = depth;
    this.#written += names === undefined ? ']' : '}';
  }
}

function refuse(code: CodecErrorCode): never {
  throw new CodecError(code);
}
