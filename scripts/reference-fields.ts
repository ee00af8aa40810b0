import type { FieldDescription, OperationDescription } from '@yinjian/provider-kit';
import { codes, inOrder, table } from './reference-markdown.ts';
import { type Language, type Words, words } from './reference-words.ts';

/** Whether a table is checked before it is sent, or read as it comes. */
type Direction = 'sent' | 'received';

/** The tables and rules of a request. */
export function renderRequest(
  { requestFields, requestRules }: OperationDescription,
  partnerFields: readonly FieldDescription[],
  language: Language,
): string[] {
  const w = words[language];
  const { cases, atLeastOne, dateWindow } = requestRules;
  const ofCases = new Set(Object.values(cases?.of ?? {}).flatMap((rows) => rows.map(({ name }) => name)));
  const always = requestFields.filter(({ name }) => !ofCases.has(name));
  const blocks = [fieldTable(always, 'sent', language)];
  if (partnerFields.length > 0) blocks.push(w.partner, fieldTable(partnerFields, 'sent', language));
  for (const { values, rows, either } of casesOf(requestRules)) {
    blocks.push(w.when(cases?.on ?? '', codes(values, w.or)));
    if (rows.length > 0) blocks.push(fieldTable(rows, 'sent', language));
    if (either.length > 0) blocks.push(w.atLeastOne(codes(either, w.comma)));
  }
  if (atLeastOne !== undefined) blocks.push(w.atLeastOne(codes(atLeastOne, w.comma)));
  if (dateWindow !== undefined) blocks.push(w.window(dateWindow.from, dateWindow.to, dateWindow.monthsBack));
  return blocks;
}

/** The cases that have fields, those with the same fields together. */
function casesOf({ cases }: OperationDescription['requestRules']) {
  const groups = new Map<
    string,
    { values: string[]; rows: readonly FieldDescription[]; either: readonly string[] }
  >();
  for (const [value, rows] of Object.entries(cases?.of ?? {})) {
    const either = cases?.atLeastOne?.[value] ?? [];
    if (rows.length === 0 && either.length === 0) continue;
    const key = JSON.stringify([rows, either]);
    const group = groups.get(key) ?? { values: [], rows, either };
    group.values.push(value);
    groups.set(key, group);
  }
  return groups.values();
}

/** A table of fields; one within another follows it, under its full name. */
export function fieldTable(
  fields: readonly FieldDescription[],
  direction: Direction,
  language: Language,
): string {
  const w = words[language];
  return fields.length === 0
    ? w.none
    : table([w.field, w.presenceHead, w.type, w.length, w.meaning], fieldRows(fields, direction, language));
}

function fieldRows(
  fields: readonly FieldDescription[],
  direction: Direction,
  language: Language,
  prefix = '',
): string[][] {
  const w = words[language];
  return fields.flatMap((field) => {
    const name = `${prefix}${field.name}`;
    const row = [
      `\`${name}\``,
      presenceOf(field, language),
      typeOf(field, w),
      lengthOf(field, direction, w),
      meaningOf(field, language),
    ];
    const inside = `${name}${field.type === 'list' ? '[].' : '.'}`;
    return [row, ...fieldRows(field.fields ?? [], direction, language, inside)];
  });
}

function presenceOf(field: FieldDescription, language: Language): string {
  const w = words[language];
  const presence = w.presence[field.presence];
  const told = field.condition === undefined ? presence : `${presence}${w.colon}${field.condition[language]}`;
  return field.client === undefined ? told : `${told}${w.semicolon}${clientOf(field, w)}`;
}

function clientOf({ client, default: value, generated }: FieldDescription, w: Words): string {
  if (client === 'sets') return w.sets;
  return w.fills(generated === undefined ? `\`${value}\`` : w.generatedBy[generated]);
}

function typeOf({ type, formats, pattern, minimum, maximum }: FieldDescription, w: Words): string {
  const written = formats ?? (pattern === undefined ? [] : [pattern]);
  const bounds = minimum === undefined || maximum === undefined ? [] : [w.bounds(minimum, maximum)];
  const details = [...bounds, ...(written.length === 0 ? [] : [codes(written, w.or)])];
  return [w.types[type], ...details].join(w.comma);
}

function lengthOf({ maxLength, documentedLength }: FieldDescription, direction: Direction, w: Words): string {
  if (direction === 'received') return String(documentedLength ?? maxLength ?? '');
  return documentedLength === undefined ? String(maxLength ?? '') : w.advisory(documentedLength, maxLength);
}

function meaningOf({ title, values, sensitive, type }: FieldDescription, language: Language): string {
  const w = words[language];
  const listed = inOrder(values ?? {}).map(([value, its]) => `\`${value}\` ${its[language]}`);
  const meaning =
    listed.length === 0 ? title[language] : `${title[language]}${w.colon}${listed.join(w.comma)}`;
  return sensitive && type !== 'object' && type !== 'list' ? `${meaning} *(${w.sensitive})*` : meaning;
}
