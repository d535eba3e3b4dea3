import { postDrafts } from "../../src/app/post-drafts";
import { verifyBook } from "../../src/app/verify-book";
import type { JsonBook } from "../oracle/oracle-book";
import { bookAt, deskAt } from "./posted";

/** An opening of one piece, without a day. */
export const opening = { type: "QR", warehouse: "W", item: "A", qty: 1, value: 1 };

/** A book of one draft: an opening of one item. */
export const opened: JsonBook = {
  items: [{ code: "A" }],
  warehouses: [{ code: "W" }],
  stock: [{ ...opening, rowId: "Q1", date: "2026-01-01" }],
};

/** The book with one more opening posted. */
export async function postedOn(book: JsonBook, rowId: string): Promise<JsonBook> {
  const draft = { ...opening, rowId, date: "2026-02-01" };
  const desk = deskAt({ ...book, stock: [...(book["stock"] ?? []), draft] });
  const { value } = await postDrafts(desk, { only: null, dryRun: false });
  expect(value?.posted).toHaveLength(1);
  return bookAt(desk);
}

/** What verifying says of a book, by code and row of the log. */
export async function broken(book: JsonBook): Promise<readonly string[]> {
  const { value } = await verifyBook(deskAt(book));
  return (value?.failures ?? []).map(({ code, row }) => `${code} ${String(row)}`);
}
