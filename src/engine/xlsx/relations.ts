import { XmlScanner } from "./xml-scanner";
import { escapeXml } from "./xml-text";

/** One part's reference to another, or to something outside of the file. */
export interface Relation {
  readonly id: string;
  /** The last word of the type: `worksheet`, `table`, `sharedStrings`. */
  readonly kind: string;
  /** The part's name, resolved; as it stands where it is outside. */
  readonly target: string;
  readonly isOutside: boolean;
  /** Where the relation's element stands in its part. */
  readonly from: number;
  readonly to: number;
}

/** The part that holds another part's relations; "" = those of the whole package. */
export function relationsPart(part: string): string {
  const cut = part.lastIndexOf("/") + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

/** Reads the relations of a part. */
export function readRelations(bytes: Uint8Array, part: string): readonly Relation[] {
  const scanner = new XmlScanner(bytes, relationsPart(part));
  const relations: Relation[] = [];
  while (scanner.nextOpen(0)) {
    if (!scanner.is("Relationship")) continue;
    const from = scanner.start;
    const type = scanner.attribute("Type") ?? "";
    const id = scanner.attribute("Id") ?? "";
    const isOutside = scanner.attribute("TargetMode") === "External";
    const target = scanner.attribute("Target") ?? "";
    scanner.skip();
    const kind = type.slice(type.lastIndexOf("/") + 1);
    relations.push({
      id,
      kind,
      isOutside,
      target: isOutside ? target : resolve(part, target),
      from,
      to: scanner.end,
    });
  }
  return relations;
}

function resolve(part: string, target: string): string {
  const path = target.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/** A relation yet to be written; `part` counts from the package's root. */
export interface NewRelation {
  readonly id: string;
  readonly kind: string;
  readonly part: string;
}

/** A relation's element. */
export function relationXml({ id, kind, part }: NewRelation, prefix: string): string {
  const target = escapeXml(`/${part}`);
  return `<${prefix}Relationship Id="${id}" Type="${officeRelations}${kind}" Target="${target}"/>`;
}
