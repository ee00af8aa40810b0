import ts from 'typescript';

/** A piece of text that goes in at a place of the code. */
interface Insertion {
  readonly at: number;
  readonly text: string;
  /** How much of the code it takes the place of. Default: nothing. */
  readonly insteadOf?: number;
}

const PURE = '/* @__PURE__ */ ';

const WHY_NONE =
  'functions beside it may need what the block did, and a bundler that drops the class would not see it';

/**
 * Marks what a module computes when it is loaded as droppable where nobody uses it: `var AMT = fen(…)` becomes
 * `var AMT = /* @__PURE__ *\/ fen(…)`. Bundlers do not look into functions, so without the mark every operation of a product
 * would be in each program that uses one of them.
 *
 * Only for packages that promise to have no side effects.
 *
 * @throws Error for a statement that is more than a declaration, or a class with a static block: nobody could drop it.
 */
export function markPureInitialisers(code: string, fileName: string): string {
  const file = ts.createSourceFile(fileName, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const insertions = file.statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.flatMap((declaration) => inDeclaration(declaration));
    }
    const namespace = asNamespace(statement);
    if (namespace !== undefined) return namespace;
    if (isMereDeclaration(statement)) return [];
    if (isChunkForItsEffects(statement))
      return [{ at: statement.getStart(), insteadOf: statement.getWidth(), text: '' }];
    throw new Error(`${fileName} has a side effect when it is loaded: ${statement.getText().slice(0, 100)}`);
  });
  return insert(code, insertions);
}

function isMereDeclaration(statement: ts.Statement): boolean {
  return (
    ts.isFunctionDeclaration(statement) ||
    ts.isExportDeclaration(statement) ||
    (ts.isImportDeclaration(statement) && statement.importClause !== undefined)
  );
}

/** esbuild imports a chunk for its effects where nothing of it is named; these have none, and bundlers warn of it. */
function isChunkForItsEffects(statement: ts.Statement): boolean {
  return (
    ts.isImportDeclaration(statement) &&
    statement.importClause === undefined &&
    ts.isStringLiteral(statement.moduleSpecifier) &&
    statement.moduleSpecifier.text.startsWith('.')
  );
}

/** esbuild fills `import * as` objects in a statement of their own: `__export(operations_exports, { pay: () => pay })`. */
function asNamespace(statement: ts.Statement): Insertion[] | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return undefined;
  const { expression: callee, arguments: given } = statement.expression;
  const [name, members] = given;
  if (callee.getText() !== '__export' || name === undefined || members === undefined) return undefined;
  // It replaces what the variable, an empty object, was declared with.
  const text = `var ${name.getText()} = ${PURE}(() => { const all = {}; __export(all, ${members.getText()}); return all; })();`;
  return [{ at: statement.getStart(), text, insteadOf: statement.getWidth() }];
}

/** Calls are marked where that is enough, which reads better; the rest goes into a function that is. */
function inDeclaration({ name, initializer }: ts.VariableDeclaration): Insertion[] {
  if (initializer === undefined) return [];
  if (hasStaticBlock(initializer)) throw new Error(`${name.getText()} has a static block: ${WHY_NONE}`);
  const found = whatRuns(initializer);
  if (!found.needsFunction) {
    const unmarked = found.calls.filter((call) => !call.getFullText().trimStart().startsWith(PURE.trim()));
    return unmarked.map((call) => ({ at: call.getStart(), text: PURE }));
  }
  // A class takes its name from the variable beside it.
  const [start, end] = ts.isClassExpression(initializer)
    ? [`(() => { const ${name.getText()} = `, `; return ${name.getText()}; })()`]
    : ['(() => (', '))()'];
  return [
    { at: initializer.getStart(), text: PURE + start },
    { at: initializer.getEnd(), text: end },
  ];
}

/** What a bundler must assume to have effects: calls that can be marked, and what cannot be marked. */
function whatRuns(expression: ts.Expression): { calls: ts.Node[]; needsFunction: boolean } {
  const calls: ts.Node[] = [];
  let needsFunction = false;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isClassExpression(node)) {
      needsFunction ||= node.members.some(runsOnce);
      return;
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      calls.push(node);
      // What is called needs no mark of its own.
      node.arguments?.forEach(visit);
      return;
    }
    needsFunction ||=
      ts.isSpreadAssignment(node) ||
      ts.isSpreadElement(node) ||
      ts.isPropertyAccessExpression(node) ||
      ts.isElementAccessExpression(node) ||
      ts.isBinaryExpression(node) ||
      ts.isTaggedTemplateExpression(node) ||
      ts.isTemplateExpression(node);
    node.forEachChild(visit);
  };
  visit(expression);
  return { calls, needsFunction };
}

function hasStaticBlock(initializer: ts.Expression): boolean {
  return ts.isClassExpression(initializer) && initializer.members.some(ts.isClassStaticBlockDeclaration);
}

/** Whether a member of a class is evaluated with the class. */
function runsOnce(member: ts.ClassElement): boolean {
  return (
    ts.isPropertyDeclaration(member) &&
    member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) === true
  );
}

function insert(code: string, insertions: readonly Insertion[]): string {
  const byPlace = insertions.toSorted((a, b) => a.at - b.at);
  let done = 0;
  let result = '';
  for (const { at, text, insteadOf = 0 } of byPlace) {
    result += code.slice(done, at) + text;
    done = at + insteadOf;
  }
  return result + code.slice(done);
}
