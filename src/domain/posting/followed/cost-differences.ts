import { type Lines, NONE } from "../../book/lines";
import type { Day } from "../../kernel/day";
import { VARIANCE } from "../../costing/moves";
import type { Costed } from "../../costing/costed";
import { documentTypes } from "../../documents/index";
import { purchaseCost } from "../../documents/purchase-cost";
import { linksOf } from "../../documents/links";
import type { StockMoves } from "../moves/move-source";
import type { Ledgers } from "../ledgers";

/**
 * Why goods that are gone cost more than was known: freight, price, production, what ran short; or why they
 * brought less than they cost: what a supplier took back.
 */
export type DifferenceCause = "landed" | "price" | "made" | "shortage" | "returned";

/**
 * What goods that had left cost more (less, negative) than they left at, booked on the day of the line that
 * says so, or on the receipt's that it restates; smallest units. `origin` = the line that brought them, -1 =
 * what covered a shortage, or not named.
 */
export interface CostDifference {
  readonly line: number;
  readonly item: number;
  readonly origin: number;
  readonly cause: DifferenceCause;
  readonly amount: number;
  /** The day that it is of: its line's, or of what took a receipt below nothing the receipt's. */
  readonly day: Day;
}

/** By the type of the line that says it. */
const CAUSES = documentTypes.map(({ stock, debt }): DifferenceCause => {
  if (stock === "revalue") return "made";
  return debt === "charge" ? "landed" : "price";
});

/**
 * The cost of goods sold that no row of an issue bears, since that keeps its cost: the part of late freight,
 * prices and production costs that was not on stock any more or beyond what goods cost, what covers shortages
 * that stand cost more than they were booked at, what suppliers took back left at more than they credit. In
 * this order, each as it was booked; then what red invoices of these say otherwise. Source: DOMAIN §5.8,
 * §5.9, §5.10, §6.
 */
export function costDifferences(
  ledgers: Pick<Ledgers, "book" | "links">,
  stock: StockMoves,
  costed: Costed,
): readonly CostDifference[] {
  const { lines } = ledgers.book;
  const { moves, late, line, bin, bins } = stock;
  const found = addedDifferences(lines, stock);
  for (const { move, more } of costed.refused) {
    const share = late.find(({ by }) => by === line[move]);
    if (share === undefined) continue;
    const { by, target } = share;
    const item = bins.item[bin[move]];
    const told = { line: by, item, origin: target, cause: CAUSES[lines.type[by]] };
    found.push({ ...told, amount: more, day: lines.day[by] });
  }
  for (let move = 0; move < moves.count; move++) {
    const amount = moves.kind[move] === VARIANCE ? 0 - costed.value[move] : 0;
    if (amount === 0) continue;
    const item = bins.item[bin[move]];
    const day = lines.day[line[move]];
    found.push({ line: line[move], item, origin: NONE, cause: "shortage", amount, day });
  }
  const credited = stock.credited.map(({ by, target, amount }): CostDifference => {
    return {
      line: by,
      item: lines.item[target],
      origin: target,
      cause: "returned",
      amount,
      day: lines.day[by],
    };
  });
  return [...found, ...returnDifferences(ledgers, stock, costed), ...credited];
}

/** What later documents say of receipts' cost, as far as it is of no goods on stock. */
function addedDifferences({ type, item, day }: Lines, { late, beyond }: StockMoves): CostDifference[] {
  const told = [
    ...beyond.map((cost) => ({ ...cost, sold: cost.beyond, on: day[cost.target] })),
    ...late.map((cost) => ({ ...cost, on: day[cost.by] })),
  ];
  return told
    .filter(({ sold }) => sold !== 0)
    .map(({ by, target, sold, on }) => {
      return { line: by, item: item[target], origin: target, cause: CAUSES[type[by]], amount: sold, day: on };
    });
}

const GOES_BACK = documentTypes.map(({ register, debt }) => register === "purchases" && debt === "return");

/**
 * What returns to suppliers left at, less what these credit for them; a standard's variance is none of it.
 */
function returnDifferences(
  { book, links }: Pick<Ledgers, "book" | "links">,
  { moves, line, bin, bins }: StockMoves,
  costed: Costed,
): readonly CostDifference[] {
  const left = new Map<number, { item: number; cost: number }>();
  for (let move = 0; move < moves.count; move++) {
    if (!GOES_BACK[book.lines.type[line[move]]] || moves.kind[move] === VARIANCE) continue;
    const own = left.get(line[move]) ?? { item: bins.item[bin[move]], cost: 0 };
    own.cost -= costed.value[move] + (costed.variance?.[move] ?? 0);
    left.set(line[move], own);
  }
  return [...left].flatMap(([of, { item, cost }]) => {
    const amount = cost - purchaseCost(book, of);
    const origin = linksOf(links, of).at(0)?.target ?? NONE;
    const day = book.lines.day[of];
    return amount === 0 ? [] : [{ line: of, item, origin, cause: "returned" as const, amount, day }];
  });
}
