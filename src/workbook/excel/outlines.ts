import { WorkbookError, type TableOutline } from "../port";
import { taken } from "./cell-values";

/**
 * A table as Excel tells of it, without its cells; of a body of one row it is not yet known if it is blank.
 */
export interface Outline {
  readonly name: string;
  readonly sheet: string;
  readonly headers: readonly string[];
  /** Rows of the body on the sheet; a body of no rows still takes a blank one. */
  readonly bodyRows: number;
}

interface Outlines {
  readonly all: readonly Outline[];
  readonly isReadOnly: boolean;
}

const wanted = [
  "items/name",
  "items/columns/items/name",
  "items/rows/count",
  "items/worksheet/name",
  "items/worksheet/position",
].join(",");

/** The first day of 2000 as a workbook has it that counts from 1904. */
const day2000From1904 = 35_064;

/**
 * Every table of the workbook in the order of the sheets, in one round trip. A workbook that counts its days
 * from 1904 is `dated-1904`: every date would be four years off.
 */
async function outlines(context: Excel.RequestContext): Promise<Outlines> {
  const tables = context.workbook.tables.load(wanted);
  const day2000 = context.workbook.functions.date(2000, 1, 1).load("value");
  context.workbook.load("readOnly");
  await context.sync();
  if (day2000.value === day2000From1904) throw new WorkbookError("dated-1904", "");
  const { readOnly: isReadOnly } = context.workbook;
  const inOrder = [...tables.items].sort((a, b) => a.worksheet.position - b.worksheet.position);
  const all = inOrder.map((table) => ({
    name: table.name,
    sheet: table.worksheet.name,
    headers: table.columns.items.map((column) => column.name),
    bodyRows: table.rows.count,
  }));
  return { all, isReadOnly };
}

/** The outlines of the tables named, in that order; a name that none bears is `missing`. */
export async function outlinesOf(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<readonly Outline[]> {
  const { all } = await outlines(context);
  const byName = new Map(all.map((outline) => [outline.name.toLowerCase(), outline]));
  return names.map((name) => {
    const found = byName.get(name.toLowerCase());
    if (found === undefined) throw new WorkbookError("missing", name);
    return found;
  });
}

/** What the port tells of the tables, and whether the workbook may be written. */
interface Told {
  readonly tables: readonly TableOutline[];
  readonly isReadOnly: boolean;
}

/** The outlines as the port tells them: a body that is one blank row has no rows. */
export async function toldOutlines(context: Excel.RequestContext): Promise<Told> {
  const { all, isReadOnly } = await outlines(context);
  const single = all.filter(({ bodyRows }) => bodyRows === 1);
  const bodies = single.map(({ name }) =>
    context.workbook.tables.getItem(name).getDataBodyRange().load("values"),
  );
  if (bodies.length > 0) await context.sync();
  const blank = new Set(single.filter((_, i) => isBlank(bodies[i].values)).map(({ name }) => name));
  const tables = all.map(({ name, sheet, headers, bodyRows }) => {
    return { name, sheet, headers, rowCount: blank.has(name) ? 0 : bodyRows };
  });
  return { tables, isReadOnly };
}

/** True where every cell is blank. */
export function isBlank(values: readonly (readonly unknown[])[]): boolean {
  return values.every((row) => row.every((value) => taken(value) === null));
}
