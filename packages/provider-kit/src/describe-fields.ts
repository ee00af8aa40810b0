import { type Issue, RequestError } from './errors.ts';
import type { Field, Fields, FieldType } from './field.ts';
import { thisOr, whichCases } from './internal/condition-words.ts';
import { encodeValue } from './internal/encode-fields.ts';
import type { RequestFields } from './request-fields.ts';
import type { Title } from './title.ts';

/** One row of a field table, for documentation and tools: data alone, fit for JSON. */
export interface FieldDescription {
  readonly name: string;
  readonly presence: Field['presence'];
  /** When it is wanted, in words: of a conditional field, and of one of several of which one must be given. */
  readonly condition?: Title;
  readonly type: FieldType;
  /** In characters. In a request a longer value is refused; of a reply it is what the table says. */
  readonly maxLength?: number;
  /** In characters: the table's limit, where longer values occur. In a request one is sent, with a warning. */
  readonly documentedLength?: number;
  /** How a value is written, in letters, any one of them: `yyyyMMdd` (times are in UTC+8), `MMYY`, `IPv4`. */
  readonly formats?: readonly string[];
  /** In a request: the source of a regular expression, for the flag `u`, that the whole value must match. */
  readonly pattern?: string;
  /** In a request: the least number that is sent. Amounts in fen. */
  readonly minimum?: number;
  /** In a request: the greatest number that is sent. Amounts in fen. */
  readonly maximum?: number;
  /** What the client sends where the caller gives nothing, as it stands on the wire. */
  readonly default?: string;
  /** What the client makes up, anew each time, where the caller gives nothing: random text, or the time of the call. */
  readonly generated?: 'nonce' | 'time';
  readonly title: Title;
  /** The documented values of a code field. */
  readonly values?: Readonly<Record<string, Title>>;
  /** The table of an object, or of each row of a list. */
  readonly fields?: readonly FieldDescription[];
  /** Personal or card data. */
  readonly sensitive: boolean;
  /** What the client does about it: `sets` it from its configuration, or `fills` it where the caller gives nothing. */
  readonly client?: 'sets' | 'fills';
}

/** The tables of a request that depend on the value of the field `on`. */
export interface CasesDescription {
  readonly on: string;
  readonly of: Readonly<Record<string, readonly FieldDescription[]>>;
  /** By case: of these fields of the case at least one must be given. */
  readonly atLeastOne?: Readonly<Record<string, readonly string[]>>;
}

/** The field table of a request, its cases included: a field that not every case has is conditional. */
export function describeRequest({ fields, cases, atLeastOne }: RequestFields): FieldDescription[] {
  const rows = new Map(describeSent(fields, atLeastOne).map((row) => [row.name, row]));
  if (cases === undefined) return [...rows.values()];
  const described = describeCases(cases);
  for (const { name } of Object.values(described.of).flat()) {
    if (!rows.has(name)) rows.set(name, acrossCases(name, described));
  }
  return [...rows.values()];
}

/** The tables of a request's cases, each by itself. */
export function describeCases({ on, of, atLeastOne }: NonNullable<RequestFields['cases']>): CasesDescription {
  const tables = Object.entries(of).map(([value, table]) => {
    return [value, describeSent(table, atLeastOne?.[value])] as const;
  });
  return { on, of: Object.fromEntries(tables), ...(atLeastOne === undefined ? {} : { atLeastOne }) };
}

/** The field table of a reply or notification. */
export function describeReply(reply: Fields): FieldDescription[] {
  return Object.entries(reply).map(([name, field]) => ({
    ...describe(name, field),
    ...inside(field, describeReply),
  }));
}

function describeSent(table: Fields, atLeastOne: readonly string[] = []): FieldDescription[] {
  return Object.entries(table).map(([name, field]) => ({
    ...describe(name, field),
    ...(atLeastOne.includes(name) ? { condition: thisOr(atLeastOne.filter((other) => other !== name)) } : {}),
    ...given('pattern', field.pattern?.[0].source),
    ...given('minimum', field.minimum),
    ...given('maximum', field.maximum),
    ...inside(field, describeSent),
    ...clientPart(name, field),
  }));
}

function describe(name: string, field: Field): FieldDescription {
  return {
    name,
    presence: field.presence,
    ...given('condition', field.presence === 'conditional' ? field.condition : undefined),
    type: field.type,
    ...given('maxLength', field.maxLength),
    ...given('documentedLength', field.documentedLength),
    ...given('formats', field.formats),
    title: field.title,
    ...given('values', field.values),
    sensitive: field.sensitive,
  };
}

function inside({ fields }: Field, describeTable: (table: Fields) => FieldDescription[]) {
  return given('fields', fields === undefined ? undefined : describeTable(fields));
}

/** Absent rather than `undefined`: descriptions are compared and written as JSON. */
function given<Name extends string, Value>(name: Name, value: Value | undefined) {
  return (value === undefined ? {} : { [name]: value }) as { [N in Name]?: Value };
}

function clientPart(name: string, field: Field): Pick<FieldDescription, 'client' | 'default' | 'generated'> {
  const { use, fill } = field;
  if (use === 'provided') return { client: 'sets' };
  if (use !== 'filled' || fill === undefined) return {};
  // What it draws on tells whether it is the same each time.
  const drawnOn: ('nonce' | 'time')[] = [];
  const value = fill({
    now: () => {
      drawnOn.push('time');
      return new Date(0);
    },
    nonce: () => {
      drawnOn.push('nonce');
      return '0'.repeat(32);
    },
  });
  const [generated] = drawnOn;
  return {
    client: 'fills',
    ...(generated === undefined ? { default: sent(name, field, value) } : { generated }),
  };
}

/** @throws RequestError where a definition fills in what its field does not take. */
function sent(name: string, field: Field, value: unknown): string {
  const issues: Issue[] = [];
  const text = encodeValue(name, field, value, issues);
  if (text === undefined) throw new RequestError(name, issues);
  return text;
}

/** One row for a field that the cases have differently, or that not every one has. */
function acrossCases(name: string, { on, of }: CasesDescription): FieldDescription {
  const cases = Object.entries(of).map(([value, table]) => ({
    value,
    row: table.find((row) => row.name === name),
  }));
  const row = cases.find((one) => one.row !== undefined)?.row as FieldDescription;
  if (cases.every((one) => one.row?.presence === row.presence)) return row;
  const valuesWith = (is: (presence: Field['presence'] | undefined) => boolean) =>
    cases.filter((one) => is(one.row?.presence)).map(({ value }) => value);
  const condition = whichCases(on, {
    wanted: valuesWith((presence) => presence === 'required'),
    allowed: valuesWith((presence) => presence === 'optional' || presence === 'conditional'),
    refused: valuesWith((presence) => presence === undefined),
    own: row.condition,
  });
  return { ...row, presence: 'conditional', condition };
}
