import { costingOn, itemCostings } from "../book/item-costing";
import { NONE } from "../book/lines";
import { isTakenBack } from "../book/reversals";
import type { DocumentType } from "../documents/document-type";
import { documentTypes } from "../documents/index";
import { closedFacts } from "../documents/open-days";
import { placeOf } from "../documents/place";
import { type Day, dayText, LAST_DAY } from "../kernel/day";
import { type Finding, finding } from "../kernel/finding";
import type { FindingCode } from "../kernel/finding-codes";
import { finishedJob } from "./alteration";
import type { Ledgers } from "./ledgers";
import { referringNumbers } from "./referring";
import { stockErrors } from "./judging/stock-findings";

/**
 * What forbids that a posted document be taken back on a day: it moves neither stock nor money, or changed a
 * standard cost (NOTHING_TO_REVERSE, STANDARD_COST_STAYS); the day lies before its own (OUT_OF_RANGE) or is
 * closed (PERIOD_CLOSED); its production job is closed (JOB_CLOSED); others are about it (REFERRED_TO).
 * Payments that settle it do not stand in the way: they become advances, unless they took a cash discount.
 * Source: CONTRACT §4 reverse.
 */
export function reversalFindings(ledgers: Ledgers, own: readonly number[], day: Day): readonly Finding[] {
  const { book, order } = ledgers;
  const { lines } = book;
  const [head] = own;
  const number = lines.number[head];
  const why = whyNot(ledgers, own);
  if (why !== null) return [finding(why, placeOf(lines, head, "type"), { number })];
  if (day < lines.day[head]) {
    const facts = { value: dayText(day), least: dayText(lines.day[head]), most: dayText(LAST_DAY) };
    return [finding("OUT_OF_RANGE", placeOf(lines, head, "date"), facts)];
  }
  const closed = closedFacts(book, day);
  if (closed !== null) return [finding("PERIOD_CLOSED", placeOf(lines, head, "date"), closed)];
  const finished = finishedJob(ledgers, own);
  if (finished.length > 0) return finished;
  const others = referringNumbers(lines, own, order.filter(standsInTheWay(ledgers)));
  const facts = { number, by: others.join(", ") };
  return others.length === 0 ? [] : [finding("REFERRED_TO", placeOf(lines, head, "number"), facts)];
}

/** What plans alone is closed by hand; a standard cost is changed by another cost adjustment. */
function whyNot({ book }: Ledgers, own: readonly number[]): FindingCode | null {
  const { lines } = book;
  const type = documentTypes[lines.type[own[0]]];
  if (!hasEffects(type)) return "NOTHING_TO_REVERSE";
  const costings = itemCostings(book);
  const isStandard = (line: number): boolean =>
    !Number.isNaN(lines.unitCost[line]) &&
    lines.item[line] !== NONE &&
    costingOn(costings[lines.item[line]], lines.day[line]).method === "standard";
  const changesCost = type.stock === "revalue" || type.stock === "count";
  return changesCost && own.some(isStandard) ? "STANDARD_COST_STAYS" : null;
}

function hasEffects({ stock, debt, cash }: DocumentType): boolean {
  return stock !== "none" || debt !== "none" || cash !== 0;
}

/** A line of a document that stands, and is no payment that can become an advance again. */
function standsInTheWay({ book }: Ledgers): (line: number) => boolean {
  const { lines } = book;
  return (line) => {
    const isPayment = documentTypes[lines.type[line]].debt === "payment";
    return !isPayment && !isTakenBack(lines, line);
  };
}

/** What the lines of a reversal bring about in stock that cannot be: values below nothing. */
export function reversedStockFindings(after: Ledgers, own: readonly number[]): readonly Finding[] {
  const rows = new Set(
    own.map((line) => placeOf(after.book.lines, line, null)).map(({ table, row }) => `${table} ${row}`),
  );
  return stockErrors(after).filter(({ table, row }) => rows.has(`${table} ${row}`));
}
