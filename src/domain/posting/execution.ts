import { statusesAt } from "../book/finishings";
import { NONE, STATUSES } from "../book/lines";
import type { DocumentType } from "../documents/document-type";
import { documentTypes } from "../documents/index";
import { type Link, linksOf } from "../documents/links";
import type { Ledgers } from "./ledgers";

const CLOSED = STATUSES.indexOf("closed");

/** What has become of each line, by line, in 10⁻⁶ of the stock unit. */
export interface Execution {
  /** Of an order: what was ordered, received or delivered against it, returns not taken off. */
  readonly executed: Float64Array;
  /**
   * What came or went back of a receipt or delivery and, through these, of an order; all of what was
   * reversed.
   */
  readonly returned: Float64Array;
  /** What invoices asked for of a receipt or delivery and, through these, of an order. */
  readonly invoiced: Float64Array;
  /** What each line's status was by then. */
  readonly statusOf: (line: number) => number;
}

type Column = "executed" | "returned" | "invoiced";

/** What an execution is worked out from. */
export type ExecutionSource = Pick<Ledgers, "book" | "order" | "links" | "quantities">;

/**
 * What documents dated no later than a day made of the lines that they refer to. An order placed on an offer
 * that was asked for executes the requisition behind it too. Source: DOMAIN §3.2, §8.7.
 */
export function executionOf(source: ExecutionSource, asOf = Infinity): Execution {
  const { book, order, links, quantities } = source;
  const blank = (): Float64Array => new Float64Array(book.lines.count);
  const statusOf = statusesAt(book, asOf);
  const execution = { executed: blank(), returned: blank(), invoiced: blank(), statusOf };
  const live = order.filter((line) => book.lines.day[line] <= asOf && linksOf(links, line).length > 0);
  const typeOf = (line: number): DocumentType => documentTypes[book.lines.type[line]];
  for (const line of live) {
    const column = execution[columnOf(typeOf(line))];
    if (typeOf(line).asks === true) continue;
    for (const { target, qty } of linksOf(links, line)) {
      column[target] += qty;
      const asked = typeOf(target).asks === true ? linksOf(links, target).at(0) : undefined;
      if (asked !== undefined) column[asked.target] += qty;
    }
  }
  for (const line of live) {
    if (typeOf(line).debt !== "delivery" || book.lines.reverses[line] !== NONE) continue;
    handOn(execution.returned, line, linksOf(links, line));
    handOn(execution.invoiced, line, linksOf(links, line));
  }
  for (const line of order)
    if (book.lines.reverses[line] !== NONE && book.lines.day[line] <= asOf)
      execution.returned[book.lines.reverses[line]] -= quantities.base[line];
  return execution;
}

function columnOf({ debt }: DocumentType): Column {
  if (debt === "return") return "returned";
  return debt === "invoice" ? "invoiced" : "executed";
}

/** What was returned or invoiced of a delivery is so of the order lines it delivers, first to last. */
function handOn(column: Float64Array, line: number, links: readonly Link[]): void {
  let rest = column[line];
  for (const { target, qty } of links) {
    const part = Math.min(rest, qty);
    column[target] += part;
    rest -= part;
  }
}

/** Whether other documents execute a line of a type: orders, and what is received, delivered and invoiced. */
export function isExecuted({ order, debt, counter }: DocumentType): boolean {
  return order === true || (debt === "delivery" && counter !== true);
}

/**
 * What is left of a line, 10⁻⁶ of the stock unit: of an order to execute, nothing once it is finished by
 * hand; of a receipt or delivery to invoice. Never below 0.
 */
export function openOf(
  { book, quantities }: Pick<Ledgers, "book" | "quantities">,
  { executed, returned, invoiced, statusOf }: Execution,
  line: number,
): number {
  const { type } = book.lines;
  if (statusOf(line) === CLOSED) return 0;
  const whole = quantities.base[line];
  if (documentTypes[type[line]].order === true) return Math.max(0, whole - executed[line]);
  return Math.max(0, whole - invoiced[line] - returned[line]);
}
