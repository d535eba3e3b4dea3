import { Package } from "../../src/engine/xlsx/package";
import { XmlScanner, token } from "../../src/engine/xlsx/xml-scanner";

/**
 * What is wrong with the parts of a saved file: a reference into nothing, a part without a type, XML that is
 * none.
 */
export function faultsOf(bytes: Uint8Array): readonly string[] {
  const files = Package.open(bytes);
  const names = files.names();
  return [
    ...names.flatMap((name) => dangling(files, name)),
    ...untyped(files),
    ...names.flatMap((name) => broken(files, name)),
  ];
}

function dangling(files: Package, name: string): readonly string[] {
  if (!name.endsWith(".rels")) return [];
  const part = name.replace(/_rels\/([^/]*)\.rels$/, "$1");
  const relations = files.relations(part);
  const twice =
    new Set(relations.map(({ id }) => id)).size < relations.length ? [`${name}: an id twice`] : [];
  const lost = relations.filter(({ isOutside, target }) => !isOutside && !files.has(target));
  return [...twice, ...lost.map(({ target }) => `${name}: ${target} is missing`)];
}

function untyped(files: Package): readonly string[] {
  const scanner = new XmlScanner(files.bytes("[Content_Types].xml"), "types");
  const typed = new Set<string>();
  while (scanner.nextOpen(0)) {
    if (scanner.is("Default")) typed.add(`.${scanner.attribute("Extension") ?? ""}`);
    if (scanner.is("Override")) typed.add((scanner.attribute("PartName") ?? "").slice(1));
  }
  const missing = [...typed].filter((name) => !name.startsWith(".") && !files.has(name));
  const without = files.names().filter((name) => {
    const extension = name.slice(name.lastIndexOf("."));
    const needsOwn = name.startsWith("xl/") && extension === ".xml";
    return name !== "[Content_Types].xml" && !typed.has(name) && (needsOwn || !typed.has(extension));
  });
  return [
    ...missing.map((name) => `type for ${name}, which is missing`),
    ...without.map((name) => `no type for ${name}`),
  ];
}

function broken(files: Package, name: string): readonly string[] {
  if (!/\.(xml|rels)$/.test(name)) return [];
  const scanner = new XmlScanner(files.bytes(name), name);
  while (scanner.next() !== token.end);
  return [];
}
