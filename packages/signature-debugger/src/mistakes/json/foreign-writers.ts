import type { Writer } from '../../search/plan.ts';
import type { Member, Value } from '../../search/value.ts';

/** Python’s `str(dict)`. */
export const pythonWriter: Writer = {
  id: 'python repr',
  member: pythonMember,
  join: (members) => `{${members.join(', ')}}`,
};

function pythonMember({ name, value }: Member): string {
  return `${pythonString(name)}: ${pythonValue(value)}`;
}

const PYTHON_WORDS: Readonly<Record<string, string>> = { null: 'None', true: 'True', false: 'False' };

function pythonValue(value: Value): string {
  switch (value.kind) {
    case 'string':
      return pythonString(value.value);
    case 'scalar':
      return PYTHON_WORDS[value.lexeme] ?? value.lexeme;
    case 'array':
      return `[${value.items.map(pythonValue).join(', ')}]`;
    case 'object':
      return `{${value.members.map((member) => pythonMember(member)).join(', ')}}`;
  }
}

function pythonString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
}

/** Java’s `Map.toString()`. */
export const javaWriter: Writer = {
  id: 'java map',
  member: ({ name, value }) => `${name}=${javaValue(value)}`,
  join: (members) => `{${members.join(', ')}}`,
};

function javaValue(value: Value): string {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'scalar':
      return value.lexeme;
    case 'array':
      return `[${value.items.map(javaValue).join(', ')}]`;
    case 'object':
      return `{${value.members.map((member) => `${member.name}=${javaValue(member.value)}`).join(', ')}}`;
  }
}
