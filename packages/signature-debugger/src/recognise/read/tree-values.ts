import type { JsonMemberTree, JsonObjectTree, JsonTree } from '@yinjian/protocol-codec';

export function findMember(tree: JsonObjectTree, name: string): JsonMemberTree | undefined {
  return tree.members.find((member) => member.name === name);
}

/** The text of a member: what a string means, a number as written; empty where it is missing, null or nested. */
export function textOfMember(tree: JsonObjectTree, name: string): string {
  const value = findMember(tree, name)?.value;
  return value === undefined ? '' : textOfTree(value);
}

function textOfTree(tree: JsonTree): string {
  if (tree.kind === 'string') return tree.value;
  return tree.kind === 'scalar' && tree.lexeme !== 'null' ? tree.lexeme : '';
}

export function namesOf(tree: JsonObjectTree): readonly string[] {
  return tree.members.map(({ name }) => name);
}
