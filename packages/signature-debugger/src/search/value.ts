/** A value of JSON as it is to be written. A `JsonTree` is one; what a hypothesis makes up has no place in a text. */
export type Value = StringValue | ScalarValue | ArrayValue | ObjectValue;

export interface StringValue {
  readonly kind: 'string';
  readonly value: string;
}

/** A number, `true`, `false` or `null`, as it is written. */
export interface ScalarValue {
  readonly kind: 'scalar';
  readonly lexeme: string;
}

export interface ArrayValue {
  readonly kind: 'array';
  readonly items: readonly Value[];
}

export interface ObjectValue {
  readonly kind: 'object';
  readonly members: Members;
}

export interface Member {
  readonly name: string;
  readonly value: Value;
}

export type Members = readonly Member[];

export function text(value: string): StringValue {
  return { kind: 'string', value };
}

export function scalar(lexeme: string): ScalarValue {
  return { kind: 'scalar', lexeme };
}

export const NULL: ScalarValue = scalar('null');

export function isNumber(value: Value): value is ScalarValue {
  return value.kind === 'scalar' && /^-?\d/.test(value.lexeme);
}

export function isEmpty(value: Value): boolean {
  return value.kind === 'string' && value.value === '';
}

export function isNull(value: Value): boolean {
  return value.kind === 'scalar' && value.lexeme === 'null';
}

/** The same member where nothing changes, so that what is known of it stays known. */
export function withValue(member: Member, value: Value): Member {
  return value === member.value ? member : { name: member.name, value };
}

/** Every string of a value, those inside it included, made anew. */
export function mapStrings(value: Value, map: (text: string) => string): Value {
  switch (value.kind) {
    case 'string': {
      const mapped = map(value.value);
      return mapped === value.value ? value : text(mapped);
    }
    case 'scalar':
      return value;
    case 'array':
      return mapItems(value, (item) => mapStrings(item, map));
    case 'object':
      return mapMembers(value, (member) => withValue(member, mapStrings(member.value, map)));
  }
}

/** Every number, boolean and null of a value, those inside it included, made anew. */
export function mapScalars(value: Value, map: (value: ScalarValue) => Value): Value {
  switch (value.kind) {
    case 'string':
      return value;
    case 'scalar':
      return map(value);
    case 'array':
      return mapItems(value, (item) => mapScalars(item, map));
    case 'object':
      return mapMembers(value, (member) => withValue(member, mapScalars(member.value, map)));
  }
}

export function mapItems(value: ArrayValue, map: (item: Value) => Value): ArrayValue {
  const items = value.items.map(map);
  return items.every((item, at) => item === value.items[at]) ? value : { kind: 'array', items };
}

export function mapMembers(value: ObjectValue, map: (member: Member) => Member): ObjectValue {
  const members = value.members.map(map);
  return members.every((member, at) => member === value.members[at]) ? value : { kind: 'object', members };
}
