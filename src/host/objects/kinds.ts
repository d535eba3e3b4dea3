import { application, runtime } from "./application";
import { autoFilter } from "./auto-filter";
import { cultureInfo, datetimeFormatInfo, numberFormatInfo } from "./culture";
import { formatProtection, rangeFill, rangeFont } from "./cell-looks";
import { columnFilter } from "./column-filter";
import { rangeSort, tableSort } from "./sorting";
import { dataValidation } from "./data-validation";
import { worksheetFreezePanes } from "./freeze-panes";
import { namedItem, namedItems } from "./names";
import { rangeFormat } from "./range-format";
import { setting, settingCollection } from "./settings";
import { worksheetProtection } from "./sheet-protection";
import { workbookProtection } from "./workbook-protection";
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
import { functionResult, worksheetFunctions } from "./worksheet-functions";
import { worksheets } from "./worksheets";

/** Every kind of object that the host answers for. */
export const kinds: Kinds = {
  AddinInternalService: addinInternalService,
  AppRuntimePersistenceService: appRuntimePersistenceService,
  AppRuntimeService: appRuntimeService,
  Application: application,
  AutoFilter: autoFilter,
  CultureInfo: cultureInfo,
  CustomFunctions: customFunctions,
  DataValidation: dataValidation,
  DatetimeFormatInfo: datetimeFormatInfo,
  DynamicRibbon: dynamicRibbon,
  Filter: columnFilter,
  FormatProtection: formatProtection,
  FunctionResult: functionResult,
  Functions: worksheetFunctions,
  NamedItem: namedItem,
  NamedItemCollection: namedItems,
  NumberFormatInfo: numberFormatInfo,
  Range: range,
  RangeFill: rangeFill,
  RangeFont: rangeFont,
  RangeFormat: rangeFormat,
  RangeSort: rangeSort,
  RibbonButton: ribbonButton,
  RibbonTab: ribbonTab,
  Runtime: runtime,
  Setting: setting,
  SettingCollection: settingCollection,
  Table: table,
  TableCollection: tables,
  TableColumn: tableColumn,
  TableColumnCollection: tableColumns,
  TableRow: tableRow,
  TableRowCollection: tableRows,
  TableSort: tableSort,
  TableScopedCollection: tablesOfRange,
  Workbook: workbook,
  WorkbookProtection: workbookProtection,
  Worksheet: worksheet,
  WorksheetCollection: worksheets,
  WorksheetFreezePanes: worksheetFreezePanes,
  WorksheetProtection: worksheetProtection,
};
