import type { Book } from "../../book/book";
import { policiesOn, toldUntil } from "../../book/closed-figures";
import { NO_TYPE } from "../../book/lines";
import type { Policies } from "../../book/settings";
import {
  BIN_SIGNS,
  ISSUE,
  MADE,
  RECEIVE,
  RECEIVE_AT_COST,
  RETURN_IN,
  RETURN_OUT,
  TRANSFER_OUT,
  UNDO_IN,
  UNDO_OUT,
  UNDO_VALUE,
} from "../../costing/moves";
import type { DocumentType } from "../../documents/document-type";
import { documentTypes } from "../../documents/index";
import { factorOf } from "../../documents/stock-quantity";
import { mulDiv } from "../../kernel/mul-div";
import { LARGEST, powerOfTen, QUANTITY_SCALE } from "../../kernel/numbers";

/** A kind of the writer's own: goods on their way arrive. */
export const ARRIVAL = 254;

/** The kind of move that takes back one of a kind: what came in goes out, what went out comes in. */
export function undoing(kind: number): number {
  const sign = BIN_SIGNS[kind];
  if (sign === 0) return UNDO_VALUE;
  return sign > 0 ? UNDO_IN : UNDO_OUT;
}

/**
 * The unit cost of a counted line as a price (10⁻⁶) for so much of the stock (10⁻⁶): what it says of the unit
 * typed, exactly, unless the unit is so large or small that the price of one stock unit must do.
 */
export function unitPrice(book: Book, line: number): { readonly price: number; readonly qty: number } {
  const unitCost = book.lines.unitCost[line];
  const factor = Number.isNaN(unitCost) ? null : factorOf(book, line);
  if (factor === null) return { price: unitCost, qty: QUANTITY_SCALE };
  const price = unitCost * factor.denominator;
  const qty = factor.numerator * QUANTITY_SCALE;
  const isExact = price <= LARGEST && qty * powerOfTen(6) <= LARGEST;
  if (isExact) return { price, qty };
  return { price: mulDiv(unitCost, factor.denominator, factor.numerator), qty: QUANTITY_SCALE };
}

/**
 * What lines of a type write: the kind of their moves; NO_TYPE = it depends on the line, or nothing moves.
 */
function kindOf({ stock }: DocumentType, settings: Policies): number {
  if (stock === "receive") return RECEIVE;
  if (stock === "return-in") return settings.salesReturnCost === "original" ? RETURN_IN : RECEIVE_AT_COST;
  if (stock === "return-out") return settings.purchaseReturnCost === "original" ? RETURN_OUT : ISSUE;
  if (stock === "transfer" || stock === "send") return TRANSFER_OUT;
  if (stock === "arrive") return ARRIVAL;
  if (stock === "convert") return MADE;
  return stock === "issue" ? ISSUE : NO_TYPE;
}

/** The kinds of the moves of lines, by type and day. */
export function kindsOf(book: Book): (line: number) => number {
  const { type, day } = book.lines;
  const known = new Map<Policies, readonly number[]>();
  const kinds = (policies: Policies): readonly number[] => {
    const made = known.get(policies) ?? documentTypes.map((each) => kindOf(each, policies));
    known.set(policies, made);
    return made;
  };
  const now = kinds(book.settings);
  const until = toldUntil(book);
  return (line) => (day[line] > until ? now : kinds(policiesOn(book, day[line])))[type[line]];
}
