import type { Sheet } from "../../engine/sheet";
import { Place } from "../session/place";
import type { Kind } from "./kind";
import type { Thing } from "./thing";
import { everyCell, placeOf } from "./range-address";
import { oneCell, onSheet } from "./range-ways";
import { registering, sheetEvents } from "./registering";
import {
  changeTabColor,
  changeVisibility,
  nameSheet,
  placeSheet,
  removeSheet,
  visibilities,
} from "./worksheet-edits";
import type { Session } from "../session/session";
import { refusal } from "../host-error";
import { usedArea } from "./used-area";

/** One sheet. */
export const worksheet: Kind<Sheet> = {
  id: (sheet, { ids }) => ids.of(sheet),
  scalars: {
    Id: { get: (sheet, { ids }) => ids.of(sheet) },
    Name: { get: ({ name }) => name, set: nameSheet },
    Position: { get: (sheet, { book }) => book.sheets.indexOf(sheet), set: placeSheet },
    Visibility: { get: ({ visibility }) => visibilities[visibility], set: changeVisibility },
    TabColor: {
      get: ({ tabColor }) => (tabColor === null ? "" : `#${tabColor}`),
      set: changeTabColor,
    },
  },
  ways: {
    GetRange: (sheet, given, session) => {
      const address = given.textOr(0, "");
      return range(address === "" ? new Place(sheet, everyCell) : placeOf(session, sheet, address));
    },
    GetCell: (sheet, given) => range(new Place(sheet, onSheet(oneCell(given.whole(0), given.whole(1))))),
    GetRangeByIndexes: (sheet, given) => {
      const [top, left] = [given.whole(0), given.whole(1)];
      const area = { top, left, bottom: top + given.whole(2) - 1, right: left + given.whole(3) - 1 };
      return range(new Place(sheet, onSheet(area)));
    },
    GetUsedRange: (sheet, given) => range(new Place(sheet, usedArea(sheet, given.flag(0)) ?? oneCell(0, 0))),
    GetUsedRangeOrNullObject: (sheet, given) => {
      const used = usedArea(sheet, given.flag(0));
      return used === null ? null : range(new Place(sheet, used));
    },
    Tables: (sheet) => ({ kind: "TableCollection", self: sheet }),
    Names: (sheet) => ({ kind: "NamedItemCollection", self: sheet }),
    Protection: (sheet) => ({ kind: "WorksheetProtection", self: sheet }),
    FreezePanes: (sheet) => ({ kind: "WorksheetFreezePanes", self: sheet }),
    AutoFilter: (sheet) => ({ kind: "AutoFilter", self: { sheet, table: null } }),
    GetNext: (sheet, given, session) => neighbour(session, sheet, { step: 1, visibleOnly: given.flag(0) }),
    GetPrevious: (sheet, given, session) =>
      neighbour(session, sheet, { step: -1, visibleOnly: given.flag(0) }),
    GetNextOrNullObject: (sheet, given, session) =>
      beside(session, sheet, { step: 1, visibleOnly: given.flag(0) }),
    GetPreviousOrNullObject: (sheet, given, session) =>
      beside(session, sheet, { step: -1, visibleOnly: given.flag(0) }),
  },
  methods: {
    Delete: (sheet, _given, session) => removeSheet(sheet, session),
    Calculate: () => null,
    Activate: (sheet, _given, { selection }) => {
      selection.activate(sheet);
      return null;
    },
    ...registering<Sheet>(sheetEvents, (sheet, { ids }) => ids.of(sheet)),
  },
};

function range(self: Place): Thing {
  return { kind: "Range", self };
}

interface Step {
  readonly step: 1 | -1;
  readonly visibleOnly: boolean;
}

function beside({ book }: Session, sheet: Sheet, { step, visibleOnly }: Step): Thing | null {
  const isListed = (one: Sheet) => one === sheet || !visibleOnly || one.visibility === "visible";
  const listed = book.sheets.filter(isListed);
  const index = listed.indexOf(sheet) + step;
  const there = index < 0 ? undefined : listed.at(index);
  return there === undefined ? null : { kind: "Worksheet", self: there };
}

function neighbour(session: Session, sheet: Sheet, step: Step): Thing {
  const there = beside(session, sheet, step);
  if (there === null) throw refusal("ItemNotFound", "There is no sheet on that side.");
  return there;
}
