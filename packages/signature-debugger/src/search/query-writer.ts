import { writeJson } from './json-writer.ts';
import type { Style, Writer } from './plan.ts';
import type { Value } from './value.ts';

export interface QueryForm {
  readonly id: string;
  /** Between name and value. */
  readonly assign: string;
  /** Between two fields. */
  readonly separator: string;
  readonly open?: string;
  readonly close?: string;
  /** Around each value. */
  readonly quote?: string;
  readonly withoutNames?: boolean;
}

/** Fields one after the other; what is not text is written as JSON. */
export function flatWriter(form: QueryForm): Writer {
  const { id, assign, separator, open = '', close = '', quote = '', withoutNames = false } = form;
  return {
    id,
    member: ({ name, value }, style) =>
      `${withoutNames ? '' : name + assign}${quote}${flatText(value, style)}${quote}`,
    join: (members) => open + members.join(separator) + close,
  };
}

/** `name=value&name=value`. */
export const queryWriter: Writer = /* @__PURE__ */ flatWriter({ id: 'query', assign: '=', separator: '&' });

function flatText(value: Value, style: Style): string {
  return value.kind === 'string' ? value.value : writeJson(value, style);
}
