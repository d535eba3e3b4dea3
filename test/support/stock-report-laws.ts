import {
  decimalText,
  fraction,
  minus,
  negative,
  over,
  plus,
  rounded,
  same,
  sign,
  sum,
  times,
  zero,
} from "../oracle/fraction";
import type { Fraction } from "../oracle/fraction";
import { taxed } from "../oracle/amounts";
import {
  amountOf,
  type Entry,
  numberOf,
  type OracleBook,
  readBook,
  rowsOf,
  saysYes,
  textOf,
} from "../oracle/oracle-book";
import { landedCosts } from "../oracle/receipt-values";
import { erasOf } from "../oracle/item-costing";
import { apart, figure, sums } from "./laws-of-figures";
import type { Laws, ShownRow } from "./laws-of-figures";

/** What makes goods of others: what these come in at is what went into them, but where they say it. */
const MAKES = ["ZX", "CJ"];
/** What is gained or lost in stock without trade or production. DOMAIN §7. */
const GAINS = ["PD", "BS", "BY", "QR", "QC", "CB"];

/** Whether an item is at standard cost at some time: what its goods cost besides is in no row of stock. */
export function isStandard(book: OracleBook, code: string): boolean {
  const item = book.items.get(code);
  return item !== undefined && erasOf(book.json, item).some((era) => era.code === "standard");
}

function rateOf(book: OracleBook, entry: Entry): Fraction {
  return numberOf(entry.row, "taxRate") ?? entry.item?.taxRate ?? fraction(book.setting("taxRate"));
}

/** What goods given away would be sold for, without tax and the tax on it. DOMAIN §4. */
function deemedTax(
  book: OracleBook,
  entry: Entry,
  { qty, cost }: { qty: Fraction; cost: Fraction },
): Fraction {
  const includesTax = saysYes(book.setting("priceIncludesTax"));
  const price = numberOf(entry.row, "price") ?? numberOf(entry.item?.row ?? {}, "retailPrice");
  const { decimals } = book;
  const rate = rateOf(book, entry);
  if (price === null) {
    const composed = rounded(times(cost, fraction("1.1")), decimals);
    return taxed(composed, { rate, includesTax: false, decimals }).tax;
  }
  const perUnit = numberOf(entry.row, "price") === null ? price : over(price, entry.factor);
  return taxed(rounded(times(qty, perUnit), decimals), { rate, includesTax, decimals }).tax;
}

/** The two taxes that a row asks for of goods lost and given away. DOMAIN §4, §10. */
function taxesOf(book: OracleBook, entry: Entry, { qty, cost }: { qty: Fraction; cost: Fraction }) {
  const reason = rowsOf(book.json, "reasons").find(
    (row) => textOf(row, "code") === textOf(entry.row, "reason"),
  );
  const vat = textOf(reason ?? {}, "vat");
  const goesOut = sign(qty) < 0;
  const out = { qty: negative(qty), cost: negative(cost) };
  const { decimals } = book;
  const deducts = book.setting("taxpayer") !== "small";
  const input = taxed(out.cost, { rate: rateOf(book, entry), includesTax: false, decimals }).tax;
  return {
    inputTax: goesOut && vat === "inputOut" && deducts ? input : zero,
    outputTax: goesOut && vat === "deemedSale" ? deemedTax(book, entry, out) : zero,
  };
}

/** Whether a row may say what all there is worth, whatever it had cost. */
function isPriced({ type }: ShownRow): boolean {
  return type === "PD" || type === "CB";
}

function isShared(row: ShownRow): boolean {
  return sign(figure(row, "share")) !== 0;
}

