import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import ts from "typescript";

const declarations = createRequire(__filename).resolve("@types/office-js/index.d.ts");

/**
 * The requirement sets that Microsoft's declarations of Excel name, by class and member; of a member declared
 * several times all of them.
 */
export function publishedSets(): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(declarations, "utf8");
  const file = ts.createSourceFile(declarations, text, ts.ScriptTarget.Latest);
  const sets = new Map<string, string[]>();
  const excel = file.statements.filter(isOfExcel).flatMap(({ body }) => [...body.statements]);
  const members = excel
    .filter(ts.isClassDeclaration)
    .flatMap((one) => one.members.map((member) => [one, member] as const));
  for (const [one, member] of members) {
    const name = `${nameOf(one, file)}.${nameOf(member, file)}`;
    const found = /\[Api set:\s*(\w+ [\d.]+)/.exec(member.getFullText(file));
    if (found !== null) sets.set(name, [...(sets.get(name) ?? []), found[1]]);
  }
  return sets;
}

function nameOf({ name }: ts.NamedDeclaration, file: ts.SourceFile): string {
  return name?.getText(file) ?? "";
}

function isOfExcel(node: ts.Statement): node is ts.ModuleDeclaration & { readonly body: ts.ModuleBlock } {
  return (
    ts.isModuleDeclaration(node) &&
    node.name.text === "Excel" &&
    node.body !== undefined &&
    ts.isModuleBlock(node.body)
  );
}
