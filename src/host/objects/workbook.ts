import { eventTypes } from "../events/event-types";
import { wholeWorkbook } from "../events/listened";
import { registering } from "./registering";
import { Place } from "../session/place";
import type { Kind } from "./kind";
import type { Thing } from "./thing";
import { oneCell } from "./range-ways";

/** The version that Excel 365 says its calculation has. */
const engineVersion = 191_029;

const workbookEvents = {
  ActivatedEvent: eventTypes.workbookActivated,
  AutoSaveSettingChangedEvent: eventTypes.autoSaveSettingChanged,
} as const;

const range = (self: Place): Thing => ({ kind: "Range", self });

/** The open workbook. */
export const workbook: Kind<null> = {
  scalars: {
    Name: { get: (_self, { fileName }) => fileName },
    ReadOnly: { get: (_self, { book, moods }) => moods.isReadOnly || book.readOnly },
    IsDirty: { get: (_self, { book }) => book.sheets.some((sheet) => sheet.changed) },
    AutoSave: { get: (_self, { moods }) => moods.autoSave },
    PreviouslySaved: { get: () => true },
    CalculationEngineVersion: { get: () => engineVersion },
  },
  ways: {
    Worksheets: () => ({ kind: "WorksheetCollection", self: null }),
    Tables: () => ({ kind: "TableCollection", self: null }),
    Names: () => ({ kind: "NamedItemCollection", self: null }),
    Settings: () => ({ kind: "SettingCollection", self: null }),
    Protection: () => ({ kind: "WorkbookProtection", self: null }),
    Application: () => ({ kind: "Application", self: null }),
    Functions: () => ({ kind: "Functions", self: null }),
    _Runtime: () => ({ kind: "Runtime", self: null }),
    GetSelectedRange: (_self, _given, { selection }) => {
      const { sheet } = selection;
      return range(new Place(sheet, selection.area(sheet)));
    },
    GetActiveCell: (_self, _given, { selection }) => {
      const { sheet } = selection;
      const { top, left } = selection.area(sheet);
      return range(new Place(sheet, oneCell(top, left)));
    },
    _GetRangeForEventByReferenceId: (_self, given, { places }) => range(places.get(given.text(0))),
    _GetRangeOrNullObjectForEventByReferenceId: (_self, given, { places }) => {
      const place = places.find(given.text(0));
      return place === null || place.areaOrNull === null ? null : range(place);
    },
  },
  methods: {
    GetIsActiveCollabSession: (_self, _given, { moods }) => moods.isShared,
    ...registering<null>(workbookEvents, () => wholeWorkbook),
    _RemoveReference: (_self, given, { places }) => {
      places.remove(given.text(0));
      return null;
    },
    _RemoveAllReferences: (_self, _given, { places }) => {
      places.clear();
      return null;
    },
    _GetReferenceCount: (_self, _given, { places }) => places.keptCount,
  },
};
