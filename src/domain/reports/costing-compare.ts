import type { Book } from "../book/book";
import { toldBy } from "../book/closed-figures";
import { registerOf, REGISTERS } from "../book/lines";
import { COSTING_CODES, type CostingCode } from "../book/settings";
import { costMoves } from "../costing/cost-moves";
import { costingMethods } from "../costing/index";
import { VARIANCE as DIFFERENCE } from "../costing/moves";
import { byCodeUnit } from "../kernel/names";
import { costDifferences } from "../posting/followed/cost-differences";
import type { Ledgers } from "../posting/ledgers";
import { costingPolicy, stockMoves } from "../posting/moves/stock-moves";
import { figuresOf } from "./figures";
import { numberIn } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { column, shown } from "./report-columns";
import { dayRange, daysIn, only } from "./report-parameters";

const SALES = REGISTERS.indexOf("sales");
const METHODS = COSTING_CODES.map((code) => ({ code, title: costingMethods[code].title }));

/** What the items come to by one method, by item; smallest units. */
interface Compared {
  readonly qty: Float64Array;
  readonly value: Float64Array;
  readonly cogs: Float64Array;
  /** What goods that had left cost more than they left at. */
  readonly difference: Float64Array;
  readonly variance: Float64Array;
}

/** The book as if every item had been costed by one method from the start. */
function costedBy(book: Book, costing: CostingCode): Book {
  const items = book.masters.items.map((item) => ({ ...item, costing }));
  return {
    ...book,
    settings: { ...book.settings, costing },
    masters: { ...book.masters, items, methodChanges: [], periods: toldBy(book.masters.periods, costing) },
  };
}

/** Whether a move is of a sale, and no difference in what something else cost. */
function isSale({ lines }: Book, line: number, kind: number): boolean {
  return registerOf(lines, line) === SALES && kind !== DIFFERENCE;
}

function compared(
  ledgers: Ledgers,
  method: CostingCode,
  { from, to }: { readonly from: number; readonly to: number },
): Compared {
  const { documents, order, quantities, links } = ledgers;
  const book = costedBy(ledgers.book, method);
  const stock = stockMoves({ book, documents, order, quantities, links });
  const { moves, pools, bins, bin, line } = stock;
  const costed = costMoves(moves, pools, costingPolicy(book));
  const column = (): Float64Array => new Float64Array(book.masters.items.length);
  const sums = { qty: column(), value: column(), cogs: column(), difference: column(), variance: column() };
  for (let move = 0; move < moves.count && moves.day[move] <= to; move++) {
    const item = bins.item[bin[move]];
    sums.qty[item] += costed.qty[move];
    sums.value[item] += costed.value[move];
    if (moves.day[move] < from) continue;
    sums.variance[item] += costed.variance?.[move] ?? 0;
    if (isSale(book, line[move], moves.kind[move])) sums.cogs[item] -= costed.value[move];
  }
  costDifferences(ledgers, stock, costed).forEach(({ day, item, amount }) => {
    if (day >= from && day <= to) sums.difference[item] += amount;
  });
  return sums;
}

const VARIANCE = "standard|variance";
const columns = [
  ...[shown.item, shown.qty],
  ...METHODS.flatMap(({ code, title }) => [
    column(`${code}|value`, "money", [`${title.zh} 结存金额`, `${title.en}: value`]),
    column(`${code}|cogs`, "money", [`${title.zh} 销售成本`, `${title.en}: cost of sales`]),
    column(`${code}|difference`, "money", [`${title.zh} 成本差异`, `${title.en}: difference in cost`]),
  ]),
  column(VARIANCE, "money", ["材料成本差异", "Variance to standard"]),
];

/**
 * Every costing method on one ledger, side by side: what each item comes to at the end of `to`, what was sold
 * of it from `from` to `to` cost, and what goods gone before turned out to, as if costed so from the start;
 * keys as those of a pivot, `fifo|value`. Items without batches or a standard are then averaged, by batch or
 * at standard cost alike.
 * Source: CONTRACT §5, DOMAIN §5.
 */
export const costingCompare: ReportDefinition = {
  code: "costing-compare",
  title: { zh: "计价方法比较", en: "Costing methods compared" },
  parameters: [...dayRange, only("item")],
  run: (ledgers, parameters) => {
    const days = daysIn(parameters);
    const asked = numberIn(parameters, "item", -1);
    const { items } = ledgers.book.masters;
    const { money, quantity } = figuresOf(ledgers);
    const by = METHODS.map(({ code }) => ({ code, sums: compared(ledgers, code, days) }));
    const moved = new Set(ledgers.stock.bins.item.filter((item) => asked === -1 || item === asked));
    const chosen = [...moved].sort((a, b) => byCodeUnit(items[a].code, items[b].code));
    const total = (of: Float64Array, over: readonly number[]): number =>
      over.reduce((sum, item) => sum + of[item], 0);
    const cellsOf = ({ code, sums }: (typeof by)[number], over: readonly number[]): ReportRow => ({
      [`${code}|value`]: money(total(sums.value, over)),
      [`${code}|cogs`]: money(total(sums.cogs, over)),
      [`${code}|difference`]: money(total(sums.difference, over)),
      ...(code === "standard" ? { [VARIANCE]: money(total(sums.variance, over)) } : {}),
    });
    const figuresIn = (over: readonly number[]): ReportRow =>
      by.reduce<ReportRow>((row, one) => ({ ...row, ...cellsOf(one, over) }), {
        qty: quantity(total(by[0].sums.qty, over)),
      });
    const rows = chosen.map((item) => ({ item: items[item].code, ...figuresIn([item]) }));
    return { columns, rows, totals: figuresIn(chosen) };
  },
};
