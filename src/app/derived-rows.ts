import type { Ledgers } from "../domain/posting/ledgers";
import { partnerBalances } from "../domain/reports/balance-lists";
import { reports } from "../domain/reports/index";
import { reportParameters } from "../domain/reports/parameters";
import type { ReportRow } from "../domain/reports/report";
import { LAST_DAY } from "../domain/kernel/day";
import type { RegisterView } from "../domain/reports/register-view";

const NO_VIEW: RegisterView = { columns: () => [], text: () => null };

/** The rows of a report about everything that is posted, whatever its date. */
function rowsOf(
  ledgers: Ledgers,
  code: string,
  params: Readonly<Record<string, string>>,
): readonly ReportRow[] {
  const definition = reports.find((report) => report.code === code);
  if (definition === undefined) throw new Error(`no report ${code}`);
  const context = { book: ledgers.book, today: LAST_DAY, view: NO_VIEW };
  return definition.run(ledgers, reportParameters(definition, params, context).value, NO_VIEW).rows;
}

function stockBalances(ledgers: Ledgers): readonly ReportRow[] {
  const names = new Map(ledgers.book.masters.items.map(({ code, name }) => [code, name]));
  const rows = rowsOf(ledgers, "stock-on-hand", {});
  return rows.map((row) => ({ ...row, itemName: names.get(String(row["item"])) ?? null }));
}

/** How the rows of each derived table follow from the ledgers, by the table's id. */
export const derivedRows: Readonly<Record<string, (ledgers: Ledgers) => readonly ReportRow[]>> = {
  stockBalances,
  partnerBalances: (ledgers) => partnerBalances(ledgers).map((balance) => ({ ...balance })),
  stockLedger: (ledgers) => rowsOf(ledgers, "stock-ledger", {}),
  openItems: (ledgers) => rowsOf(ledgers, "open-items", { all: "yes" }),
  cashLedger: (ledgers) => rowsOf(ledgers, "cash-book", {}),
};

/** The derived tables that are small and kept up by every post. */
export const SMALL_TABLES = ["stockBalances", "partnerBalances"] as const;
