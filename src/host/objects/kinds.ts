import { application, runtime } from "./application";
import type { Kinds } from "./kind";
import {
  addinInternalService,
  appRuntimePersistenceService,
  appRuntimeService,
  customFunctions,
  dynamicRibbon,
  ribbonButton,
  ribbonTab,
} from "./office-services";
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
  AddinInternalService: addinInternalService,
  AppRuntimePersistenceService: appRuntimePersistenceService,
  AppRuntimeService: appRuntimeService,
  Application: application,
  CustomFunctions: customFunctions,
  DynamicRibbon: dynamicRibbon,
  Range: range,
  RibbonButton: ribbonButton,
  RibbonTab: ribbonTab,
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
