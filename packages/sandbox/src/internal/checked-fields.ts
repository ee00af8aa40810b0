import {
  encodeRequestFields,
  type Field,
  type Fields,
  type FieldUse,
  type Issue,
  type Operation,
  RequestError,
  type RequestFields,
  type WireFields,
} from '@yinjian/provider-kit';

type NamesOf<F, Use> = { [Name in keyof F]: F[Name] extends { readonly use: Use } ? Name : never }[keyof F];
type CertainNames<F> = NamesOf<F, 'required' | 'provided'>;

/** The wire fields of a request that the definition of its operation has found in order. */
export type CheckedFields<O> = O extends { readonly request: { readonly fields: infer F extends Fields } }
  ? { readonly [Name in CertainNames<F>]: string } & {
      readonly [Name in Exclude<keyof F, CertainNames<F>>]?: string;
    }
  : never;

/** What a reply may say: fields of the definition, numbers where the platform writes them bare. */
export type ReplyFields<O> = O extends { readonly reply: infer Reply }
  ? { readonly [Name in keyof Reply]?: string | number | undefined }
  : never;

export type Checked =
  | { readonly ok: true; readonly fields: WireFields }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Checks a request against the definition of its operation: what came over the wire is turned back into what a caller
 * would have given, and the definition judges that. Fields that no table lists are ignored, as the platforms do, since
 * the documents' own samples carry some; the log tells of them.
 */
export function checkFields(
  operation: Operation,
  received: WireFields,
  log: (line: string) => void,
  now: () => Date = () => new Date(),
): Checked {
  const request = asReceived(operation.request);
  const given: Record<string, unknown> = Object.create(null);
  const known = new Set<string>();
  for (const table of [request.fields, ...Object.values(request.cases?.of ?? {})]) {
    for (const [name, field] of Object.entries(table)) {
      const spellings = [name, ...field.aliases];
      for (const spelling of spellings) known.add(spelling);
      const text = spellings.map((spelling) => received[spelling] ?? '').find((value) => value !== '');
      if (text !== undefined && appliesTo(request, name, received)) given[name] = asGiven(name, field, text);
    }
  }
  try {
    const context = { now, nonce: () => '', provided: {} };
    const fields = encodeRequestFields(operation.name, request, given, context);
    for (const name of Object.keys(received).filter((one) => !known.has(one))) {
      log(`${operation.name}: ignored ${shownName(name)}, which is not documented`);
    }
    return { ok: true, fields };
  } catch (error) {
    if (error instanceof RequestError) return { ok: false, issues: error.issues };
    throw error;
  }
}

/** What does not look like a field name may be anything. */
function shownName(name: string): string {
  return /^[\w.-]{1,64}$/.test(name) ? name : '[?]';
}

/** Seen from the platform, a field that a client makes up or takes from its configuration is like any other. */
function asReceived({ fields, cases, ...rules }: RequestFields): RequestFields {
  const receivedTable = (table: Fields): Fields =>
    Object.fromEntries(Object.entries(table).map(([name, field]) => [name, receivedField(field)]));
  if (cases === undefined) return { ...rules, fields: receivedTable(fields) };
  const of = Object.fromEntries(
    Object.entries(cases.of).map(([value, table]) => [value, receivedTable(table)]),
  );
  return { ...rules, fields: receivedTable(fields), cases: { ...cases, of } };
}

function receivedField(field: Field): Field {
  const { fill: _, ...received } = field;
  return { ...received, use: field.presence === 'required' ? 'required' : 'optional' };
}

/** A field that only other cases have is ignored: the document's sample of a debit card carries `CVN2`. */
function appliesTo({ fields, cases }: RequestFields, name: string, received: WireFields): boolean {
  if (cases === undefined || Object.hasOwn(fields, name)) return true;
  const decider = received[cases.on] ?? '';
  return !Object.hasOwn(cases.of, decider) || Object.hasOwn(cases.of[decider] ?? {}, name);
}

/** Text that cannot be turned back stays text, which the definition then refuses as being of the wrong type. */
function asGiven(name: string, field: Field, text: string): unknown {
  switch (field.type) {
    case 'fen':
    case 'integer':
      return /^(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text;
    case 'object':
      return unwrapped(name, text);
    case 'string':
    case 'time':
    case 'code':
    case 'url':
    case 'list':
      return text;
  }
}

/** An object travels as JSON text whose only key is the name of the field. */
function unwrapped(name: string, text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return text;
    const [[key, inner] = [], ...others] = Object.entries(value);
    return key === name && others.length === 0 ? inner : text;
  } catch {
    return text;
  }
}

/** All mistakes in one line, what is missing first: the platforms' messages are short. */
export function inWords(issues: readonly Issue[]): string {
  const isMissing = ({ code }: Issue) => Number(code === 'missing');
  return issues
    .toSorted((one, other) => isMissing(other) - isMissing(one))
    .map(({ path, message }) => `${path} ${message}`.trim())
    .join('; ');
}

/** Whether two requests of one merchant ask for the same order. Nonce, time and signature are no part of it. */
export function isSameOrder({ request }: Operation, one: object, other: object): boolean {
  const parameters = (fields: object) =>
    Object.entries(fields)
      .filter(([name]) => !NO_PARAMETER.has(request.fields[name]?.use))
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(parameters(one)) === JSON.stringify(parameters(other));
}

const NO_PARAMETER: ReadonlySet<FieldUse | undefined> = new Set<FieldUse>(['filled', 'provided']);
