import { NONE } from "../../book/lines";
import { COUNT_GAIN, UNDO_VALUE } from "../../costing/moves";
import { documentTypes } from "../../documents/index";
import { placeOf } from "../../documents/place";
import { type Facts, type Finding, finding } from "../../kernel/finding";
import { figure } from "../../kernel/numbers";
import type { Ledgers } from "../ledgers";

/** A difference of more than one in so many of what the book says asks for a second count. */
const LARGE_PART = 20;

/** What keeps drafts from being posted that only the ledgers with them show. Source: DOMAIN §5.13, §7. */
export function stockErrors(ledgers: Ledgers): Finding[] {
  return [...untypedGains(ledgers), ...refusedChanges(ledgers), ...reasonlessCounts(ledgers)];
}

/** What is remarked on documents that can be posted all the same. */
export function stockRemarks(ledgers: Ledgers): Finding[] {
  return [...costless(ledgers), ...countRemarks(ledgers)];
}

function binFacts({ book, stock }: Ledgers, move: number): Facts {
  const { items, warehouses } = book.masters;
  const bin = stock.bin[move];
  return {
    item: items[stock.bins.item[bin]].code,
    warehouse: warehouses[stock.bins.warehouse[bin]].code,
    batch: stock.bins.batch[bin] || null,
  };
}

/** NO_COST for what came in without a cost while none was known. */
function costless(ledgers: Ledgers): Finding[] {
  const { book, stock, costed } = ledgers;
  return costed.withoutCost.map((move) => {
    const { item, warehouse } = binFacts(ledgers, move);
    return finding("NO_COST", placeOf(book.lines, stock.line[move], null), { item, warehouse });
  });
}

/** REQUIRED for a gain of a count whose worth nobody knows: it must be typed. Source: DOMAIN §7. */
function untypedGains({ book, stock, costed }: Ledgers): Finding[] {
  const gains = costed.withoutCost.filter((move) => stock.moves.kind[move] === COUNT_GAIN);
  return gains.map((move) => finding("REQUIRED", placeOf(book.lines, stock.line[move], "value")));
}

/** REVALUES_NOTHING and REVALUED_BELOW_ZERO; what later documents add by themselves is not told. */
function refusedChanges(ledgers: Ledgers): Finding[] {
  const { book, stock, costed } = ledgers;
  const { lines, settings } = book;
  return costed.refused.flatMap(({ move, more, qty, value }) => {
    const line = stock.line[move];
    const isAsked =
      documentTypes[lines.type[line]].stock === "revalue" || stock.moves.kind[move] === UNDO_VALUE;
    if (!isAsked) return [];
    const place = placeOf(lines, line, Number.isNaN(lines.value[line]) ? "unitCost" : "value");
    const bin = binFacts(ledgers, move);
    if (!(qty > 0)) return [finding("REVALUES_NOTHING", place, { ...bin, ref: lines.ref[line] || null })];
    const money = (units: number): number => figure(units, settings.moneyDecimals);
    return [finding("REVALUED_BELOW_ZERO", place, { ...bin, change: money(more), there: money(value) })];
  });
}

/** What each counted line differs by, where it does. */
function differences({
  stock,
  quantities,
}: Ledgers): readonly { readonly line: number; readonly book: number; readonly by: number }[] {
  return [...stock.bookQty].flatMap(([line, book]) => {
    const by = quantities.counted[line] - book;
    return by === 0 || Number.isNaN(by) ? [] : [{ line, book, by }];
  });
}

/** REQUIRED for a difference without a reason, where the book has reasons. Source: DOMAIN §7. */
function reasonlessCounts(ledgers: Ledgers): Finding[] {
  const { lines, masters } = ledgers.book;
  if (masters.reasons.length === 0) return [];
  const bare = differences(ledgers).filter(({ line }) => lines.reason[line] === "");
  return bare.map(({ line }) => finding("REQUIRED", placeOf(lines, line, "reason")));
}

/** COUNT_REPRICES, RECOUNT_ASKED and REASON_MISSING. Source: DOMAIN §7, CONTRACT §2 PD. */
function countRemarks(ledgers: Ledgers): Finding[] {
  const { lines, masters } = ledgers.book;
  const found: Finding[] = [];
  const code = (line: number): string => masters.items[lines.item[line]].code;
  for (const line of ledgers.stock.bookQty.keys()) {
    if (Number.isNaN(lines.unitCost[line])) continue;
    const facts = { item: code(line), unitCost: figure(lines.unitCost[line], 6) };
    found.push(finding("COUNT_REPRICES", placeOf(lines, line, "unitCost"), facts));
  }
  for (const { line, book, by } of differences(ledgers)) {
    if (lines.reason[line] === "")
      found.push(
        finding("REASON_MISSING", placeOf(lines, line, "reason"), {
          item: code(line),
          difference: figure(by, 6),
        }),
      );
    if (Math.abs(by) * LARGE_PART <= Math.abs(book) || !Number.isNaN(lines.recount[line])) continue;
    const warehouse = lines.warehouse[line] === NONE ? null : masters.warehouses[lines.warehouse[line]].code;
    const facts = { item: code(line), warehouse, book: figure(book, 6), counted: figure(book + by, 6) };
    found.push(finding("RECOUNT_ASKED", placeOf(lines, line, "recount"), facts));
  }
  return found;
}
