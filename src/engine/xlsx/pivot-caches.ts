import { spliced } from "./package";
import type { Package } from "./package";
import { XmlScanner } from "./xml-scanner";

/**
 * Pivot tables over one of these tables are refreshed when the file is opened: what they remember of it is
 * old.
 */
export function refreshPivots(files: Package, tables: ReadonlySet<string>): void {
  if (tables.size === 0) return;
  for (const part of files.names()) {
    if (!/\/pivotCache\/pivotCacheDefinition\d*\.xml$/i.test(part)) continue;
    const bytes = files.bytes(part);
    const at = placeOfRefresh(bytes, part, tables);
    if (at >= 0) files.put(part, [spliced(bytes, [{ from: at, to: at, text: ' refreshOnLoad="1"' }])]);
  }
}

/** Behind the root's name; -1 where the cache reads no such table, or is refreshed anyway. */
function placeOfRefresh(bytes: Uint8Array, part: string, tables: ReadonlySet<string>): number {
  const scanner = new XmlScanner(bytes, part);
  scanner.nextOpen(0);
  const at = scanner.nameEnd;
  if (scanner.attribute("refreshOnLoad") !== null) return -1;
  while (scanner.nextOpen(1)) {
    if (scanner.is("worksheetSource")) return tables.has(scanner.attribute("name") ?? "") ? at : -1;
  }
  return -1;
}
