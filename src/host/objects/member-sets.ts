/**
 * The requirement set in which each member came that the host answers, where that is later than ExcelApi 1.1:
 * by set, then by kind, the names of the wire with a blank between. A test proves it against office.js.
 */
export const memberSets: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "ExcelApi 1.2": {
    Filter: "Apply ApplyCustomFilter ApplyValuesFilter Clear Criteria",
    FormatProtection: "Locked",
    FunctionResult: "Error Value",
    Functions: "Date",
    Range:
      "ColumnHidden GetColumnsAfter GetColumnsBefore GetResizedRange GetRowsAbove GetRowsBelow Hidden Merge RowHidden Sort Unmerge",
    RangeFormat: "ColumnWidth Protection RowHeight",
    RangeSort: "Apply",
    Table: "ClearFilters ConvertToRange ReapplyFilters Sort Worksheet",
    TableColumn: "Filter",
    TableSort: "Apply Clear Fields MatchCase Method Reapply",
    Workbook: "Functions",
    Worksheet: "Protection",
    WorksheetProtection: "Options Protect Protected",
  },
  "ExcelApi 1.3": {
    Range: "_ValidateArraySize",
    Table: "HighlightFirstColumn HighlightLastColumn ShowBandedColumns ShowBandedRows ShowFilterButton",
  },
  "ExcelApi 1.4": {
    NamedItem: "Comment Delete GetRangeOrNullObject Scope Worksheet WorksheetOrNullObject",
    NamedItemCollection: "Add AddFormulaLocal GetCount GetItemOrNullObject",
    Range: "GetIntersectionOrNullObject GetUsedRangeOrNullObject",
    Setting: "Delete Key Value",
    SettingCollection: "Add GetCount GetItemOrNullObject",
    TableCollection: "GetCount GetItemOrNullObject",
    TableColumnCollection: "GetCount GetItemOrNullObject",
    TableRowCollection: "GetCount",
    Workbook: "Settings",
    Worksheet: "GetUsedRangeOrNullObject Names",
    WorksheetCollection: "GetCount GetItemOrNullObject",
  },
  "ExcelApi 1.5": {
    Workbook: "_Runtime",
    Worksheet: "GetNext GetNextOrNullObject GetPrevious GetPreviousOrNullObject",
    WorksheetCollection: "GetFirst GetLast",
  },
  "ExcelApi 1.6": {
    Application: "SuspendApiCalculationUntilNextSync",
    Range: "Calculate",
    Worksheet: "Calculate",
  },
  "ExcelApi 1.7": {
    NamedItem: "Formula",
    Range: "GetAbsoluteResizedRange GetSurroundingRegion IsEntireColumn IsEntireRow NumberFormatLocal",
    Table:
      "_RegisterDataChangedEvent _RegisterSelectionChangedEvent _UnregisterDataChangedEvent _UnregisterSelectionChangedEvent",
    TableCollection: "_RegisterDataChangedEvent _UnregisterDataChangedEvent",
    Workbook: "GetActiveCell Name Protection",
    WorkbookProtection: "Protect Protected Unprotect",
    Worksheet:
      "FreezePanes GetRangeByIndexes TabColor _RegisterActivatedEvent _RegisterDataChangedEvent _RegisterDeactivatedEvent _RegisterSelectionChangedEvent _UnregisterActivatedEvent _UnregisterDataChangedEvent _UnregisterDeactivatedEvent _UnregisterSelectionChangedEvent",
    WorksheetCollection:
      "_RegisterActivatedEvent _RegisterAddedEvent _RegisterDeactivatedEvent _RegisterDeletedEvent _UnregisterActivatedEvent _UnregisterAddedEvent _UnregisterDeactivatedEvent _UnregisterDeletedEvent",
    WorksheetFreezePanes: "FreezeAt FreezeColumns FreezeRows GetLocation GetLocationOrNullObject Unfreeze",
    WorksheetProtection: "Unprotect",
  },
  "ExcelApi 1.8": {
    DataValidation: "Clear ErrorAlert IgnoreBlanks Prompt Rule Type",
    Range: "DataValidation",
    Runtime: "EnableEvents",
    Workbook: "ReadOnly",
    Worksheet: "_RegisterCalculatedEvent _UnregisterCalculatedEvent",
    WorksheetCollection: "_RegisterCalculatedEvent _UnregisterCalculatedEvent",
  },
  "ExcelApi 1.9": {
    Application: "CalculationState SuspendScreenUpdatingUntilNextSync",
    AutoFilter:
      "Apply ClearCriteria Criteria Enabled GetRange GetRangeOrNullObject IsDataFiltered Reapply Remove",
    Range: "CopyFrom GetTables",
    Table: "AutoFilter",
    TableCollection:
      "_RegisterAddedEvent _RegisterDeletedEvent _UnregisterAddedEvent _UnregisterDeletedEvent",
    TableScopedCollection: "GetCount GetFirst",
    Workbook:
      "AutoSave CalculationEngineVersion GetIsActiveCollabSession IsDirty PreviouslySaved _RegisterAutoSaveSettingChangedEvent _UnregisterAutoSaveSettingChangedEvent",
    Worksheet: "AutoFilter _RegisterFormatChangedEvent _UnregisterFormatChangedEvent",
    WorksheetCollection:
      "_RegisterDataChangedEvent _RegisterFormatChangedEvent _RegisterSelectionChangedEvent _UnregisterDataChangedEvent _UnregisterFormatChangedEvent _UnregisterSelectionChangedEvent",
  },
  "ExcelApi 1.10": {
    Range: "Group Ungroup",
    Worksheet: "_RegisterRowSortedEvent _UnregisterRowSortedEvent",
    WorksheetCollection: "_RegisterRowSortedEvent _UnregisterRowSortedEvent",
  },
  "ExcelApi 1.11": {
    Application: "CultureInfo DecimalSeparator ThousandsSeparator UseSystemSeparators",
    CultureInfo: "Name NumberFormat",
    NumberFormatInfo: "NumberDecimalSeparator NumberGroupSeparator",
    Worksheet: "_RegisterRowHiddenChangedEvent _UnregisterRowHiddenChangedEvent",
    WorksheetCollection: "_RegisterRowHiddenChangedEvent _UnregisterRowHiddenChangedEvent",
  },
  "ExcelApi 1.12": {
    CultureInfo: "DatetimeFormat",
    DatetimeFormatInfo: "DateSeparator LongDatePattern LongTimePattern ShortDatePattern TimeSeparator",
  },
  "ExcelApi 1.13": {
    Table: "Resize",
    Workbook: "_RegisterActivatedEvent _UnregisterActivatedEvent",
  },
  "ExcelApi 1.14": {
    AutoFilter: "ClearColumnCriteria",
    TableScopedCollection: "GetItemOrNullObject",
    Worksheet: "_RegisterProtectionChangedEvent _UnregisterProtectionChangedEvent",
    WorksheetCollection: "_RegisterProtectionChangedEvent _UnregisterProtectionChangedEvent",
  },
  "CustomFunctions 1.4": {
    CustomFunctions: "SetInvocationArrayResults _GetEnabledFeatures",
  },
  "ExcelApiOnline 1.1": {
    TableRowCollection: "DeleteRowsAt",
    Worksheet:
      "_RegisterEventNameChanged _RegisterEventVisibilityChanged _UnregisterEventNameChanged _UnregisterEventVisibilityChanged",
    WorksheetCollection:
      "_RegisterEventMoved _RegisterEventNameChanged _RegisterEventVisibilityChanged _UnregisterEventMoved _UnregisterEventNameChanged _UnregisterEventVisibilityChanged",
  },
};
