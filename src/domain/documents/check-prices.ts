import { NONE } from "../book/lines";
import { mulDiv } from "../kernel/mul-div";
import { figure, powerOfTen } from "../kernel/numbers";
import { type Drafting, note } from "./drafting";
import { documentTypes } from "./index";
import type { PriceHistory } from "./price-history";
import { stockQtyOf } from "./stock-quantity";
import type { DocumentType } from "./document-type";

/** True where a document offers, orders or delivers to a customer: no return, no invoice. */
export function isSale({ register, debt, stock }: DocumentType): boolean {
  return register === "sales" && (debt === "none" || debt === "delivery") && stock !== "return-in";
}

/**
 * Notes what is odd about the prices of a document once all its discounts are off: a sale below the floor
 * price (BELOW_FLOOR), free goods left out, and a price typed far from the last ones (PRICE_OUTLIER). Source:
 * DOMAIN §11, §14.
 */
export function checkPrices(drafting: Drafting, members: readonly number[], history: PriceHistory): void {
  for (const line of members) {
    if (isSale(documentTypes[drafting.book.lines.type[line]])) checkFloor(drafting, line);
    checkOutlier(drafting, line, history);
  }
}

/** The floor price is of a stock unit, with the tax in it as the setting says of prices. */
function checkFloor(drafting: Drafting, line: number): void {
  const { lines, masters, settings } = drafting.book;
  const item = lines.item[line] === NONE ? null : masters.items[lines.item[line]];
  if (item === null || item.floorPrice === null || !(lines.price[line] > 0)) return;
  const qty = stockQtyOf(drafting.book, line);
  const worth = settings.priceIncludesTax ? lines.total[line] : lines.net[line];
  const least = mulDiv(qty, item.floorPrice, powerOfTen(12 - settings.moneyDecimals));
  if (!(qty > 0) || !(worth < least)) return;
  const price = mulDiv(worth, powerOfTen(12 - settings.moneyDecimals), qty);
  const facts = { item: item.code, price: figure(price, 6), floor: figure(item.floorPrice, 6) };
  note(drafting, "BELOW_FLOOR", { line, column: "price", facts });
}

function checkOutlier(drafting: Drafting, line: number, history: PriceHistory): void {
  const standing = history.standing(line);
  if (standing === null || !standing.isOdd) return;
  const { items } = drafting.book.masters;
  note(drafting, "PRICE_OUTLIER", {
    line,
    column: "price",
    facts: {
      item: items[drafting.book.lines.item[line]].code,
      price: figure(standing.net, 6),
      last: figure(standing.last, 6),
      usual: standing.usual === null ? null : figure(standing.usual, 6),
    },
  });
}
