import type { Field, Fields } from '../field.ts';

/** The row of a table for a field of a message: its own, or the one for all of its number, `coupon_fee_$n`. */
export function fieldNamed(fields: Fields, name: string): Field | undefined {
  const row = Object.hasOwn(fields, name) ? name : name.replace(/_\d{1,4}$/, '_$n');
  return Object.hasOwn(fields, row) ? fields[row] : undefined;
}
