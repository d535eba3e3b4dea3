import { spliced } from "./package";
import type { Package, Splice } from "./package";
import { relationXml, relationsPart } from "./relations";
import type { Relation } from "./relations";
import { XmlScanner } from "./xml-scanner";
import { escapeXml } from "./xml-text";

const contentTypes = "[Content_Types].xml";
const typesOf = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

/**
 * Adds parts to a package and takes parts out, so that every reference and every content type stays right.
 */
export class PackageEdit {
  readonly files: Package;
  private readonly overrides: string[] = [];

  constructor(files: Package) {
    this.files = files;
  }

  /** Adds a part of that content type (`worksheet+xml`). */
  add(part: string, type: string, pieces: readonly Uint8Array[]): void {
    this.files.put(part, pieces);
    this.overrides.push(`Override PartName="${escapeXml(`/${part}`)}" ContentType="${typesOf}${type}"`);
  }

  /** The first name of the kind `xl/tables/table1.xml` that no part bears. */
  freeName(folder: string, stem: string): string {
    let n = 1;
    while (this.files.has(`${folder}${stem}${String(n)}.xml`)) n++;
    return `${folder}${stem}${String(n)}.xml`;
  }

  /** Lets one part refer to another, and answers the reference's id. */
  relate(from: string, kind: string, to: string): string {
    const taken = new Set(this.files.relations(from).map(({ id }) => id));
    let n = taken.size + 1;
    while (taken.has(`rId${String(n)}`)) n++;
    const relation = { id: `rId${String(n)}`, kind, part: to };
    const part = relationsPart(from);
    if (!this.files.has(part)) this.files.putText(part, emptyRelations);
    const bytes = this.files.bytes(part);
    this.files.put(part, [
      spliced(bytes, [addChild(bytes, part, (prefix) => relationXml(relation, prefix))]),
    ]);
    return relation.id;
  }

  /** Takes out the part of that kind to which another refers, if there is one. */
  removeRelated(from: string, kind: string): void {
    const related = this.files
      .relations(from)
      .find((relation) => relation.kind === kind && !relation.isOutside);
    if (related !== undefined) this.remove(from, related.target);
  }

  /**
   * Takes a part out to which another refers: with the reference, its content type, and what only it refers
   * to.
   */
  remove(from: string, target: string): void {
    const related = this.files.relations(from).filter((relation) => isTo(relation, target));
    const part = relationsPart(from);
    const splices = related.map(({ from: start, to }) => ({ from: start, to, text: "" }));
    if (splices.length > 0) this.files.put(part, [spliced(this.files.bytes(part), splices)]);
    this.drop(target);
  }

  private drop(part: string): void {
    if (!this.files.has(part) || this.isReferredTo(part)) return;
    const below = this.files.relations(part).filter(({ isOutside }) => !isOutside);
    this.files.remove(part);
    this.files.remove(relationsPart(part));
    const types = this.files.bytes(contentTypes);
    this.files.put(contentTypes, [spliced(types, overridesOf(types, part))]);
    for (const { target } of below) this.drop(target);
  }

  private isReferredTo(part: string): boolean {
    return this.files.names().some((name) => {
      const owner = /^(.*)_rels\/([^/]*)\.rels$/.exec(name);
      if (owner === null) return false;
      return this.files.relations(owner[1] + owner[2]).some((relation) => isTo(relation, part));
    });
  }

  /** The package, with the content types of what was added. */
  finish(): Uint8Array {
    const bytes = this.files.bytes(contentTypes);
    const write = (prefix: string): string =>
      this.overrides.map((override) => `<${prefix}${override}/>`).join("");
    this.files.put(contentTypes, [spliced(bytes, [addChild(bytes, contentTypes, write)])]);
    return this.files.write();
  }
}

function isTo({ isOutside, target }: Relation, part: string): boolean {
  return !isOutside && target.toLowerCase() === part.toLowerCase();
}

const emptyRelations =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;

/** A further child at the end of the part's root. */
function addChild(bytes: Uint8Array, part: string, write: (prefix: string) => string): Splice {
  const scanner = new XmlScanner(bytes, part);
  scanner.nextOpen(0);
  const prefix = scanner.prefix();
  const { isEmpty, end } = scanner;
  const name = prefix + scanner.name();
  scanner.skip();
  if (isEmpty) return { from: end - 2, to: end, text: `>${write(prefix)}</${name}>` };
  return { from: scanner.start, to: scanner.start, text: write(prefix) };
}

function overridesOf(bytes: Uint8Array, part: string): readonly Splice[] {
  const scanner = new XmlScanner(bytes, contentTypes);
  const found: Splice[] = [];
  const wanted = `/${part}`.toLowerCase();
  while (scanner.nextOpen(0)) {
    if (!scanner.is("Override") || scanner.attribute("PartName")?.toLowerCase() !== wanted) continue;
    const from = scanner.start;
    scanner.skip();
    found.push({ from, to: scanner.end, text: "" });
  }
  return found;
}
