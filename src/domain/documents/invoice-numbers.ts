import { type Lines, UNREAD_TYPE } from "../book/lines";
import { type Documents, linesOf } from "./group";
import { documentTypes } from "./index";
import { type Links, linksOf } from "./links";

/** A number that somebody else gave, as it is compared: of any width and case, and without its blanks. */
export function numberKey(number: string): string {
  return number.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}

/**
 * What a supplier's invoice is entered as: an invoice of its own, or a receipt that came with it; null where
 * the line is neither, or takes something back.
 */
export function billAs({ type, total }: Lines, line: number): "invoice" | "receipt" | null {
  if (type[line] >= UNREAD_TYPE || total[line] < 0) return null;
  const { debt, side } = documentTypes[type[line]];
  if (side !== "payable") return null;
  return debt === "invoice" ? "invoice" : debt === "delivery" ? "receipt" : null;
}

/** What is asked of two documents: the documents, and what their lines refer to. */
export interface Linked {
  readonly documents: Documents;
  readonly links: Links;
}

/** Whether a document refers to any line of another. */
function refersTo({ documents, links }: Linked, document: number, other: number): boolean {
  return linesOf(documents, document).some((line) =>
    linksOf(links, line).some(({ target }) => documents.ofLine[target] === other),
  );
}

/** Whether one of two documents is about the other: an invoice that completes a receipt is one with it. */
export function areOne(linked: Linked, document: number, other: number): boolean {
  return document === other || refersTo(linked, document, other) || refersTo(linked, other, document);
}
