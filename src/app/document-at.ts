import type { CellPlace } from "../workbook/port";
import type { Desk } from "./desk";
import { loadBook } from "./load-book";
import { postedDocument } from "./posted-document";
import { rowAt } from "./row-at";

/**
 * The number of the posted document that the row of a cell is of, in a register or a ledger; "" = of none.
 */
export async function documentAt(desk: Desk, cell: CellPlace): Promise<string> {
  const { value: read } = await loadBook(desk);
  const number = read === null ? "" : (rowAt(read, cell)?.text("number") ?? "");
  return read === null || number === "" || postedDocument(read, number).value === null ? "" : number;
}
