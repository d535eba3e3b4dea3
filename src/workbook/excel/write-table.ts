import type { Change, ColumnLook } from "../port";
import type { ChoiceLists } from "./choice-lists";
import type { TableState } from "./survey";
import { plainly, whole, type Write } from "./write";
import { setFormat } from "./write-size";

type Creation = Extract<Change, { readonly do: "create" }>;

/** Points of a column's width for each character of a cell, and for its borders. */
const pointsPerCharacter = 5.25;
const pointsOfBorder = 3.75;

const lastRow = 1_048_576;

/** A new sheet, or one left without its table, with one table on it, its body one blank row. */
export function createWrite(
  { table: name, sheet: title, columns }: Creation,
  lists: ChoiceLists,
  isThere: boolean,
): Write {
  const write = whole(name, columns.length * 2, (context) => {
    const { worksheets } = context.workbook;
    const sheet = isThere ? worksheets.getItem(title) : worksheets.add(title);
    columns.forEach((look, index) => {
      dressColumn(context, sheet, { look, index, lists });
    });
    const area = sheet.getRangeByIndexes(0, 0, 2, columns.length);
    sheet.getRangeByIndexes(0, 0, 1, columns.length).values = [columns.map(({ header }) => `'${header}`)];
    const table = sheet.tables.add(area, true);
    table.name = name;
    sheet.freezePanes.freezeRows(1);
    return plainly;
  });
  return { ...write, isMaking: true, makesRows: true };
}

interface Dressing {
  readonly look: ColumnLook;
  readonly index: number;
  readonly lists: ChoiceLists;
}

/** Formats and rules of the whole column, so that rows to come have them too. */
function dressColumn(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { look, index, lists }: Dressing,
): void {
  const column = sheet.getRangeByIndexes(0, index, 1, 1).getEntireColumn();
  const below = sheet.getRangeByIndexes(1, index, lastRow - 1, 1);
  if (look.format !== null) setFormat(column, look.format);
  column.format.columnWidth = look.width * pointsPerCharacter + pointsOfBorder;
  if (look.choices !== null) {
    below.dataValidation.rule = {
      list: { inCellDropDown: true, source: lists.source(context, look.choices) },
    };
    below.dataValidation.errorAlert = { showAlert: false, message: "", title: "", style: "Information" };
  }
  if (look.grouped) column.group("ByColumns");
  if (look.hidden) column.columnHidden = true;
}

/** How a table will stand once it is made. */
export function createdState({ table, sheet, columns }: Creation): TableState {
  return {
    ...{ name: table, sheet, bodyRows: 1, isEmpty: true, hasHeaders: true, hasTotals: false },
    ...{ isFiltered: false, totals: [], below: 0 },
    headers: columns.map(({ header }) => header),
    formats: columns.map(({ format }) => format ?? "General"),
  };
}
