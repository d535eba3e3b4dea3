import { rowsOf, textOf } from "./oracle-book";
import type { Entry, OracleBook } from "./oracle-book";

/**
 * The number that a cell means: of a row by its id, else as it stands; an instalment or a line is cut off.
 */
export function numberNamed(book: OracleBook, ref: string): string {
  const row = book.entries.find((one) => one.rowId === ref || one.number === ref);
  const line = book.entries.find((one) => `${one.number}/${one.line}` === ref);
  return (row ?? line)?.number ?? ref.split("/").at(0) ?? ref;
}

const receivables = ["CK", "XF", "XT", "LS", "LT", "SK"];
const payables = ["RK", "CF", "CT", "FT", "FK"];

function isCustomer(book: OracleBook, partner: string): boolean {
  const row = rowsOf(book.json, "partners").find((one) => textOf(one, "code") === partner);
  return row !== undefined && textOf(row, "kind") !== "supplier";
}

/** The side of what a document is about: an opening advance is as its partner is. */
function sideOf(book: OracleBook, named: Entry): "receivable" | "payable" {
  if (receivables.includes(named.type) || named.table === "sales") return "receivable";
  if (payables.includes(named.type) || named.table === "purchases") return "payable";
  return isCustomer(book, named.partner) ? "receivable" : "payable";
}

/** Whose money is paid back: as what it names, else as the partner is. CONTRACT §2 TK. */
export function refundSide(book: OracleBook, entry: Entry): "receivable" | "payable" {
  const text = textOf(entry.row, "against") || textOf(entry.row, "ref");
  const number = numberNamed(book, text.split(/[:：;；]/).at(0) ?? "");
  const named = text === "" ? undefined : book.entries.find((one) => one.number === number);
  const side = named === undefined ? null : sideOf(book, named);
  return side ?? (isCustomer(book, entry.partner) ? "receivable" : "payable");
}
