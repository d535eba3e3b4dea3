import * as fc from "fast-check";
import { type JsonBook, type Row, rowsOf } from "../oracle/oracle-book";
import { type DraftBookOptions, draftBooks } from "./random-book";

/** Nothing that takes off more than there may be left: no allowance, no freight given back. */
function addsOnly(rows: readonly Row[]): readonly Row[] {
  return rows
    .filter((row) => row["type"] !== "CF" || Number(row["qty"]) !== 0)
    .map((row) => (row["type"] === "FT" ? { ...row, total: Math.abs(Number(row["total"])) } : row));
}

/** Whatever else comes in says what it cost: nothing of what comes later is in it. */
function costed(rows: readonly Row[]): readonly Row[] {
  const isSilent = (row: Row): boolean => row["value"] === undefined && row["unitCost"] === undefined;
  return rows.map((row) =>
    ["QR", "BY", "KZ"].includes(String(row["type"])) && isSilent(row) ? { ...row, unitCost: 3.21 } : row,
  );
}

/**
 * Averages bear what comes late wherever their goods go; layers, and what ran short, where none comes back.
 */
const borne: readonly DraftBookOptions[] = [
  {
    types: "RK CF CT FT CK XF XT LS LT DB DC DR QR QC BS BY ZX CJ LL CP KZ SK FK".split(" "),
    policies: { negativeStock: "block" },
    without: ["monthly-average", "change", "fifo", "lifo"],
  },
  {
    types: "RK CF CT FT CK XF LS QR QC BS BY KZ SK FK LL CP".split(" "),
    without: ["monthly-average", "change"],
  },
];

/**
 * Random books in which freight and other prices come after the goods; costed by what is there, warehouse by
 * warehouse and batch by batch.
 */
export function lateBooks({ policies, ...size }: DraftBookOptions): fc.Arbitrary<JsonBook> {
  const scope = { batchCost: "batch", costingScope: "warehouse" };
  const books = borne.map((one) =>
    draftBooks({ ...size, ...one, policies: { ...scope, ...policies, ...one.policies } }),
  );
  return fc.oneof(...books).map((book) => ({
    ...book,
    purchases: addsOnly(rowsOf(book, "purchases")),
    stock: costed(rowsOf(book, "stock")),
  }));
}
