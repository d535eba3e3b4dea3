import type { BomLine, Item } from "../book/masters";
import { mulDiv } from "../kernel/mul-div";
import { figure, powerOfTen, QUANTITY_SCALE, RATE_WHOLE } from "../kernel/numbers";
import { type Drafting, note } from "./drafting";
import { linesOf } from "./group";
import { documentTypes } from "./index";
import { comesIn, PRODUCT } from "./roles";

/**
 * How much of a component so much of a product takes, what is lost on the way included, in 10⁻⁶: up to whole
 * steps of the component's last decimal. Source: DOMAIN §5.12: gross need = net / (1 − s).
 */
function needOf({ qty, scrapRate }: BomLine, product: number, { decimals }: Item): number {
  const kept = RATE_WHOLE - (scrapRate ?? 0);
  const gross = kept > 0 ? mulDiv(mulDiv(product, qty, QUANTITY_SCALE), RATE_WHOLE, kept) : NaN;
  const step = powerOfTen(6 - (decimals ?? 6));
  return Math.ceil(gross / step) * step;
}

/**
 * Tells which components of a product, by its bill of materials, an assembly does not name yet, and how much
 * of each it takes (COMPONENT_DUE). `base` is what each line comes to in stock units. Source: DOMAIN §5.12.
 */
export function proposeComponents(drafting: Drafting, drafts: readonly number[], base: Float64Array): void {
  const { lines, masters } = drafting.book;
  if (masters.bom.length === 0) return;
  for (const draft of drafts) {
    const members = Array.from(linesOf(drafting.documents, draft));
    if (documentTypes[lines.type[members[0]]].comesIn !== "product") continue;
    const goesOut = members.filter((line) => comesIn(lines, line) === false);
    const named = new Set(goesOut.map((line) => lines.item[line]));
    const products = members.filter((line) => lines.role[line] === PRODUCT);
    for (const line of products) proposeFor(drafting, { line, base: base[line], named });
  }
}

interface Product {
  readonly line: number;
  readonly base: number;
  /** Items that the document names already. */
  readonly named: ReadonlySet<number>;
}

function proposeFor(drafting: Drafting, { line, base, named }: Product): void {
  const { lines, masters } = drafting.book;
  const missing = masters.bom.filter(({ parent, child }) => parent === lines.item[line] && !named.has(child));
  for (const part of missing) {
    const qty = needOf(part, base, masters.items[part.child]);
    if (!(qty > 0 && qty < Infinity)) continue;
    const [product, item] = [masters.items[part.parent].code, masters.items[part.child].code];
    note(drafting, "COMPONENT_DUE", { line, column: "item", facts: { product, item, qty: figure(qty, 6) } });
  }
}
