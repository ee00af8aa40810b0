import ts from 'typescript';

/** A text in a program, and where it stands. */
export interface Literal {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Every text in a program. */
export function literalsOf(code: string): Literal[] {
  const file = ts.createSourceFile('bundle.js', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) {
      found.push({ text: node.text, start: node.getStart(), end: node.getEnd() });
    }
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}
