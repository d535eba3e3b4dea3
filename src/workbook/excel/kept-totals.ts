import { given } from "./cell-values";
import type { TableState } from "./survey";

/** Begins the key of each totals row that is kept in the workbook. */
const prefix = "taizhang.totals.";

/** The totals row of a table as it was, kept in the workbook until it is shown again. */
interface KeptTotals {
  readonly key: string;
  readonly table: string;
  readonly cells: readonly unknown[];
}

/** Takes the totals row of a table off for a while; until it is back the workbook itself remembers it. */
export function takeOffTotals(context: Excel.RequestContext, { name, totals }: TableState): void {
  context.workbook.settings.add(prefix + name, [...totals]);
  context.workbook.tables.getItem(name).showTotals = false;
}

/** Shows the totals row of a table again as it was. */
export function putBackTotals(context: Excel.RequestContext, { name, totals }: TableState): void {
  const table = context.workbook.tables.getItem(name);
  table.showTotals = true;
  table.getTotalRowRange().values = [totals.map((cell) => totalsCell(cell))];
  context.workbook.settings.getItem(prefix + name).delete();
}

/** A formula as it was; a label as the text it is. */
function totalsCell(cell: unknown): string | number | boolean {
  if (typeof cell === "number" || typeof cell === "boolean") return cell;
  const text = typeof cell === "string" ? cell : "";
  return text.startsWith("=") ? text : given(text, "General");
}

/** Asks for the totals rows that were taken off and never came back; told after the next round trip. */
export function keptTotals(context: Excel.RequestContext): { readonly told: () => readonly KeptTotals[] } {
  const settings = context.workbook.settings.load("items/key,items/value");
  const keptIn = ({ key, value }: Excel.Setting): readonly KeptTotals[] => {
    const cells: unknown = value;
    if (!key.startsWith(prefix) || !Array.isArray(cells)) return [];
    return [{ key, table: key.slice(prefix.length), cells }];
  };
  return { told: () => settings.items.flatMap(keptIn) };
}

/**
 * Shows totals rows again that an interrupted patch left off, in two round trips; one on a protected sheet
 * has to wait. Where a totals row is shown by now, only what is blank in it is filled, and its two ends, in
 * which Excel puts words of its own.
 */
export async function setUpKept(context: Excel.RequestContext, all: readonly KeptTotals[]): Promise<void> {
  if (all.length === 0) return;
  const asked = all.map((kept) => ({ kept, ...look(context, kept) }));
  await context.sync();
  const shown = asked.map((each) => ({ ...each, totals: shownTotals(each.table) }));
  await context.sync();
  for (const { kept, table, sheet, totals } of shown) {
    if (!table.isNullObject && sheet.protection.protected) continue;
    if (!table.isNullObject) fill(table, kept, totals?.formulas[0] ?? null);
    context.workbook.settings.getItem(kept.key).delete();
  }
  await context.sync();
}

interface Looked {
  readonly table: Excel.Table;
  readonly sheet: Excel.Worksheet;
}

function look(context: Excel.RequestContext, { table: name }: KeptTotals): Looked {
  const table = context.workbook.tables.getItemOrNullObject(name).load("showTotals,columns/items/name");
  return { table, sheet: table.worksheet.load("protection/protected") };
}

function shownTotals(table: Excel.Table): Excel.Range | null {
  return table.isNullObject || !table.showTotals ? null : table.getTotalRowRange().load("formulas");
}

function fill(table: Excel.Table, { cells }: KeptTotals, shown: readonly unknown[] | null): void {
  const width = table.columns.items.length;
  const isEnd = (at: number): boolean => at === 0 || at === width - 1;
  const row = table.columns.items.map((_, at) => {
    const isTheirs = at >= cells.length || (shown !== null && shown[at] !== "" && !isEnd(at));
    return isTheirs ? null : (cells[at] ?? "");
  });
  if (shown === null) table.showTotals = true;
  table.getTotalRowRange().values = [row.map((cell) => (cell === null ? null : totalsCell(cell)))];
}