/** Laws of what the reports say of stock. Source: DOMAIN §5.10, §7, §13. */
export const stockReportLaws: Laws = {
  "gains and losses are what counts, write-offs and the like moved in the ledger": ({ report }, json) => {
    const book = readBook(json);
    const shown = report("stock-gains-losses").filter(({ item }) => !isStandard(book, String(item)));
    const moved = report("stock-ledger").filter(
      ({ item, type }) => GAINS.includes(String(type)) && !isStandard(book, String(item)),
    );
    const costs = moved.map(({ value, ...row }) => ({ ...row, cost: value ?? 0 }));
    const others = shown.filter(({ type }) => !MAKES.includes(String(type)));
    return apart(sums(costs, "rowId item", "qty cost"), sums(others, "rowId item", "qty cost"));
  },

  "what an assembly makes beyond what went into it is a gain, what it lacks a loss": ({ report }, json) => {
    const book = readBook(json);
    const isPlain = (number: string): boolean =>
      book.entries.every((entry) => entry.number !== number || !isStandard(book, entry.item?.code ?? ""));
    const labour = book.entries
      .filter(({ type, row }) => MAKES.includes(type) && textOf(row, "role") === "cost")
      .map(({ number, row }) => ({ number, cost: decimalText(negative(amountOf(row, "value"))) }));
    const differences = report("cost-differences").map(({ number, amount }) => ({ number, cost: amount }));
    const moved = report("stock-ledger")
      .filter(({ type }) => MAKES.includes(String(type)))
      .map(({ number, value }) => ({ number, cost: value ?? 0 }));
    const ofMade = differences.filter(({ number }) => /^(ZX|CJ)/.test(String(number)));
    const shown = report("stock-gains-losses").filter(({ type }) => MAKES.includes(String(type)));
    const only = (lines: readonly string[]): readonly string[] =>
      lines.filter((line) => isPlain(line.split(" ")[0] ?? ""));
    return apart(
      only(sums([...moved, ...labour, ...ofMade], "number", "cost")),
      only(sums(shown, "number", "cost")),
    );
  },

  "gains and losses ask for the tax that their reasons say, and leave the rest as result": (
    { report },
    json,
  ) => {
    const book = readBook(json);
    return report("stock-gains-losses").flatMap((row) => {
      const entry = book.entries.find(({ rowId }) => rowId === row["rowId"]);
      if (entry === undefined) return [`no row ${String(row["rowId"])}`];
      const [qty, cost] = [figure(row, "qty"), figure(row, "cost")];
      const { inputTax, outputTax } = taxesOf(book, entry, { qty, cost });
      const expected = [inputTax, outputTax, minus(cost, plus(inputTax, outputTax))].map(decimalText);
      const shown = ["inputTax", "outputTax", "total"].map((id) => decimalText(figure(row, id)));
      return apart([expected.join(" ")], [shown.join(" ")]).map((line) => `${line} ${JSON.stringify(row)}`);
    });
  },

  "what moved by kind of document is what the ledger moved by it": ({ report }) => {
    const movement = report("stock-movement");
    const kinds = Object.keys(movement.at(0) ?? {}).filter((id) => /^[A-Z]{2}Qty$/.test(id));
    const shown = kinds.flatMap((id) =>
      movement.map((row) => {
        const type = id.slice(0, 2);
        return { key: `${String(row["item"])} ${type}`, qty: row[id], value: row[`${type}Value`] };
      }),
    );
    const moved = report("stock-ledger").map((row) => ({
      ...row,
      key: `${String(row["item"])} ${String(row["type"])}`,
    }));
    return apart(sums(moved, "key", "qty value"), sums(shown, "key", "qty value"));
  },

  "what moved between two days opens and closes with what was there": ({ report }) => {
    const movement = report("stock-movement", { from: "2026-01-11", to: "2026-02-03" });
    const held = (asOf: string, id: string): readonly string[] =>
      sums(
        report("stock-on-hand", { asOf }).map(({ item, qty, value }) => ({
          item,
          [`${id}Qty`]: qty,
          [`${id}Value`]: value,
        })),
        "item",
        `${id}Qty ${id}Value`,
      );
    const sides = [
      ["2026-01-10", "opening"],
      ["2026-02-03", "closing"],
    ] as const;
    return sides.flatMap(([asOf, id]) =>
      apart(held(asOf, id), sums(movement, "item", `${id}Qty ${id}Value`)).map((line) => `${id} ${line}`),
    );
  },

  "what came in less what went out is what the kinds of documents moved": ({ report }) =>
    report("stock-movement", { from: "2026-01-11", to: "2026-02-03" }).flatMap((row) =>
      ["Qty", "Value"].flatMap((what) => {
        const kinds = Object.keys(row).filter((id) => RegExp(`^([A-Z]{2}|shared)${what}$`).test(id));
        const moved = sum(kinds.map((id) => figure(row, id)));
        const [opening, came, went, closing] = ["opening", "in", "out", "closing"].map((id) =>
          figure(row, id + what),
        );
        const isWhole = same(minus(came, went), moved) && same(plus(opening, moved), closing);
        return isWhole ? [] : [`${what} ${JSON.stringify(row)}`];
      }),
    ),

  "every receipt bears its share of a landed cost, and all of them bear all of it": ({ report }, json) => {
    const book = readBook(json);
    const charges = book.entries.filter(({ type }) => type === "FT");
    const expected = charges.flatMap((charge) =>
      landedCosts(book, charge).map(({ receipt, amount }) => ({
        key: `${charge.number} ${receipt.rowId}`,
        share: decimalText(amount),
      })),
    );
    const shown = report("landed-cost").map((row) => ({
      ...row,
      key: `${String(row["number"])} ${String(row["rowId"])}`,
    }));
    return apart(sums(expected, "key", "share"), sums(shown.filter(isShared), "key", "share"));
  },

  "a share of a landed cost lies in stock or was sold, and of goods that never left nothing was sold": ({
    report,
  }) => {
    const gone = report("stock-ledger").filter((row) => sign(figure(row, "qty")) < 0 || isPriced(row));
    const items = new Set(gone.map(({ item }) => item));
    return report("landed-cost")
      .filter((row) => {
        const isWhole = same(plus(figure(row, "onStock"), figure(row, "sold")), figure(row, "share"));
        return !isWhole || (!items.has(row["item"]) && sign(figure(row, "sold")) !== 0);
      })
      .map((row) => JSON.stringify(row));
  },

  "landed costs asked for by number are those of all together": ({ report }) => {
    const all = report("landed-cost");
    const numbers = [...new Set(all.map(({ number }) => String(number)))];
    return numbers.flatMap((number) =>
      apart(
        all.filter((row) => row["number"] === number).map((row) => JSON.stringify(row)),
        report("landed-cost", { number }).map((row) => JSON.stringify(row)),
      ),
    );
  },
};
