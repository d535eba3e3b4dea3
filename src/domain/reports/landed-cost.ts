import { documentTypes } from "../documents/index";
import { landedShares } from "../documents/landed-shares";
import { linksOf } from "../documents/links";
import { lineFates, sharedByFate } from "../posting/moves/line-fates";
import type { Ledgers } from "../posting/ledgers";
import { costingPolicy } from "../posting/moves/stock-moves";
import { figuresOf } from "./figures";
import { wordIn } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { column, shown } from "./report-columns";

/** What one receipt's line bears of a landed cost, and where that is; smallest units. */
interface Borne {
  readonly by: number;
  readonly target: number;
  readonly share: number;
  readonly onStock: number;
  readonly sold: number;
}

/**
 * What the receipts bear of each landed cost: what came too late as it was booked, the rest as it lies now.
 */
function borne(ledgers: Ledgers, wanted: (line: number) => boolean): readonly Borne[] {
  const { book, order, links, stock } = ledgers;
  const fateOf = lineFates(book, stock, costingPolicy(book));
  const now = { end: stock.moves.count, through: Infinity };
  const charges = Array.from(
    order.filter((line) => documentTypes[book.lines.type[line]].debt === "charge" && wanted(line)),
  );
  return charges.flatMap((by) => {
    const targets = linksOf(links, by);
    const shares = landedShares(book, by, targets);
    return targets.map(({ target }, i) => {
      const share = shares[i];
      const late = stock.late.find((each) => each.by === by && each.target === target);
      if (late !== undefined) return { by, target, share, onStock: late.onStock, sold: late.sold };
      const beyond = stock.beyond.find((each) => each.by === by && each.target === target)?.beyond ?? 0;
      const { onStock, sold } = sharedByFate(share - beyond, fateOf(target, now));
      return { by, target, share, onStock, sold: sold + beyond };
    });
  });
}

/**
 * What every receipt's line bears of a landed cost, and how much of that lies in stock (in production, too)
 * or not, since that was sold or is beyond what the goods cost, wherever transfers, assemblies and jobs have
 * taken them; of all landed costs where no number is asked for. Source:
 * CONTRACT §5, DOMAIN §5.10.
 */
export const landedCostShares: ReportDefinition = {
  code: "landed-cost",
  title: { zh: "费用分摊明细", en: "Landed cost" },
  parameters: [{ id: "number", title: { zh: "单号", en: "Number" }, kind: "text", fallback: null }],
  run: (ledgers, parameters) => {
    const { lines, masters } = ledgers.book;
    const { money } = figuresOf(ledgers);
    const number = wordIn(parameters, "number");
    const all = borne(ledgers, (line) => number === null || lines.number[line] === number);
    const rows = all.map(({ by, target, share, onStock, sold }): ReportRow => {
      const item = lines.item[target] === -1 ? null : masters.items[lines.item[target]].code;
      const figures = { share: money(share), onStock: money(onStock), sold: money(sold) };
      return { number: lines.number[by], rowId: lines.rowId[target], item, ...figures };
    });
    const total = (of: (one: Borne) => number): number => money(all.reduce((sum, one) => sum + of(one), 0));
    return {
      columns,
      rows,
      totals: {
        share: total(({ share }) => share),
        onStock: total(({ onStock }) => onStock),
        sold: total(({ sold }) => sold),
      },
    };
  },
};

const columns = [
  shown.number,
  column("rowId", "code", ["行ID", "Row ID"]),
  shown.item,
  column("share", "money", ["分摊金额", "Share"]),
  column("onStock", "money", ["结存部分", "On stock"]),
  column("sold", "money", ["已销部分", "Sold"]),
];
