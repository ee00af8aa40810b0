import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * Writes documentation to where editors look for it in bundled declarations:
 *
 * - at the copies that the bundler makes for the members of a namespace, `declare const operations_pay: typeof pay`;
 * - at the methods of a client, `interface Client extends Methods<typeof operations>`. Not every editor finds
 *   documentation through a mapped type, so each method becomes a member of its own, of the very same type.
 *
 * @throws Error naming the client methods that would be left without documentation.
 */
export function carryDocs(folder: string): void {
  const files = globSync('**/*.d.{ts,cts}', { cwd: folder })
    .map((file) => join(folder, file))
    .filter((file) => /^(declare namespace|.*\bextends Methods\b)/m.test(readFileSync(file, 'utf8')));
  if (files.length === 0) return;
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  const checker = program.getTypeChecker();
  const bare: string[] = [];
  for (const file of files) {
    const insertions = (program.getSourceFile(file)?.statements ?? []).flatMap((statement) => {
      if (ts.isVariableStatement(statement)) return atCopy(statement, checker);
      return ts.isInterfaceDeclaration(statement) ? inClient(statement, checker, bare) : [];
    });
    writeFileSync(file, insertions.reduceRight(insert, readFileSync(file, 'utf8')));
  }
  if (bare.length > 0) throw new Error(`client methods without documentation: ${bare.join(', ')}`);
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

const insert = (text: string, { at, text: inserted }: Insertion): string =>
  text.slice(0, at) + inserted + text.slice(at);

function atCopy(statement: ts.VariableStatement, checker: ts.TypeChecker): Insertion[] {
  const [copy] = statement.declarationList.declarations;
  if (copy?.type === undefined || !ts.isTypeQueryNode(copy.type) || isDocumented(statement)) return [];
  const docs = docsAt(copy, checker);
  return docs === undefined ? [] : [{ at: statement.getStart(), text: `${docs}\n` }];
}

function inClient(client: ts.InterfaceDeclaration, checker: ts.TypeChecker, bare: string[]): Insertion[] {
  const bases = (client.heritageClauses ?? [])
    .flatMap(({ types }) => types)
    .filter(({ expression }) => /^Methods(\$\d+)?$/.test(expression.getText()));
  if (bases.length === 0) return [];
  const inherited = new Map(
    bases.flatMap((base) =>
      checker
        .getTypeAtLocation(base)
        .getProperties()
        .map(({ name, declarations }) => [
          name,
          { type: `${base.getText()}['${name}']`, docs: docsAt(declarations?.[0], checker) },
        ]),
    ),
  );
  const own = new Map(client.members.map((member) => [member.name?.getText() ?? '', member]));
  const names = inherited.size === 0 ? ['*'] : new Set([...inherited.keys(), ...own.keys()]);
  return [...names]
    .flatMap((name): Insertion[] => {
      const member = own.get(name);
      if (member !== undefined && isDocumented(member)) return [];
      const { type, docs } = inherited.get(name) ?? {};
      if (docs === undefined) {
        bare.push(`${client.name.text}.${name}`);
        return [];
      }
      const indented = docs.replaceAll('\n', '\n    ');
      return member === undefined
        ? [{ at: client.members.pos, text: `\n    ${indented}\n    readonly ${name}: ${type};` }]
        : [{ at: member.getStart(), text: `${indented}\n    ` }];
    })
    .toSorted((one, other) => one.at - other.at);
}

/** The comment at what a declaration stands for, be it in another file. */
function docsAt(declaration: ts.Declaration | undefined, checker: ts.TypeChecker): string | undefined {
  if (declaration === undefined) return undefined;
  if (ts.isExportSpecifier(declaration)) {
    return docsOf(checker.getExportSpecifierLocalTargetSymbol(declaration), checker);
  }
  if (ts.isVariableDeclaration(declaration) && declaration.type && ts.isTypeQueryNode(declaration.type)) {
    return docsOf(checker.getSymbolAtLocation(declaration.type.exprName), checker);
  }
  return ts.getJSDocCommentsAndTags(declaration).findLast(ts.isJSDoc)?.getText();
}

function docsOf(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): string | undefined {
  const isAlias = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const meant = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  return docsAt(meant?.declarations?.[0], checker);
}

const isDocumented = (node: ts.Node): boolean => ts.getJSDocCommentsAndTags(node).some(ts.isJSDoc);
