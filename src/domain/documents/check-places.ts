import { NONE } from "../book/lines";
import { isKeptApart } from "../book/kept-apart";
import { type Drafting, note } from "./drafting";
import { documentTypes } from "./index";
import { comesIn } from "./roles";

/**
 * Notes WAREHOUSE_UNFIT where a row stands at goods that its document does not deal in: what sells, promises
 * or uses goods as good takes none that wait for inspection or were rejected; at goods on their way stand
 * transfers, counts, losses, values and openings alone. Source: DOMAIN §1 available, §5.11.
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
  const warehouse = masters.warehouses[lines.warehouse[line]];
  const { stock, onWay, takesGood, reserves, expects } = documentTypes[lines.type[line]];
  const moves = stock !== "none" || reserves === true || expects === true;
  if (!moves || !isKeptApart(warehouse)) return false;
  if (warehouse.kind === "transit") return onWay !== true;
  return takesGood === true && !(stock === "convert" && comesIn(lines, line) === true);
}
