import type { Sheet } from "../../engine/sheet";
import type { Table } from "../../engine/table";
import type { Place } from "../session/place";

/** A column of a table, known by its id: its place may change. */
export interface ColumnOfTable {
  readonly table: Table;
  readonly id: number;
}

/** A row of a table's body by its place, 0-based. */
export interface RowOfTable {
  readonly table: Table;
  readonly index: number;
}

/** A name by its text, and the sheet on which alone it holds; null = the whole workbook. */
export interface NameOfBook {
  readonly name: string;
  readonly sheet: Sheet | null;
}

/** The filter of a table; of its sheet where there is none. */
export interface FilterOf {
  readonly sheet: Sheet;
  readonly table: Table | null;
}

/** What a function of Excel's answers; the error is "" where there is none. */
export interface FunctionAnswer {
  readonly value: number;
  readonly error: string;
}

/** What of the workbook each kind of object is; null where there is one only. */
export interface Selves {
  Workbook: null;
  Application: null;
  Runtime: null;
  WorksheetCollection: null;
  Worksheet: Sheet;
  Range: Place;
  TableCollection: Sheet | null;
  TableScopedCollection: readonly Table[];
  Table: Table;
  TableColumnCollection: Table;
  TableColumn: ColumnOfTable;
  TableRowCollection: Table;
  TableRow: RowOfTable;
  AutoFilter: FilterOf;
  CultureInfo: null;
  DataValidation: Place;
  DatetimeFormatInfo: null;
  FunctionResult: FunctionAnswer;
  Functions: null;
  NamedItem: NameOfBook;
  NamedItemCollection: Sheet | null;
  NumberFormatInfo: null;
  RangeFormat: Place;
  Filter: ColumnOfTable;
  FormatProtection: Place;
  RangeFill: Place;
  RangeFont: Place;
  RangeSort: Place;
  TableSort: Table;
  Setting: string;
  SettingCollection: null;
  WorkbookProtection: null;
  WorksheetFreezePanes: Sheet;
  WorksheetProtection: Sheet;
  AddinInternalService: null;
  AppRuntimePersistenceService: null;
  AppRuntimeService: null;
  CustomFunctions: null;
  DynamicRibbon: null;
  RibbonButton: string;
  RibbonTab: string;
}

/** The names of the kinds of object, as the classes of office.js are called. */
export type KindName = keyof Selves;

/** An object of Excel's that the host stands in for: its kind, and what of the workbook it is. */
export type Thing<K extends KindName = KindName> = {
  [P in K]: { readonly kind: P; readonly self: Selves[P] };
}[K];
