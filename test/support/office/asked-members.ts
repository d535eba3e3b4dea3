import path from "node:path";
import ts from "typescript";

/** A member of office.js's Excel that the add-in uses, and where. */
export interface AskedMember {
  readonly kind: string;
  readonly member: string;
  readonly file: string;
}

/** What the add-in asks of Excel. */
export interface Asked {
  readonly members: readonly AskedMember[];
  /** The names that its loads give as texts, taken apart: `columns/items/name` is three. */
  readonly loaded: readonly string[];
}

/**
 * Reads the add-in's own source, where it says `Excel.`: every property and method of Excel's classes that it
 * names.
 */
export function askedMembers(root: string, folders: readonly string[]): Asked {
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(root, "tsconfig.json"),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
      },
    },
  );
  const inside = (file: string) =>
    folders.some((folder) => file.startsWith(path.join(root, folder) + path.sep));
  const isAsking = (file: string) => /\bExcel\./.test(ts.sys.readFile(file) ?? "");
  const files = (config?.fileNames ?? []).filter(
    (file) => inside(file) && !/\.test\.tsx?$/.test(file) && isAsking(file),
  );
  const program = ts.createProgram(files, { ...config?.options, types: ["office-js"], noEmit: true });
  const checker = program.getTypeChecker();
  const members = new Map<string, AskedMember>();
  const loaded = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const asked = memberOf(checker.getSymbolAtLocation(node.name), root, node);
      if (asked !== null) members.set(`${asked.kind}.${asked.member}`, asked);
    }
    for (const name of namesLoaded(node)) loaded.add(name);
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (files.includes(file.fileName)) visit(file);
  return { members: [...members.values()], loaded: [...loaded] };
}

function memberOf(symbol: ts.Symbol | undefined, root: string, node: ts.Node): AskedMember | null {
  const owner = symbol?.declarations?.map(ownerInExcel).find((found) => found !== null) ?? null;
  if (symbol === undefined || owner === null) return null;
  return { kind: owner, member: symbol.name, file: path.relative(root, node.getSourceFile().fileName) };
}

/** The class or interface of the namespace Excel in which a member is declared; null for any other. */
function ownerInExcel(declaration: ts.Declaration): string | null {
  const { parent: owner } = declaration;
  if (!ts.isClassDeclaration(owner) && !ts.isInterfaceDeclaration(owner)) return null;
  if (!ts.isModuleBlock(owner.parent)) return null;
  const isExcel = owner.parent.parent.name.text === "Excel";
  const isOfOffice = owner.getSourceFile().fileName.includes("@types/office-js");
  return isExcel && isOfOffice ? (owner.name?.text ?? null) : null;
}

/** The names in `load("a,b/c")`. */
function namesLoaded(node: ts.Node): readonly string[] {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  if (node.expression.name.text !== "load") return [];
  return node.arguments
    .filter((given) => ts.isStringLiteral(given))
    .flatMap(({ text }) => text.split(/[,/]/).map((name) => name.trim()));
}
