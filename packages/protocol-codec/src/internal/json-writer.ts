import { CodecError, type CodecErrorCode } from '../codec-error.ts';
import { compareCodePoints } from '../compare-code-points.ts';
import { escapeJsonString } from './escape-json-string.ts';
import { formatPath, isPlainObject, namesOf, readProperty } from './plain-object.ts';
import type { ResolvedLimits } from './resolve-limits.ts';

import { sortFields } from './sort-fields.ts';

/** Writes a JavaScript value as canonical JSON. Every property is read once. */
export class JsonWriter {
  readonly #limits: ResolvedLimits;
  /** Names and indexes on the way to the value being written. */
  readonly #steps: (string | number)[] = [];
  readonly #place = (): string => formatPath(this.#steps);
  #written = '';

  constructor(limits: ResolvedLimits) {
    this.#limits = limits;
  }

  /** The whole text. */
  write(object: object): string {
    this.#value(object);
    return this.#written;
  }

  #value(value: unknown): void {
    if (typeof value === 'string') {
      this.#written = `${this.#written}"${escapeJsonString(value, this.#place)}"`;
    } else if (typeof value === 'number' || typeof value === 'bigint') {
      this.#number(value);
    } else if (typeof value === 'boolean' || value === null) {
      this.#written += String(value);
    } else if (Array.isArray(value) && Object.getPrototypeOf(value) === Array.prototype) {
      this.#array(value);
    } else if (isPlainObject(value)) {
      this.#object(value);
    } else {
      this.#fail('unsupported_value');
    }
    // Looked at after every value: a small one that holds itself many times over makes a huge text.
    if (this.#written.length > this.#limits.maxLength) this.#fail('too_large');
  }

  #object(object: object): void {
    const depth = this.#enter();
    const names = namesOf(object, this.#place);
    if (names.length > this.#limits.maxFields) this.#fail('too_many_fields');
    if (depth === 0) sortFields(names, compareCodePoints);
    let separator = '{"';
    for (const name of names) {
      this.#steps[depth] = name;
      this.#written = `${this.#written + separator + escapeJsonString(name, this.#place)}":`;
      this.#value(readProperty(object, name, this.#place));
      separator = ',"';
    }
    this.#steps.length = depth;
    this.#written += names.length === 0 ? '{}' : '}';
  }

  #array(array: readonly unknown[]): void {
    const depth = this.#enter();
    this.#written += '[';
    for (let index = 0; index < array.length; index++) {
      this.#steps[depth] = index;
      if (index > 0) this.#written += ',';
      this.#value(readProperty(array, index, this.#place));
    }
    this.#steps.length = depth;
    this.#written += ']';
  }

  /** Enters an object or array. @returns how many surround it */
  #enter(): number {
    const depth = this.#steps.length;
    if (depth >= this.#limits.maxDepth) this.#fail('too_deep');
    return depth;
  }

  #number(value: number | bigint): void {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) this.#fail('unsafe_number');
    const digits = String(value);
    if (digits.length > this.#limits.maxNumberDigits) this.#fail('number_too_long');
    this.#written += digits;
  }

  #fail(code: CodecErrorCode): never {
    throw new CodecError(code, this.#place());
  }
}
