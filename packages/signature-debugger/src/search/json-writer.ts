import type { Slash, Style, Unicode, Writer } from './plan.ts';
import type { Value } from './value.ts';

/** JSON, correct or not in the ways that the style says. */
export const jsonWriter: Writer = {
  id: 'json',
  member: ({ name, value }, style) =>
    `${writeJsonString(name, style)}${style.spacing.colon}${writeJson(value, style, 1)}`,
  join: (members, style) => enclose('{', members, '}', style, 0),
};

/** @param depth how many objects and lists it is inside of */
export function writeJson(value: Value, style: Style, depth = 0): string {
  switch (value.kind) {
    case 'string':
      return writeJsonString(value.value, style);
    case 'scalar':
      return value.lexeme;
    case 'array':
      return enclose(
        '[',
        value.items.map((item) => writeJson(item, style, depth + 1)),
        ']',
        style,
        depth,
      );
    case 'object': {
      const members = value.members.map(
        (member) =>
          writeJsonString(member.name, style) +
          style.spacing.colon +
          writeJson(member.value, style, depth + 1),
      );
      return enclose('{', members, '}', style, depth);
    }
  }
}

function enclose(open: string, parts: readonly string[], close: string, style: Style, depth: number): string {
  const { comma, indent } = style.spacing;
  if (indent === undefined || parts.length === 0) return open + parts.join(comma) + close;
  const outer = indent.newline + indent.by.repeat(depth);
  const inner = outer + indent.by;
  return open + inner + parts.join(comma + inner) + outer + close;
}

/** Whether a text holds anything but printable ASCII that JSON has as it is. */
const SPECIAL = /["\\/]|[^ -~]/;
const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
const SLASHES: Readonly<Record<Slash, string>> = {
  raw: '/',
  escaped: '\\/',
  twice: '\\\\/',
  thrice: '\\\\\\/',
};

function writeJsonString(value: string, style: Style): string {
  const { pattern, isUpper = false } = style.escapes;
  if (pattern === undefined && !SPECIAL.test(value)) return `"${value}"`;
  let written = '"';
  for (let at = 0; at < value.length; at++) {
    const unit = value.charAt(at);
    if (pattern?.test(unit)) written += escapeUnit(unit, isUpper);
    else if (unit === '/') written += SLASHES[style.slash];
    else if (unit > '\u007f') written += writeWide(unit, style.unicode);
    else written += SHORT[unit] ?? (unit < ' ' ? escapeUnit(unit, false) : unit);
  }
  return `${written}"`;
}

function writeWide(unit: string, unicode: Unicode): string {
  if (unicode === 'lower' || unicode === 'upper') return escapeUnit(unit, unicode === 'upper');
  if (unicode === 'raw' && (unit === '\u2028' || unit === '\u2029')) return escapeUnit(unit, false);
  return unit;
}

function escapeUnit(unit: string, isUpper: boolean): string {
  const digits = unit.charCodeAt(0).toString(16).padStart(4, '0');
  return `\\u${isUpper ? digits.toUpperCase() : digits}`;
}
