import * as fc from "fast-check";
import { type JsonBook, type Row, rowsOf } from "../oracle/oracle-book";
import { type DraftBookOptions, draftBooks } from "./random-book";

/** Whatever else comes in says what it cost: nothing of what comes later is in it. */
function costed(rows: readonly Row[]): readonly Row[] {
  const isSilent = (row: Row): boolean => row["value"] === undefined && row["unitCost"] === undefined;
  return rows.map((row) =>
    ["QR", "BY", "KZ"].includes(String(row["type"])) && isSilent(row) ? { ...row, unitCost: 3.21 } : row,
  );
}

const averaged = "RK CF CT FT CK XF XT LS LT QR QC BS BY PD CB KZ SK FK LL CP".split(" ");

/** A kind of books that bear what comes late, and whether some of their items are averaged by the month. */
interface Kind {
  readonly options: DraftBookOptions;
  readonly byMonth?: true;
}

/**
 * Averages bear what comes late wherever their goods go; layers, and what ran short, where none comes back;
 * layers that are carried about where nothing runs short; averages of the month where no goods go round in a
 * circle within one.
 */
const borne: readonly Kind[] = [
  {
    options: {
      types: "RK CF CT FT CK XF XT LS LT DB DC DR QR QC BS BY PD CB ZX CJ LL CP KZ SK FK".split(" "),
      policies: { negativeStock: "block" },
      without: ["monthly-average", "change", "fifo", "lifo"],
    },
  },
  {
    options: {
      types: "RK CF CT FT CK XF LS QR QC BS BY PD CB KZ SK FK LL CP".split(" "),
      without: ["monthly-average", "change"],
    },
  },
  {
    options: {
      types: "RK CF CT FT CK XF LS DB DB DC DR QR QC BS BY PD CB KZ SK FK LL CP".split(" "),
      policies: { negativeStock: "block" },
      without: ["monthly-average", "change", "moving-average", "batch", "standard"],
    },
  },
  {
    byMonth: true,
    options: {
      types: averaged,
      policies: { negativeStock: "block" },
      without: ["change", "fifo", "lifo"],
    },
  },
  {
    byMonth: true,
    options: {
      types: [...averaged, "DB", "DC", "DR"],
      policies: { negativeStock: "block", costingScope: "company" },
      without: ["change", "fifo", "lifo"],
    },
  },
];

/** Every other item averaged by the month; nothing comes back that is not known to have gone. */
function averagedBook(book: JsonBook): JsonBook {
  const goods = (row: Row, at: number): Row =>
    at % 2 === 0 && row["kind"] === "goods" ? { ...row, costing: "monthly-average" } : row;
  const isKnown = (row: Row): boolean =>
    !["XT", "LT"].includes(String(row["type"])) || row["ref"] !== undefined;
  return { ...book, items: rowsOf(book, "items").map(goods), sales: rowsOf(book, "sales").filter(isKnown) };
}

/**
 * Random books in which freight and other prices come after the goods; costed by what is there, batch by
 * batch, in a warehouse or in the whole company.
 */
export function lateBooks({ policies, ...size }: DraftBookOptions): fc.Arbitrary<JsonBook> {
  const books = ["warehouse", "company"].flatMap((costingScope) =>
    borne.map(({ options, byMonth }) => {
      const fixed = { batchCost: "batch", costingScope, ...policies, ...options.policies };
      const made = draftBooks({ ...size, ...options, policies: fixed });
      return byMonth ? made.map(averagedBook) : made;
    }),
  );
  return fc.oneof(...books).map((book) => ({
    ...book,
    stock: costed(rowsOf(book, "stock")),
  }));
}
