import { isKeptApart } from "../book/kept-apart";
import { type Lines, NONE } from "../book/lines";
import type { DocumentType } from "./document-type";
import { type Drafting, note } from "./drafting";
import { documentTypes } from "./index";
import { comesIn } from "./roles";

/**
 * Notes WAREHOUSE_UNFIT where a row stands at goods that its document does not deal in: what sells, promises
 * or uses goods as good takes none that wait for inspection or were rejected; at goods on their way stand
 * transfers, counts, losses, values and openings alone;
 * what was sent and is lost lies there. Source: DOMAIN §1 available, §5.11.
 */
export function checkPlace(drafting: Drafting, line: number): void {
  const { lines, masters } = drafting.book;
  if (lines.warehouse[line] === NONE || lines.item[line] === NONE) return;
  const { code, kind } = masters.warehouses[lines.warehouse[line]];
  const item = masters.items[lines.item[line]];
  if (item.service || !isUnfit(drafting, line)) return;
  note(drafting, "WAREHOUSE_UNFIT", {
    line,
    column: "warehouse",
    facts: { warehouse: code, kind, item: item.code },
  });
}

function isUnfit({ book: { lines, masters } }: Drafting, line: number): boolean {
  const { kind } = masters.warehouses[lines.warehouse[line]];
  const type = documentTypes[lines.type[line]];
  if (isLost(type) && lines.ref[line] !== "") return kind !== "transit";
  if (!isKeptApart({ kind }) || !dealsInGoods(type)) return false;
  if (kind === "transit") return type.onWay !== true;
  return type.takesGood === true && !isProduct(lines, line);
}

/** Goods that are lost: with `ref` those that were sent on their way. */
function isLost({ stock, onWay }: DocumentType): boolean {
  return stock === "issue" && onWay === true;
}

function dealsInGoods({ stock, reserves, expects }: DocumentType): boolean {
  return stock !== "none" || reserves === true || expects === true;
}

/** What comes in of an assembly is not taken. */
function isProduct(lines: Lines, line: number): boolean {
  return documentTypes[lines.type[line]].stock === "convert" && comesIn(lines, line) === true;
}
