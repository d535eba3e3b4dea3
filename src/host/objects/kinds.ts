import { application, runtime } from "./application";
import type { Kinds } from "./kind";
import { range } from "./range";
import { table } from "./table";
import { tableColumn, tableColumns } from "./table-columns";
import { tableRow, tableRows } from "./table-rows";
import { tables, tablesOfRange } from "./tables";
import { workbook } from "./workbook";
import { worksheet } from "./worksheet";
import { worksheets } from "./worksheets";

/** Every kind of object that the host answers for. */
export const kinds: Kinds = {
  Application: application,
  Range: range,
  Runtime: runtime,
  Table: table,
  TableCollection: tables,
  TableColumn: tableColumn,
  TableColumnCollection: tableColumns,
  TableRow: tableRow,
  TableRowCollection: tableRows,
  TableScopedCollection: tablesOfRange,
  Workbook: workbook,
  Worksheet: worksheet,
  WorksheetCollection: worksheets,
};
