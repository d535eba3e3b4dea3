import { daysOf } from "../book/closed-periods";
import { NONE, STATUSES } from "../book/lines";
import type { Period } from "../book/masters";
import { placeOf } from "../documents/place";
import { civil, type Day } from "../kernel/day";
import { type Finding, finding, NOWHERE, type Place } from "../kernel/finding";
import { figure } from "../kernel/numbers";
import { documentTypes } from "../documents/index";
import type { Ledgers } from "./ledgers";
import { selfCheck } from "./self-check";
import { standardVariances } from "./followed/standard-variances";

const POSTED = STATUSES.indexOf("posted");

/** One thing to look at before a period is closed. */
export interface ClosingCheck {
  readonly check: "order" | "drafts" | "shortages" | "ties" | "transit" | "invoices" | "variances";
  /** How many rows it is about; 0 = nothing to look at. */
  readonly count: number;
  /** What stands against closing, of the first of them; null = nothing, or only to be looked through. */
  readonly finding: Finding | null;
  /** The first row it is about. */
  readonly first: Place;
}

/**
 * The checklist of a period: earlier periods closed, no draft dated in it, nothing short, every tie holds;
 * and what is to be looked through: goods in transit, receipts not invoiced, variances to standard cost.
 * `failures` = what verifying found beside the self-check. Source: DOMAIN §13.
 */
export function closingChecks(
  ledgers: Ledgers,
  period: Period,
  failures: readonly Finding[],
): readonly ClosingCheck[] {
  const { to } = daysOf(period);
  return [
    order(ledgers, period),
    drafts(ledgers, period, to),
    shortages(ledgers, period, to),
    ties(ledgers, period, failures),
    review("transit", inTransit(ledgers, to)),
    review("invoices", uninvoicedLines(ledgers, to)),
    review("variances", varyingLines(ledgers, to)),
  ];
}

function failed(
  check: ClosingCheck["check"],
  found: readonly Place[],
  told: (first: Place) => Finding,
): ClosingCheck {
  const first = found.at(0) ?? NOWHERE;
  return { check, count: found.length, finding: found.length === 0 ? null : told(first), first };
}

function review(check: ClosingCheck["check"], found: readonly Place[]): ClosingCheck {
  return { check, count: found.length, finding: null, first: found.at(0) ?? NOWHERE };
}

/** Of the periods written down, those before it that are open still. */
function order({ book }: Ledgers, period: Period): ClosingCheck {
  const { to } = daysOf(period);
  const before = book.masters.periods.filter(
    (each) => !each.closed && daysOf(each).to < to && daysOf(each).to !== NONE,
  );
  const places = before.map(({ row }): Place => ({ table: "periods", row, rowId: null, column: "state" }));
  const other = before.at(0)?.period ?? "";
  return failed("order", places, (place) => finding("PERIOD_ORDER", place, { period: period.period, other }));
}

function drafts({ book }: Ledgers, { period, row: own }: Period, to: Day): ClosingCheck {
  const { lines } = book;
  const found: number[] = [];
  for (let line = 0; line < lines.count; line++) {
    const isDraft = lines.blank[line] === 0 && lines.status[line] < POSTED;
    if (isDraft && lines.day[line] !== NONE && lines.day[line] <= to) found.push(line);
  }
  const places = found.map((line) => placeOf(lines, line, "date"));
  return failed("drafts", places, ({ table, row: firstRow }) => {
    const facts = { period, count: found.length, firstTable: table, firstRow };
    return finding("PERIOD_DRAFTS", { table: "periods", row: own, rowId: null, column: "state" }, facts);
  });
}

/** Bins that hold less than nothing at the end of the day. */
function shortages({ book, stock, costed }: Ledgers, { period }: Period, to: Day): ClosingCheck {
  const { qty, last } = heldAt({ stock, costed }, to);
  const short = Array.from(qty.keys()).filter((bin) => qty[bin] < 0);
  const places = short.map((bin) => placeOf(book.lines, last[bin], "qty"));
  const [bin] = short;
  return failed("shortages", places, (place) => {
    const item = book.masters.items[stock.bins.item[bin]].code;
    const warehouse = book.masters.warehouses[stock.bins.warehouse[bin]].code;
    return finding("PERIOD_SHORT", place, { period, item, warehouse, qty: figure(qty[bin], 6) });
  });
}

/** What every bin holds at the end of a day, and the line that moved it last. */
function heldAt({ stock, costed }: Pick<Ledgers, "stock" | "costed">, to: Day) {
  const bins = stock.bins.item.length;
  const qty = new Float64Array(bins);
  const last = new Int32Array(bins).fill(NONE);
  for (let move = 0; move < stock.moves.count && stock.moves.day[move] <= to; move++) {
    qty[stock.bin[move]] += costed.qty[move];
    last[stock.bin[move]] = stock.line[move];
  }
  return { qty, last };
}

function ties(ledgers: Ledgers, { period }: Period, failures: readonly Finding[]): ClosingCheck {
  const found = [...failures, ...selfCheck(ledgers)].filter(({ severity }) => severity === "error");
  const facts = { period, count: found.length };
  return failed("ties", found, ({ table, row, rowId, column }) =>
    finding("PERIOD_UNTIED", { table, row, rowId, column }, facts),
  );
}

/** The last rows that moved goods which lie in a transit warehouse at the end of the day. */
function inTransit({ book, stock, costed }: Ledgers, to: Day): readonly Place[] {
  const { qty, last } = heldAt({ stock, costed }, to);
  const isTransit = (bin: number): boolean =>
    book.masters.warehouses[stock.bins.warehouse[bin]].kind === "transit";
  const held = Array.from(qty.keys()).filter((bin) => qty[bin] !== 0 && isTransit(bin));
  return held.map((bin) => placeOf(book.lines, last[bin], null));
}

/** Lines received by the end of the day that bear no invoice number and that no invoice of the day names. */
function uninvoicedLines({ book, links, order: lines }: Ledgers, to: Day): readonly Place[] {
  const { day, type, invoice } = book.lines;
  const invoiced = new Set<number>();
  for (const [line, targets] of links)
    if (documentTypes[type[line]].debt === "invoice" && day[line] <= to)
      targets.forEach(({ target }) => invoiced.add(target));
  const isReceipt = documentTypes.map(
    ({ register, debt }) => register === "purchases" && debt === "delivery",
  );
  const isOpen = (line: number): boolean =>
    isReceipt[type[line]] && day[line] <= to && invoice[line] === "" && !invoiced.has(line);
  return Array.from(lines.filter(isOpen), (line) => placeOf(book.lines, line, null));
}

/**
 * The last rows by the end of the day of places whose goods cost more or less than standard in that month.
 */
function varyingLines(ledgers: Ledgers, to: Day): readonly Place[] {
  const { book, stock } = ledgers;
  const { year, month } = civil(to);
  const { places, months } = standardVariances(ledgers, year * 12 + month);
  const own = months.filter((each) => each.month === year * 12 + month && each.shared !== 0);
  return own.flatMap(({ place }) => {
    const { item, warehouse } = places[place];
    const isOwn = (bin: number): boolean =>
      stock.bins.item[bin] === item && (warehouse === null || stock.bins.warehouse[bin] === warehouse);
    const move = stock.bin
      .subarray(0, stock.moves.count)
      .findLastIndex((bin, at) => stock.moves.day[at] <= to && isOwn(bin));
    return move === -1 ? [] : [placeOf(book.lines, stock.line[move], null)];
  });
}
