import { type ParsedJson, parseJson } from '@yinjian/protocol-codec';
import type { FieldDescription, Title } from '@yinjian/provider-kit';
import { type CatalogEntry, requestTable } from '../catalog.ts';
import { CliError } from '../errors.ts';
import { readText } from '../input.ts';

/** What a caller passes: by wire name, amounts as numbers, times as `Date` or wire text. */
export type Input = { [name: string]: unknown };

type Values = { [name: string]: ParsedJson };

const FIELDS_FILE: Title = { en: 'the fields', zh: '字段' };

/**
 * The input of an operation: the fields of a JSON file, and those given one by one, which win. Numbers keep every digit on
 * the way; which of them are numbers is told by the definition, so an order number needs no quotes.
 */
export async function readFields(
  given: readonly string[],
  file: string | undefined,
  entry: CatalogEntry,
): Promise<Input> {
  const values = file === undefined ? (Object.create(null) as Values) : await readFile(file);
  const seen = new Set<string>();
  for (const assignment of given) {
    const [, path = '', value = ''] = /^([^=]+)=(.*)$/s.exec(assignment) ?? [];
    if (path === '') {
      throw new CliError('usage', {
        en: `Fields are given as FIELD=value, not «${assignment}».`,
        zh: `字段应写作 FIELD=值，而不是“${assignment}”。`,
      });
    }
    if (seen.has(path))
      throw new CliError('usage', { en: `${path} is given twice.`, zh: `${path} 给出了两次。` });
    seen.add(path);
    assign(values, path.split('.'), value);
  }
  return convertAll(values, requestTable(entry, values));
}

async function readFile(file: string): Promise<Values> {
  const value = parseJson(await readText(file, FIELDS_FILE));
  if (isObject(value)) return value;
  throw new CliError('unreadable', {
    en: `${file} holds no JSON object.`,
    zh: `${file} 的内容不是 JSON 对象。`,
  });
}

/** `scene_info.start_time=…` stands for a field within an object. */
function assign(values: Values, [name = '', ...inside]: readonly string[], value: string): void {
  if (inside.length === 0) {
    values[name] = value;
    return;
  }
  const before = typeof values[name] === 'string' ? objectIn(values[name]) : values[name];
  const object = isObject(before) ? before : (Object.create(null) as Values);
  values[name] = object;
  assign(object, inside, value);
}

function convertAll(values: Values, table: readonly FieldDescription[]): Input {
  const input = Object.create(null) as Input;
  for (const [name, value] of Object.entries(values)) {
    input[name] = convert(
      value,
      table.find((field) => field.name === name),
    );
  }
  return input;
}

/** What cannot be converted stays as it is: the library says what is wrong with it. */
function convert(value: ParsedJson, field: FieldDescription | undefined): unknown {
  switch (field?.type) {
    case 'fen':
    case 'integer':
      return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
    case 'time':
      return typeof value === 'string' ? (instantOf(value) ?? value) : value;
    case 'object': {
      const object = typeof value === 'string' ? objectIn(value) : value;
      return isObject(object) ? convertAll(object, field.fields ?? []) : value;
    }
    case 'string':
    case 'code':
    case 'url':
    case 'list':
    case undefined:
      return value;
  }
}

/** ISO 8601 with an offset names an instant; the platforms' own formats name a time in China and stay text. */
function instantOf(text: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

function objectIn(text: string): ParsedJson {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

function isObject(value: ParsedJson | undefined): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
