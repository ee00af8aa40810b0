import { CodecError } from '../codec-error.ts';

/** Whether the value is an object literal or `Object.create(null)`: no class instance, Date, Map or array. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * The names of a plain object. One with symbols for names is refused: they would silently be left out.
 *
 * @throws {CodecError} `unsupported_value`, without a place
 */
export function namesOf(object: object): string[] {
  if (Object.getOwnPropertySymbols(object).length > 0) throw new CodecError('unsupported_value');
  return Object.keys(object);
}

const FIELD_NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/;

/** `a.b[2]`. A name that does not look like a field name may be content, so it is not shown. */
export function formatPath(steps: readonly (string | number)[]): string {
  let path = '';
  for (const step of steps) {
    if (typeof step === 'number') path += `[${step}]`;
    else if (!FIELD_NAME.test(step)) path += '[?]';
    else path += path === '' ? step : `.${step}`;
  }
  return path;
}
