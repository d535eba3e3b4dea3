import { decimalText } from "../oracle/fraction";
import { type OracleBook, readBook, textOf } from "../oracle/oracle-book";
import { apart, figure, sums } from "./laws-of-figures";
import type { Laws, ShownRow } from "./laws-of-figures";

const DAYS = ["2026-01-10", "2026-01-20", "2026-02-05", "2026-12-31"];

/** Laws of what was sold, against what customers owe for it. Source: DOMAIN §4 CK, XF, XT. */
export const salesLaws: Laws = {
  "what customers are charged by a day is what was sold by then with its tax": ({ report }, json) => {
    const book = readBook(json);
    if (book.setting("receivableOn") === "invoice") return [];
    return DAYS.flatMap((asOf) => {
      const charged = report("open-items", { asOf, side: "receivable", all: "yes" })
        .filter((row) => SALES.includes(String(row["type"])) && !isFreed(book, row))
        .map((row) => ({ partner: row["partner"], total: decimalText(figure(row, "amount")) }));
      const sold = report("sales-pivot", { rows: "partner", measure: "total", to: asOf })
        .filter(({ level, partner }) => level === 0 && partner !== "")
        .map((row) => ({ partner: row["partner"], total: String(row["*|total"]) }));
      return apart(sums(charged, "partner", "total"), sums(sold, "partner", "total")).map(
        (line) => `${asOf} ${line}`,
      );
    });
  },
};
const SALES = ["CK", "XF", "XT", "LS", "LT"];

/** Money with the goods that an invoice of less frees is an advance, and nothing that is charged. */
function isFreed(book: OracleBook, { type, number }: ShownRow): boolean {
  const own = book.entries.filter((entry) => entry.number === number);
  return type === "XF" && own.every(({ row }) => textOf(row, "ref") !== "");
}
