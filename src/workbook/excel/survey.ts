import { WorkbookError, type Change } from "../port";
import { firstFilled } from "./cell-name";
import { isBlank } from "./outlines";

/** How a table stands that a patch is about to change. */
export interface TableState {
  readonly name: string;
  readonly sheet: string;
  readonly headers: readonly string[];
  /** Rows of the body on the sheet, a blank one of an empty body included. */
  readonly bodyRows: number;
  /** The body is one blank row. */
  readonly isEmpty: boolean;
  readonly hasHeaders: boolean;
  readonly hasTotals: boolean;
  /** A filter hides rows or may hide them. */
  readonly isFiltered: boolean;
  /** By column, of the first body row. */
  readonly formats: readonly string[];
  /** The totals row as it is written, so that it can be set up again; empty where there is none. */
  readonly totals: readonly unknown[];
  /** Rows of the sheet below the table in which something may stand; 0 = nothing does. */
  readonly below: number;
}

type Changing = Extract<Change, { readonly do: "stamp" | "append" | "remove" | "rename" | "replace" }>;

/** True for a change of a table that must be there. */
export function isChanging(change: Change): change is Changing {
  return change.do !== "create" && change.do !== "sheet";
}

/** Tables by their name in lower case. */
export type States = ReadonlyMap<string, TableState>;

interface Looked {
  readonly name: string;
  readonly table: Excel.Table;
  readonly sheet: Excel.Worksheet;
  readonly body: Excel.Range;
  readonly first: Excel.Range;
  readonly used: Excel.Range;
}

/** What is asked in the first round trip of a patch; `told` makes states of it once that is over. */
export interface Survey {
  readonly told: () => States;
}

/** Asks how the tables stand that a patch changes and that it does not make itself. */
export function survey(context: Excel.RequestContext, changes: readonly Change[]): Survey {
  const made = new Set(
    changes.flatMap((change) => (change.do === "create" ? [change.table.toLowerCase()] : [])),
  );
  const names = changes.filter(isChanging).map(({ table }) => table.toLowerCase());
  const looked = [...new Set(names)].filter((name) => !made.has(name)).map((name) => look(context, name));
  const makesSheets = changes.some((change) => !isChanging(change));
  context.workbook.load("readOnly,name");
  if (makesSheets) context.workbook.protection.load("protected");
  return {
    told: () => {
      if (context.workbook.readOnly) throw new WorkbookError("read-only", context.workbook.name);
      if (makesSheets && context.workbook.protection.protected)
        throw new WorkbookError("protected", context.workbook.name);
      return new Map(looked.map((each) => [each.name, stateOf(each)]));
    },
  };
}

function look(context: Excel.RequestContext, name: string): Looked {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load("name,showTotals,showHeaders,columns/items/name,autoFilter/isDataFiltered");
  const sheet = table.worksheet.load("name,protection/protected");
  const body = table.getDataBodyRange().load("rowIndex,rowCount");
  const first = body.getRow(0).load("values,numberFormat");
  const used = sheet.getUsedRange(true).load("rowIndex,rowCount");
  return { name, table, sheet, body, first, used };
}

function stateOf({ name, table, sheet, body, first, used }: Looked): TableState {
  if (table.isNullObject) throw new WorkbookError("missing", name);
  if (sheet.protection.protected) throw new WorkbookError("protected", sheet.name);
  const end = body.rowIndex + body.rowCount + (table.showTotals ? 1 : 0);
  return {
    name: table.name,
    sheet: sheet.name,
    headers: table.columns.items.map((column) => column.name),
    bodyRows: body.rowCount,
    isEmpty: body.rowCount === 1 && isBlank(first.values),
    hasHeaders: table.showHeaders,
    hasTotals: table.showTotals,
    isFiltered: table.autoFilter.isDataFiltered,
    formats: firstRow(first.numberFormat).map(String),
    totals: [],
    below: Math.max(used.rowIndex + used.rowCount - end, 0),
  };
}

function firstRow(rows: readonly (readonly unknown[])[]): readonly unknown[] {
  return rows[0] ?? [];
}

/**
 * The second look, only where a table that changes its size has totals or something below it: the totals row,
 * and that there is room. Throws `in-the-way` where something stands in the way.
 */
export async function lookedCloser(
  context: Excel.RequestContext,
  states: States,
  growth: ReadonlyMap<string, number>,
): Promise<States> {
  const closer = [...states].flatMap(([key, state]) => {
    const grows = growth.get(key);
    if (grows === undefined || (!state.hasTotals && (grows <= 0 || state.below === 0))) return [];
    const table = context.workbook.tables.getItem(state.name);
    const totals = state.hasTotals ? table.getTotalRowRange().load("formulas") : null;
    const isInTheWay = grows > 0 && state.below > 0;
    const below = isInTheWay
      ? rowsBelow(table, state, Math.min(grows, state.below)).load("values,rowIndex,columnIndex")
      : null;
    return [{ key, state, totals, below }];
  });
  if (closer.length > 0) await context.sync();
  const known = new Map(states);
  for (const { key, state, totals, below } of closer) {
    const at = below === null ? null : firstFilled(below.values, below);
    if (at !== null) throw new WorkbookError("in-the-way", state.name, { at });
    known.set(key, { ...state, totals: totals === null ? [] : firstRow(totals.formulas) });
  }
  return known;
}

function rowsBelow(table: Excel.Table, { hasTotals }: TableState, count: number): Excel.Range {
  const last = table.getDataBodyRange().getLastRow();
  return last.getOffsetRange(hasTotals ? 2 : 1, 0).getResizedRange(count - 1, 0);
}
