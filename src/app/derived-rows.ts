import type { Ledgers } from "../domain/posting/ledgers";
import { reports } from "../domain/reports/index";
import { reportParameters } from "../domain/reports/parameters";
import type { ReportRow } from "../domain/reports/report";
import { LAST_DAY } from "../domain/kernel/day";
import { figure } from "../domain/kernel/numbers";
import type { RegisterView } from "../domain/reports/register-view";
import { RECEIVABLE } from "../domain/settlement/open-items";

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

/** What each partner owes and is owed, and what was paid ahead: sums of what is open, whatever its date. */
function partnerBalances({ debts, book }: Ledgers): readonly ReportRow[] {
  const { items } = debts;
  const sums = book.masters.partners.map(() => ({
    receivable: 0,
    payable: 0,
    advancesReceived: 0,
    advancesPaid: 0,
  }));
  const touched = new Set<number>();
  for (let item = 0; item < items.count; item++) {
    const sum = sums.at(items.partner[item]);
    const open = items.open[item];
    if (items.partner[item] < 0 || sum === undefined || open === 0) continue;
    touched.add(items.partner[item]);
    const isReceivable = items.side[item] === RECEIVABLE;
    if (open > 0) sum[isReceivable ? "receivable" : "payable"] += open;
    else sum[isReceivable ? "advancesReceived" : "advancesPaid"] -= open;
  }
  const money = (units: number): number => figure(units, book.settings.moneyDecimals);
  return [...touched]
    .sort((a, b) => a - b)
    .map((partner) => ({
      partner: book.masters.partners[partner].code,
      partnerName: book.masters.partners[partner].name,
      receivable: money(sums[partner].receivable),
      payable: money(sums[partner].payable),
      advancesReceived: money(sums[partner].advancesReceived),
      advancesPaid: money(sums[partner].advancesPaid),
    }));
}

/** How the rows of each derived table follow from the ledgers, by the table's id. */
export const derivedRows: Readonly<Record<string, (ledgers: Ledgers) => readonly ReportRow[]>> = {
  stockBalances,
  partnerBalances,
  stockLedger: (ledgers) => rowsOf(ledgers, "stock-ledger", {}),
  openItems: (ledgers) => rowsOf(ledgers, "open-items", { all: "yes" }),
  cashLedger: (ledgers) => rowsOf(ledgers, "cash-book", {}),
};

/** The derived tables that are small and kept up by every post. */
export const SMALL_TABLES = ["stockBalances", "partnerBalances"] as const;
