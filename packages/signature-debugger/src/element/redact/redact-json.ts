import {
  CodecError,
  type JsonMemberTree,
  type JsonObjectTree,
  type JsonTree,
  parseJsonTree,
} from '@yinjian/protocol-codec';
import { type Edit, edited } from './edits.ts';
import { MASK } from './mask-text.ts';
import { type Masking, NO_TABLE, type Table } from './masking.ts';

/** A JSON text with everything masked that may not be passed on; whatever else is in it stays as it was written. */
export function redactJson(text: string, table: Table, masking: Masking): string {
  return edited(text, editsOf(parseJsonTree(text), text, table, masking));
}

/** The same for the value of a field, which may hold JSON or any text. */
export function redactValue(value: string, table: Table, masking: Masking): string {
  if (/^\s*[{[]/.test(value)) {
    try {
      return redactJson(value, table, masking);
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
    }
  }
  return masking.text(value);
}

function editsOf(tree: JsonTree, text: string, table: Table, masking: Masking): Edit[] {
  switch (tree.kind) {
    case 'object':
      return tree.members.flatMap((member) => editsOfMember(member, text, table, masking));
    case 'array':
      return tree.items.flatMap((item) => editsOf(item, text, table, masking));
    case 'string':
      return replacement(tree, tree.value, redactValue(tree.value, table, masking));
    case 'scalar':
      return replacement(tree, tree.lexeme, masking.text(tree.lexeme));
  }
}

function editsOfMember(
  { name, start, value }: JsonMemberTree,
  text: string,
  table: Table,
  masking: Masking,
): Edit[] {
  const row = table(name);
  const written = /^"(?:[^"\\]|\\.)*"/.exec(text.slice(start))?.[0] ?? '';
  const inName = replacement({ start, end: start + written.length }, name, masking.text(name));
  const content = value.kind === 'string' ? value.value : text.slice(value.start, value.end);
  if (content !== 'null' && masking.hides(name, row, content)) {
    return [...inName, ...replacement(value, content, MASK)];
  }
  return [...inName, ...editsOf(value, text, row?.table ?? NO_TABLE, masking)];
}

function replacement({ start, end }: Pick<Edit, 'start' | 'end'>, before: string, after: string): Edit[] {
  return after === before ? [] : [{ start, end, text: JSON.stringify(after) }];
}

/** A JSON text without some of the members of its object. */
export function withoutMembers(
  text: string,
  tree: JsonObjectTree,
  isLeftOut: (name: string) => boolean,
): string {
  const kept = tree.members.filter(({ name }) => !isLeftOut(name));
  if (kept.length === tree.members.length) return text;
  return `{${kept.map(({ start, value }) => text.slice(start, value.end)).join(',')}}`;
}
