import { decimalText, type Fraction, fraction, minus, over, rounded, times } from "../oracle/fraction";
import { type JsonBook, type Row, rowsOf, settingOf, textOf } from "../oracle/oracle-book";
import type { Figures } from "./posted";

type LedgerRow = ReturnType<Figures["report"]>[number];

function numberIn(row: LedgerRow, column: string): Fraction {
  return fraction(String(row[column] ?? 0));
}

/** How many stock units the unit of a row has. */
function factorOf(book: JsonBook, row: Row): Fraction {
  const isOwn = (each: Row): boolean => ["item", "unit"].every((id) => textOf(each, id) === textOf(row, id));
  const unit = rowsOf(book, "units").find(isOwn);
  if (unit === undefined) return fraction("1");
  return over(fraction(textOf(unit, "numerator")), fraction(textOf(unit, "denominator") || "1"));
}

/** The unit costs that rows give their goods, of one stock unit, by rowId. */
function newStandards(book: JsonBook): ReadonlyMap<string, Fraction> {
  const priced = rowsOf(book, "stock").filter((row) => {
    const isAdded = textOf(row, "type") === "CB" && textOf(row, "value") !== "";
    return ["CB", "PD"].includes(textOf(row, "type")) && textOf(row, "unitCost") !== "" && !isAdded;
  });
  return new Map(
    priced.map((row) => [textOf(row, "rowId"), over(fraction(textOf(row, "unitCost")), factorOf(book, row))]),
  );
}

/** Whether every bin has a standard of its own, and goods none of any other method. */
function isPlain(book: JsonBook, code: string): boolean {
  const changes = rowsOf(book, "methodChange").some((each) => textOf(each, "item") === code);
  return (
    !changes && settingOf(book, "costingScope") !== "company" && settingOf(book, "batchCost") !== "pooled"
  );
}

function isOnWay(book: JsonBook, code: string): boolean {
  const isOwn = (each: Row): boolean => textOf(each, "code") === code && textOf(each, "kind") === "transit";
  return code === "TRANSIT" || rowsOf(book, "warehouses").some(isOwn);
}

/** The standard cost that goods of a row begin with; null where they have none of their bin. */
function standardOf(book: JsonBook, row: LedgerRow): Fraction | null {
  const code = String(row["item"]);
  if (!isPlain(book, code) || isOnWay(book, String(row["warehouse"]))) return null;
  const item = rowsOf(book, "items").find((each) => textOf(each, "code") === code) ?? {};
  const method = textOf(item, "costing") || settingOf(book, "costing");
  const standard = textOf(item, "standardCost");
  return method === "standard" && standard !== "" ? fraction(standard) : null;
}

function binOf(row: LedgerRow): string {
  return ["item", "warehouse", "batch"].map((id) => String(row[id])).join(" ");
}

/** Whether the same row of the book moves the same bin once more. */
function goesOn(row: LedgerRow, next: LedgerRow | undefined): boolean {
  return next !== undefined && row["rowId"] === next["rowId"] && binOf(row) === binOf(next);
}

/** Rows of the stock ledger after which goods at standard cost, there or lacking, are not worth it. */
export function offTheirStandard(rows: readonly LedgerRow[], book: JsonBook): readonly string[] {
  const decimals = Number(settingOf(book, "moneyDecimals") || "2");
  const changed = newStandards(book);
  const standards = new Map<string, Fraction>();
  return rows.flatMap((row, at) => {
    const first = standardOf(book, row);
    if (first === null || goesOn(row, rows.at(at + 1))) return [];
    const standard = changed.get(String(row["rowId"])) ?? standards.get(binOf(row)) ?? first;
    standards.set(binOf(row), standard);
    const there = numberIn(row, "balanceQty");
    const apart = minus(rounded(times(there, standard), decimals), numberIn(row, "balanceValue"));
    return decimalText(apart) === "0" ? [] : [JSON.stringify(row)];
  });
}
