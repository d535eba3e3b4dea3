import { documentAmounts } from "./amounts";
import { cashBalances } from "./cash";
import type { CashBalance } from "./cash";
import { decimalText } from "./fraction";
import { openItems } from "./open-items";
import type { OpenItem } from "./open-items";
import { readBook, rowsOf, textOf } from "./oracle-book";
import type { JsonBook, Row } from "./oracle-book";
import { partnerAgeing } from "./partner-ageing";
import type { AgeingAsked, PartnerAges } from "./partner-ageing";
import { stockFigures } from "./stock-figures";
import type { StockFigures } from "./stock-figures";

/**
 * All that the oracle says of a book at the end of a day; every figure is a decimal text without trailing
 * zeros.
 */
export interface OracleFigures extends StockFigures {
  readonly openItems: readonly OpenItem[];
  readonly cashBook: readonly CashBalance[];
  /** Debts by age, whose and from which day each. */
  readonly ageing: readonly (AgeingAsked & { readonly partners: readonly PartnerAges[] })[];
}

const aged = (["receivable", "payable"] as const).flatMap((side) =>
  (["due", "document"] as const).map((basis) => ({ side, basis })),
);

/**
 * The figures of the posted rows of `json` as of a day (ISO, included). Rows of any other status are ignored.
 */
export function oracleFigures(json: JsonBook, asOf: string): OracleFigures {
  const book = readBook(json);
  const items = openItems(book, asOf);
  return {
    ...stockFigures(book, asOf),
    openItems: items,
    cashBook: cashBalances(book, asOf),
    ageing: aged.map((one) => ({ ...one, partners: partnerAgeing(items, { ...one, book, asOf }) })),
  };
}

/** What net, tax and total of a posted line must be. */
export interface ExpectedAmounts {
  readonly rowId: string;
  readonly net: string;
  readonly tax: string;
  readonly total: string;
}

/** The amounts of every posted line with a price, of `purchases` or `sales`, from what was typed on it. */
export function expectedAmounts(json: JsonBook, table: "purchases" | "sales"): readonly ExpectedAmounts[] {
  const documents = new Map<string, Row[]>();
  for (const row of rowsOf(json, table).filter((one) => textOf(one, "status") === "posted")) {
    const number = textOf(row, "number");
    documents.set(number, [...(documents.get(number) ?? []), row]);
  }
  return [...documents.values()].flatMap((rows) => {
    const lines = rows.sort((a, b) => Number(textOf(a, "line")) - Number(textOf(b, "line")));
    return documentAmounts(json, lines).map((amounts, index) => ({
      rowId: textOf(lines.at(index) ?? {}, "rowId"),
      net: decimalText(amounts.net),
      tax: decimalText(amounts.tax),
      total: decimalText(amounts.total),
    }));
  });
}
